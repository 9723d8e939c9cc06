import type { SeedPitch } from './pitch.ts';

export const songsAndSports: readonly SeedPitch[] = [
  {
    slug: 'breath-hold', title: 'Breath Hold', owner: 'sunniva-adeyemi-roth', status: 'published', format: 'feature', genres: ['sports', 'drama'], stage: 'script', budgetBand: 'mid',
    logline: 'A disgraced freediver coaches the daughter of the rival who drowned, on the same line, to the same depth.',
    synopsis: `Four minutes, one hundred and two metres: the record that Katia Brandt-Osei lied about and that Margaux Delisle died trying to take from her. Eleven years later Margaux’s daughter Noor, nineteen, arrives at the boatyard in Villefranche where Katia mends outboards, and asks to be taught.

She does not know about the lie. Nobody does, except the judge who signed it and has since found God. Katia trains her to eighty metres and stops. Noor finds another line.

The film is a series of descents, each shot in one take at the length it takes: a minute and ten, two, three and a quarter. What they say to each other they say on the surface between breaths, never more than six words. When Noor declares one hundred and two, Katia gives up the record in front of the federation, the day before, so that there will be nothing down there to fetch. Noor dives anyway. At ninety-seven she stops, by herself, hangs in the dark for nine seconds, and turns.`,
    tone: 'Blue to black. The loudest thing in it is a tap.',
    themes: ['records', 'guilt', 'restraint'],
    productionPlan: 'Thirty days, of which eleven in the water with a safety team of nine. Depth work doubled in the tank at Villefranche.',
    comps: [['Apnea', 2021, 'The same water.'], ['Personal Best of Others', 2016, 'Coach and pupil.']],
    team: [['Sunniva Adeyemi-Roth', 'Writer, director', 'signed'], ['Agnès Holloway', 'Katia', 'interested']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'equity', days: 30, plan: [['Advance on receipts', 'conditional', 550_000], ['Region Sud', 'conditional', 200_000], ['Tax credit', 'conditional', 620_000], ['Presales', 'proposed', 700_000], ['Equity sought', 'open', 850_000]] },
    gates: { budgetBreakdown: 'nda', distributionPlan: 'member', contactDetails: 'member' },
    views: 1244, ageDays: [106, 3],
  },
  {
    slug: 'keirin', title: 'Keirin', owner: 'reiko-vandermeer-oda', status: 'published', format: 'feature', genres: ['sports', 'noir'], stage: 'packaging', budgetBand: 'low',
    logline: 'At fifty-one a retired keirin champion, now the pacer who leads the riders out, is paid to hold the pace half a second too long on one particular lap.',
    synopsis: `In keirin nine riders follow a pacer who must bring them up to speed and peel away with a lap and a half to go. The pacer cannot win. Tatsuo Mori has not won for eleven years and has a mortgage on a noodle shop.

The man who comes to the shop orders, eats and mentions a Sunday. All that is wanted is half a second. A pacer has no odds and nobody watches him. Tatsuo trained one of the nine, a woman of twenty-six called Hanae, who does watch him; she learned to ride on his wheel.

He practises the half-second at night, on the empty track, with his daughter on the stopwatch. It is very hard to be wrong by so little. On Sunday he pulls away neither early nor late. He does not pull away at all. He rides on, fifty-one, in the pacer’s orange, through the bell, in front of everyone, for a lap which cannot count, and every bet is void. Hanae is on his wheel. It is the last race of his life, and he leads it.`,
    tone: 'Wet track, neon, broth. Speed measured against a man sitting still.',
    themes: ['pace', 'price', 'endings'],
    comps: [['The Rabbit', 2017, 'A pacemaker as hero.'], ['Tote', 2020, 'Betting noir.']],
    team: [['Reiko Vandermeer-Oda', 'Writer, director', 'signed'], ['Yuki Farrand-Ito', 'Executive producer, Kanda Slate', 'signed'], ['Shinji Albarn-Kato', 'Tatsuo', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'JPY', shape: 'fiction', kind: 'equity', days: 24, plan: [['Kanda Slate', 'signed', 70_000_000], ['Production committee', 'conditional', 60_000_000], ['Agency support', 'conditional', 20_000_000], ['Equity sought', 'open', 55_000_000]] },
    gates: { budgetBreakdown: 'nda', distributionPlan: 'nda', contactDetails: 'member' },
    views: 2171, ageDays: [89, 40],
  },
  {
    slug: 'line-nine', title: 'Line Nine', owner: 'zlatko-merriman', status: 'published', format: 'feature', genres: ['musical', 'comedy'], stage: 'packaging', budgetBand: 'mid',
    logline: 'A tone-deaf tram driver in Zagreb is the only one who does not notice that his passengers have begun to sing the truth, and the city wants his line closed.',
    synopsis: `It starts at the fourth stop. A man tells his wife, in waltz time, that he was never at the dentist’s. By the terminus everybody on board has sung something they had not meant to. Driver Božo Kralj, who hears music as a kind of weather, calls the stops.

Line Nine fills. People ride it to propose, to confess, to be fired with dignity. Others walk. A minister takes it by mistake. The council, which has several members who live on the route, discovers a problem with the points.

Ines, a transport engineer with perfect pitch and a report to write, rides in front and falls in love with the one person in Zagreb who has never sung to her. She needs to know what he feels and there is only one place to find out. She takes the controls, illegally, and puts him in the back among the passengers. They reach the fourth stop. He opens his mouth. It is terrible; it is in no key whatever; it is true. The whole tram comes in underneath and finds chords for it.`,
    tone: 'A city musical in working clothes. Live vocals, real trams.',
    themes: ['candour', 'public transport'],
    audience: 'Musical audiences; everyone who has looked at strangers on a tram and wondered.',
    comps: [['Timetable', 2018, 'European musical, wide release.'], ['Off Key', 2022, 'Comedy of a bad voice.']],
    team: [['Zlatko Merriman', 'Writer, director, songs', 'signed'], ['Rosalba Tchen', 'Co-producer, Bora Street Films', 'letter_of_intent'], ['Domagoj Sterling', 'Božo', 'signed']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'equity', days: 34, plan: [['Audiovisual centre', 'signed', 700_000], ['Rebate, twenty-five per cent', 'conditional', 520_000], ['Co-producers', 'conditional', 650_000], ['City of Zagreb, in kind', 'signed', 120_000], ['Equity sought', 'open', 600_000]] },
    marketing: 'One tram, one Saturday, no announcement.',
    gates: { budgetBreakdown: 'nda', financialProjections: 'nda', marketingStrategy: 'public', contactDetails: 'member' },
    views: 2588, ageDays: [99, 27],
  },
  {
    slug: 'old-woman-style', title: 'Old Woman Style', owner: 'mei-yun-fairclough', status: 'published', format: 'feature', genres: ['martial-arts', 'comedy'], stage: 'financing', budgetBand: 'low',
    logline: 'A sixty-eight-year-old hospital cleaner in Ipoh, last student of a style invented for the arthritic, is challenged by a livestreamer for the name of the school.',
    synopsis: `There are forms for the tiger and the crane. There is one, taught over a coffin shop in Ipoh by a woman nobody photographed, that begins: do not get up unless you must. Madam Chew learned it at twenty as a punishment and is the only one left who knows it. She mops four floors.

Kit Lam, twenty-four, two million followers, has bought the signboard at auction and needs only to beat the last master. He comes to the hospital with a camera. She asks him to mind the wet floor. The clip is watched nine million times, mostly in slow motion, by people trying to see what she did.

He comes back to learn. Every lesson is a chore. The style has no blocks, because it hurts to block, and no kicks; it has leaning, sitting down suddenly, and being somewhere else. When the hospital is to be sold and the ward cleared by a firm that clears wards, six cleaners with an average age of sixty-four mop towards forty men. Kit films it, puts the camera down at the crucial moment, and never uploads it. The signboard goes up over the linen room.`,
    tone: 'Wuxia with a bad hip. Every fight is really performed.',
    themes: ['age', 'teaching', 'work'],
    comps: [['Drunken Auntie', 2015, 'Age and fists.'], ['Coffin Street', 2021, 'Ipoh, ensemble.']],
    team: [['Mei-Yun Fairclough', 'Writer, director', 'signed'], ['Chew Sook Heng', 'Madam Chew', 'signed'], ['Yuki Farrand-Ito', 'Kanda Slate', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', days: 32, plan: [['Rebate, thirty per cent', 'conditional', 330_000], ['Broadcaster', 'signed', 150_000], ['Kanda Slate', 'conditional', 250_000], ['Equity sought', 'open', 440_000]] },
    distribution: 'Malaysia and Singapore on one hundred and twenty screens at New Year. Genre streamer for English-speaking territories.',
    marketing: 'The clip.',
    gates: { budgetBreakdown: 'confidential', financialProjections: 'nda', distributionPlan: 'nda', marketingStrategy: 'public', contactDetails: 'member' },
    views: 4420, ageDays: [91, 30],
  },
  {
    slug: 'the-bishops-bees', title: 'The Bishop’s Bees', owner: 'zlatko-merriman', status: 'published', format: 'feature', genres: ['faith', 'drama'], stage: 'script', budgetBand: 'low',
    logline: 'A bishop who has quietly stopped believing inherits eleven hives from a dead priest, and the custom that somebody must tell the bees the truth.',
    synopsis: `In the hills above Ptuj it is known that bees must be told of a death in the house or they leave. Bishop Andrej Kovač, sixty, efficient, has not prayed since the spring and has told nobody. Father Tine has died and left him the hives by name.

He goes up to sell them. The housekeeper, Lojzka, hands him a veil and waits. He tells the bees that Father Tine is dead. They stay. Not knowing what else to say, he goes on: about the budget, about the schools, about what it is like to lift the cup and feel the weight of a cup.

He drives up every week. His sermons improve; people say that he is close to God. A young priest follows him, hears, and has to decide whom to tell. Colony by colony, in a wet August, the bees begin to die of something ordinary. Kovač nurses the last hive in the episcopal kitchen. In the cathedral on the feast of the Assumption, with nothing prepared, he tells the diocese what he told the bees. There is a long silence. Nobody leaves.`,
    tone: 'Green, dry, attentive.',
    themes: ['doubt', 'confession', 'husbandry'],
    comps: [['Vespers for Two', 2013, 'Faith without piety.'], ['The Smoker', 2019, 'Bees on a budget.']],
    team: [['Zlatko Merriman', 'Writer, director', 'signed'], ['Desmond Achterlo', 'Executive producer', 'interested']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'co_production', days: 23, plan: [['Film centre, Slovenia', 'conditional', 380_000], ['Broadcaster', 'conditional', 110_000], ['Co-production sought', 'open', 290_000]] },
    gates: { budgetBreakdown: 'confidential', contactDetails: 'member' },
    views: 1213, ageDays: [68, 29],
  },
];

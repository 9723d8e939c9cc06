import type { SeedPitch } from './pitch.ts';

export const documentaries: readonly SeedPitch[] = [
  {
    slug: 'terminal-moraine', title: 'Terminal Moraine', owner: 'aurelio-tamsin-vogt', status: 'published', format: 'documentary_feature', genres: ['documentary'], stage: 'post', budgetBand: 'low',
    logline: 'A film-maker who has photographed the same glacier on the same day for sixteen years returns with the surveyor who drew its edge in 1986, and neither of them can find it.',
    synopsis: `Every year on the ninth of September Aurelio Tamsin-Vogt stands on the same rock and films what he sees. The rock has not moved. In 2010 the ice was at his feet; last year he needed a telephoto lens.

Hedda Karlinger surveyed the terminal moraine for the federal map in 1986, at twenty-four, in a skirt, because the office had no trousers in her size. The red line on the sheet is hers. She has not been back. Together they walk from the line on the paper to the ice, with the map, a measuring wheel and her knees. It takes three days.

On the way they meet those who live off the retreat: a hotelier moving his terrace, a hydrologist, a boy who collects what the ice gives up, shoes mostly. There is no interview about the climate. There is a distance, being walked. On the third evening Hedda takes out a pencil and draws the new edge. She dates it, as one does. The last shot is next year’s.`,
    tone: 'Two people walking uphill, arguing about rigour.',
    themes: ['measurement', 'time', 'ice'],
    audience: 'Documentary festivals, alpine broadcasters, schools.',
    comps: [['Firn', 2018, 'Duration as method.'], ['The Level', 2014, 'Drama of measurement.']],
    team: [['Aurelio Tamsin-Vogt', 'Director', 'signed'], ['Hedda Karlinger', 'Surveyor', 'signed'], ['Leonie Achterberg', 'Director of photography', 'signed']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'documentary', kind: 'finishing', days: 41, plan: [['Film institute', 'signed', 190_000], ['Regional broadcaster', 'signed', 95_000], ['Equity, Fenwater Partners', 'signed', 165_000], ['Finishing funds sought', 'open', 60_000]] },
    distribution: 'Minimum guarantee for the Nordics signed. German-language theatrical in the autumn.',
    gates: { budgetBreakdown: 'member', financialProjections: 'nda', distributionPlan: 'member', contactDetails: 'public' },
    views: 1733, ageDays: [260, 97],
  },
  {
    slug: 'prussian-blue', title: 'Prussian Blue', owner: 'cosima-abernethy-diallo', status: 'published', format: 'documentary_feature', genres: ['documentary', 'historical'], stage: 'shoot', budgetBand: 'low',
    logline: 'One pigment, discovered by mistake in 1706, is followed from a Berlin stove to a Hokusai wave, a blueprint, a poison cabinet and the pill that saves a boy in 1987.',
    synopsis: `A colour-maker in Berlin borrows contaminated potash and fails to make red. The film follows what he made instead, as one would follow a person.

It comes to Japan in a crate and becomes the sea. It becomes paper on which other people’s machines are drawn. It gives its name to an acid. It colours uniforms, laundry, an entire decade of bathrooms. In Goiânia in 1987, where children have been playing with something that glows, it is flown in by the kilo because it is the only thing that will take caesium out of a body.

There is no narrator. There is a chemist, a printer, a nurse, a retired draughtsman and a factory in its last month of making it, batch forty thousand, where the foreman still tests the shade with his thumb. Each hands the colour to the next. The film ends on the thumb, which will not come clean, and which he has insured.`,
    tone: 'An essay with dirty hands.',
    themes: ['accident', 'colour', 'chemistry'],
    comps: [['A Short Life of Salt', 2019, 'One substance, whole world.'], ['Batch', 2016, 'A factory closing.']],
    team: [['Cosima Abernethy-Diallo', 'Director', 'signed'], ['Priya Ashgrove-Menon', 'Tamarind Hill', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'documentary', kind: 'equity', days: 44, plan: [['Foundation grant', 'signed', 180_000], ['Broadcaster, France and Germany', 'conditional', 160_000], ['Tamarind Hill', 'conditional', 90_000], ['Equity sought', 'open', 110_000]] },
    gates: { budgetBreakdown: 'confidential', distributionPlan: 'member', contactDetails: 'public' },
    views: 1421, ageDays: [145, 59],
  },
  {
    slug: 'extra-time', title: 'Extra Time', owner: 'paola-wrenfield-sosa', status: 'published', format: 'documentary_feature', genres: ['documentary', 'sports', 'comedy'], stage: 'financing', budgetBand: 'micro',
    logline: 'In the over-seventies walking football league of Montevideo, a team that has not won since 2016 has one season to do it before its pitch becomes a supermarket.',
    synopsis: `Nobody may run. It is the only rule that is enforced, by a referee of eighty-three with a lollipop-stick sign, and it is the cause of all the cheating. Atlético Capurro have lost ninety-four in a row, with style, and have been told that the ground is sold.

The film stays for the season. We learn the back four’s hips, the goalkeeper’s divorce, the winger who played four minutes for Nacional in 1971 and is asked about each of them. They train. They sign a ringer of sixty-nine, who is found out.

The supermarket’s regional manager comes to measure up and is handed a shirt, since they are one short. He is thirty-four and has to walk. It nearly kills him. By the last match he is left back. They draw. Under league rules, which nobody has read to the end before, a draw at home in the final fixture prolongs the season until there is a winner. They have been drawing, carefully, ever since. The store is delayed.`,
    tone: 'Unhurried, filthy-mouthed, devoted.',
    themes: ['age', 'rules', 'public space'],
    comps: [['The Second Half', 2017, 'Sport and age.'], ['Left Back', 2022, 'Festival life.']],
    team: [['Paola Wrenfield-Sosa', 'Director', 'signed']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'documentary', kind: 'grant', days: 30, plan: [['City of Montevideo', 'signed', 35_000], ['Audiovisual fund', 'conditional', 70_000], ['Grant sought', 'open', 55_000]] },
    marketing: 'A fixture list.',
    gates: { budgetBreakdown: 'public', distributionPlan: 'public', marketingStrategy: 'public', contactDetails: 'public' },
    views: 1620, ageDays: [58, 19],
  },
  {
    slug: 'tide-gauge', title: 'Tide Gauge', owner: 'aurelio-tamsin-vogt', status: 'published', format: 'documentary_feature', genres: ['documentary'], stage: 'financing', budgetBand: 'low',
    logline: 'Three keepers of the tide gauges on Tarawa, who have written down the height of the sea every day for thirty years, are told that their instruments will be replaced and their ledgers thrown away.',
    synopsis: `The gauge at Betio is a pipe, a float and a pen. Teuea Baraniko changes the paper each morning at eight and writes one figure in a ledger. His father did so before him. A satellite will now do it, to the millimetre, and the department has asked for the shelf.

The three keepers decide to read the ledgers into a recorder before they go: thirty years, a day at a time. As they read, they remember. A figure is a wedding, a cyclone, a goat on a roof. The graph everyone knows is there, but what it is made of is mornings.

The film is that reading. Outside it the visitors come: journalists who want the water in the frame, a minister, an artist. The satellite’s series disagrees with the ledgers by four centimetres in 2009. Someone made an error. Teuea finds that it was himself, the week his daughter was born, and will not correct it.`,
    tone: 'Patient. The sea is always in earshot and rarely in shot.',
    themes: ['record', 'islands', 'work'],
    comps: [['Firn', 2018, 'Duration as method.'], ['The Rain Readers', 2020, 'Observers observed.']],
    team: [['Aurelio Tamsin-Vogt', 'Director', 'signed'], ['Mereana Tokataake', 'Co-director', 'signed']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'documentary', kind: 'grant', days: 36, plan: [['Foundation grant', 'signed', 120_000], ['Broadcaster, Pacific', 'conditional', 60_000], ['Philanthropy', 'conditional', 100_000], ['Grant sought', 'open', 95_000]] },
    gates: { budgetBreakdown: 'member', distributionPlan: 'member', contactDetails: 'public' },
    views: 1086, ageDays: [88, 37],
  },
  {
    slug: 'lost-property', title: 'Lost Property', owner: 'nightbus-television', status: 'published', format: 'documentary_series', genres: ['documentary', 'mystery'], stage: 'packaging', budgetBand: 'mid',
    logline: 'Six cities, six lost-property offices, six objects nobody has come for: each hour follows one of them back to its owner, who does not always want it.',
    synopsis: `A trumpet on the Tokyo underground. A wedding album in Buenos Aires. In Lagos, forty left shoes. Each hour opens at the counter with the person who has looked after the thing, who is always the best character in the room, and who is given a month and a film crew to find out whose it is.

The searches are real. Two of the six fail. In Mumbai the tiffin carrier’s owner is found on the second day and asks them to lose it again. In Glasgow a glass eye turns out to have three claimants. The trumpet goes home to a widow who has hated it for thirty years and who, after a cup of tea, plays it, extremely well.

The series asks nothing about loss. It watches what people do when an object that they had closed the account on is put down in front of them. The last shot of each hour is the shelf, with a space on it, and the space being dusted.`,
    tone: 'Detective form, humane content, no music under tears.',
    themes: ['objects', 'memory', 'clerks'],
    audience: 'Public broadcasters, factual streamers; co-viewing.',
    comps: [['The Repair Counter', 2018, 'Format and warmth.'], ['Unclaimed', 2022, 'Factual series, six cities.']],
    team: [['Oona Thackeray-Bose', 'Executive producer, Nightbus Television', 'signed'], ['Paola Wrenfield-Sosa', 'Director, Buenos Aires hour', 'letter_of_intent'], ['Chidera Banwell', 'Director, Lagos hour', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'documentary', kind: 'co_production', episodes: 6, days: 96, plan: [['UK broadcaster', 'conditional', 900_000], ['Nightbus Television', 'signed', 150_000], ['Broadcaster, Japan', 'conditional', 300_000], ['Co-production sought', 'open', 650_000]] },
    distribution: 'Finished tape and format sold apart. Format bible ready.',
    gates: { budgetBreakdown: 'nda', distributionPlan: 'nda', marketingStrategy: 'member', contactDetails: 'member' },
    views: 2466, ageDays: [97, 30],
  },
  {
    slug: 'forty-one-wagons', title: 'Forty-One Wagons', owner: 'niamh-castellow', status: 'published', format: 'documentary_series', genres: ['true-crime', 'documentary'], stage: 'treatment', budgetBand: 'low',
    logline: 'In November 1983 a grain train left Tarnobrzeg with forty-two wagons and arrived with one; forty years on, the signalman on duty has agreed to be asked.',
    synopsis: `It is the size of the thing. Forty-one wagons, eleven hundred tonnes of rye, twenty minutes between two signal boxes. There was an inquiry, and the inquiry’s finding was that there had been no train.

Each of the five parts takes one reading of that sentence. That it was a clerical error: the clerk is alive. That it was stolen: by whom, with what cranes, and where does one put a train. That it was sent east and it was safest not to say so. That it never left. The fourth part measures every siding in the district with a man who loves sidings.

In the fifth Mr Edward Sokół, ninety, who has been asked politely for two years, sits down in his old box and works the levers for the camera in the order he worked them that night. It is all there in the order. It was forty-one small thefts, one at each crossing, by the people who lived there, in a winter when there was no bread, and he set every signal for them.`,
    tone: 'True crime without a corpse.',
    themes: ['hunger', 'solidarity', 'railways'],
    comps: [['Unclaimed', 2022, 'Factual series form.'], ['The Missing Mile', 2017, 'Archive mystery.']],
    team: [['Niamh Castellow', 'Director', 'signed'], ['Ilse Tarnowska-Reid', 'Research and consulting', 'signed']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'documentary', kind: 'development', episodes: 5, days: 52, plan: [['Media programme, development', 'conditional', 90_000], ['Broadcaster', 'proposed', 520_000], ['Film institute', 'proposed', 310_000], ['Development and first part, sought', 'open', 180_000]] },
    gates: { budgetBreakdown: 'confidential', contactDetails: 'member' },
    views: 1904, ageDays: [71, 26],
  },
  {
    slug: 'last-orders-please', title: 'Last Orders, Please', owner: 'nightbus-television', status: 'published', format: 'unscripted', genres: ['comedy', 'documentary'], stage: 'packaging', budgetBand: 'low',
    logline: 'A pub that closes for good tonight is handed to its regulars, who have always known how it should be run and have until eleven to prove it.',
    synopsis: `Every week a British pub shuts. Each of these twelve half-hours is set on the last night of one. At noon the licensee gives the keys to four regulars. They draw lots for bar, kitchen, cellar and door. The licensee sits down at their table and is, for the first time, a customer.

There is no prize and no rescue. What there is: a man who has complained about the pies since 2004 making one. A quiet widow who turns out to be a natural on the door. Somebody’s ex. The accounts, read aloud, in a tone of discovery.

At ten to eleven someone must ring the bell. They always ask the licensee to, and the licensee, by the rules, may not. Who it is, and what they say, is the programme. The closing caption gives the name, the years, and what the building is now. In one of the first three it is a pub.`,
    tone: 'Warm, loud, unforgiving about pies.',
    audience: 'Early-evening and on-demand; strong regional press.',
    comps: [['Counter Service', 2019, 'Access format, no host.'], ['The Repair Counter', 2018, 'Warmth, returnability.']],
    team: [['Oona Thackeray-Bose', 'Executive producer', 'signed'], ['Dermot Askwith', 'Series consultant', 'interested']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'documentary', kind: 'presale', episodes: 12, days: 48, plan: [['Broadcaster, development order', 'signed', 80_000], ['Broadcaster, series', 'conditional', 780_000], ['Format presales sought', 'open', 240_000]] },
    gates: { budgetBreakdown: 'nda', distributionPlan: 'nda', contactDetails: 'member' },
    views: 1377, ageDays: [46, 9],
  },
];

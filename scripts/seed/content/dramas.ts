import type { SeedPitch } from './pitch.ts';

export const dramas: readonly SeedPitch[] = [
  {
    slug: 'salt-year', title: 'Salt Year', owner: 'maren-oyelaran', status: 'published', format: 'feature', genres: ['drama', 'survival'], stage: 'financing', budgetBand: 'mid',
    logline: 'After the sea takes the causeway, a tidal-island ferrywoman has one winter to talk eleven holdouts off the island before the mainland stops sending boats.',
    synopsis: `Hesk has one road, and for nine hours a day it is under the sea. When an October storm takes the road for good, the council gives the island a date: after the thirty-first, no boat will be sent for anyone who stayed.

Ada Tarrow has run the ferry for twenty-six years. She knows who owes whom, who is not speaking, and which of the eleven would rather drown than be seen leaving. One tide at a time she goes house to house, and each house asks for something before it will go: a letter read aloud, a dog found, a debt said out loud in front of the man who owes it. Her daughter Isla keeps the list and starts a second one, of what her mother has promised.

The harbourmaster, Roth, has his own orders, and a flat on the mainland with the heating already on. At the meeting in the harbour office he puts the date to a vote he has no power to hold. One hand goes up. It is Isla’s.

By Christmas there are three left, and one of them is Ada’s own father, who built the slipway and will not walk down it. Ada finds that in all the years of carrying people across she has never once spent a night on the other side. The reasons she has been giving the others are the ones she has needed to hear.

On the last tide the boat goes out with two passengers. Isla is at the wheel. Ada is on the wall, then on the slip, then in the water to her knees, and then, because somebody has thrown the rope and it would be rude to let it fall, aboard. Her father watches from the lit window. In the spring a surveyor rows out and finds the lamp filled, the stove swept, and the list pinned to the door with every name crossed off but one.`,
    tone: 'Dry, tidal, unsentimental. Long light, wet stone, people who say a quarter of what they mean. No score until the second act.',
    themes: ['leaving', 'debts between neighbours', 'mothers and daughters', 'managed retreat'],
    audience: 'Adults who go to the cinema for actors. Strong with audiences over forty-five and, in test readings, with anyone from a place that has a last bus.',
    whyNow: 'Four coastal councils in the north have published lists of places they will no longer defend. The film is about the evening such a list is read out.',
    productionPlan: 'Twenty-four shoot days from 6 September on two islands with a working slip. Harbour office is a build, which holds five of the seven night shoots. First day of photography before 30 September, as the grant requires.',
    comps: [['The Last Fathom', 2019, 'For the ensemble, and for what it left out.'], ['Wrackline', 2022, 'Same season, same latitude, shot in 26 days.'], ['A House Facing Away', 2017, 'For a lead who is right and unbearable.']],
    team: [['Maren Oyelaran', 'Writer, director', 'signed'], ['Callum Ofori-Strand', 'Producer, Quarrylight', 'signed'], ['Petra Lindemarsh', 'Ada Tarrow', 'letter_of_intent'], ['Leonie Achterberg', 'Director of photography', 'letter_of_intent'], ['Anselm Quaye', 'The harbourmaster', 'interested'], ['Idris Vantongeren', 'Composer', 'interested']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', days: 24, plan: [['Senior loan, presales and credit', 'signed', 900_000], ['Screen agency grant', 'conditional', 300_000], ['Gap, unsold territories', 'conditional', 200_000], ['Deferments', 'proposed', 100_000], ['Equity sought', 'open', 1_000_000]] },
    distribution: 'Presold: UK and Ireland, Germany, Nordics. Sales agent attached for the rest, fifteen per cent, market expenses capped at 75,000. Autumn festival, domestic release in the February of long nights, broadcaster window at twelve months.',
    marketing: 'Preview tour by ferry: nine harbours, nine halls, tickets sold by the harbourmasters. One image, the word under water, and a date.',
    gates: { budgetBreakdown: 'nda', financialProjections: 'deal', distributionPlan: 'nda', marketingStrategy: 'member', contactDetails: 'nda' },
    views: 4218, ageDays: [214, 112],
  },
  {
    slug: 'the-weighbridge', title: 'The Weighbridge', owner: 'wanjiru-hale-odero', status: 'published', format: 'feature', genres: ['drama', 'thriller'], stage: 'financing', budgetBand: 'low',
    logline: 'A weighbridge clerk on the Mombasa road who has never taken a bribe must find a hospital bond in nine nights, and every driver on the road knows it.',
    synopsis: `Grace Achieng has weighed trucks at Mariakani for fourteen years and has never let one through heavy. It has cost her a promotion, a husband and the good will of the canteen. When her son is held at a private hospital that will not discharge him until the bond is paid, she has nine night shifts to find eleven months’ salary.

The drivers hear before she has put the phone down. They do not offer more; they offer less, in order to be the one she can live with. A cement haulier named Wafula offers nothing at all and simply stops on the plate each night, four tonnes over, and waits.

Grace begins to keep two logs. On the seventh night she lets one truck pass, and on the eighth learns what was under the cement. The ninth night she closes the bridge, alone, with the whole road backed up to the sea, and weighs every vehicle that she ever waved on in her head. The bond is paid by somebody she fined in 2011. Her son walks out. She is moved to a desk with a view of the road, and looks at it.`,
    tone: 'Night work: sodium light, engine heat, figures read aloud. Tension by arithmetic.',
    themes: ['honesty as a habit', 'hospital debt', 'freight'],
    audience: 'Pan-African theatrical and festival audiences; readers of slow thrillers anywhere.',
    whyNow: 'The corridor is being automated this year. The last clerks are still there to be filmed.',
    productionPlan: 'Twenty-two nights at a decommissioned weighbridge near Voi, thirty trucks by arrangement with one haulier, no green screen.',
    comps: [['Axle Load', 2016, 'One location, rising numbers.'], ['Night Toll', 2021, 'A woman at a barrier, and audiences came.']],
    team: [['Wanjiru Hale-Odero', 'Writer, director', 'signed'], ['Achieng Morrell', 'Grace', 'letter_of_intent'], ['Ekow Vandersloot', 'Executive producer, Brass Key Capital', 'interested']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', days: 22, plan: [['National film fund', 'signed', 240_000], ['Broadcaster presale', 'conditional', 260_000], ['Producer deferments', 'proposed', 60_000], ['Equity sought', 'open', 640_000]] },
    distribution: 'East African theatrical through one exhibitor, broadcaster presale for the continent, festival sales agent for the rest.',
    marketing: 'Posters on tailgates. The haulier has agreed to forty.',
    gates: { budgetBreakdown: 'nda', distributionPlan: 'member', marketingStrategy: 'public', contactDetails: 'member' },
    views: 2206, ageDays: [190, 76],
  },
  {
    slug: 'calf-money', title: 'Calf Money', owner: 'sipho-renwick-dube', status: 'published', format: 'feature', genres: ['coming-of-age', 'drama'], stage: 'packaging', budgetBand: 'low',
    logline: 'A fifteen-year-old herder in the Eastern Cape sells the calf that was to pay for her brother’s initiation, and has one auction season to buy it back before anyone counts the kraal.',
    synopsis: `Nomsa is left in charge of nineteen cattle while her father works away. Her brother Lwazi will go to the mountain in December, and the white-faced calf is to pay for it. In September she sells the calf to a man with a bakkie, for cash, for a reason she tells no one: her friend Zintle needs a bus to Durban and a week there, and cannot ask.

The man sells on. Nomsa follows the calf through a season of auctions, learning to bid with other people’s money, to read a scale and a man’s hat. She gets good. By November she owns a third of six animals and none of the one she needs.

Lwazi counts the kraal. He does not tell their father; he asks her what it fetched. On auction day they stand together, and he bids against her, on purpose, to drive the price past the dealer’s nerve, and then drops. She takes the calf home on foot, forty kilometres. Zintle walks the last ten with them. In December their father counts nineteen and says the calf has grown. It has. It is a different calf.`,
    tone: 'Warm ground, cold mornings. Funny in the way siblings are, about things that are not.',
    themes: ['what a family counts', 'friendship', 'price'],
    audience: 'Families with teenagers; schools; festivals with a youth section.',
    comps: [['Dipping Day', 2018, 'Same country, same respect for stock.'], ['Small Bids', 2020, 'A girl among dealers.']],
    team: [['Sipho Renwick-Dube', 'Writer, director', 'signed'], ['Noluthando Ferris', 'Nomsa', 'interested']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', days: 26, plan: [['Rebate, thirty-five per cent of spend', 'conditional', 260_000], ['Foundation grant', 'signed', 90_000], ['Equity sought', 'open', 400_000]] },
    distribution: 'School screenings first, in isiXhosa, then theatrical. Streaming only after the second term.',
    gates: { budgetBreakdown: 'confidential', contactDetails: 'member' },
    views: 1377, ageDays: [150, 58],
  },
  {
    slug: 'second-language', title: 'Second Language', owner: 'harpreet-macaskill', status: 'published', format: 'feature', genres: ['drama', 'family'], stage: 'script', budgetBand: 'low',
    logline: 'Clearing her late husband’s shop, a Glasgow Punjabi grandmother finds forty years of letters in Gaelic, and enrols in an evening class to learn what he said, and to whom.',
    synopsis: `Manjit Gill has buried her husband and is emptying the shop. Behind the scales are letters, one a month since 1979, in a language she takes for a code. The librarian says it is Gaelic. The evening class has seven pupils, six of whom want to read songs.

Manjit learns to say that she has a cat before she can ask the only thing she wants to know. Her granddaughter could have the lot translated in an afternoon and is forbidden to. Week by week the letters give way: weather, ewes, a roof, a name.

By spring Manjit can read well enough to know that she should have stopped. She takes the bus and the boat to Lewis and knocks at the address. The woman who opens is eighty-one and was never his lover; she taught him English by post the winter he arrived, from the same primer, the wrong way round, because it was the only one she had. He never told his wife how he learned. He had wanted to be thought quick. The two women spend a wet week correcting each other’s verbs.`,
    tone: 'Comedy of grammar over a ground of grief. Nobody is quaint.',
    themes: ['languages learned late', 'marriage', 'islands'],
    audience: 'Older audiences, public broadcasters, anyone who has sat an evening class.',
    comps: [['Third Conjugation', 2015, 'For the classroom as a stage.'], ['The Post Bus', 2019, 'Same ferry.']],
    team: [['Harpreet MacAskill', 'Writer', 'signed'], ['Maren Oyelaran', 'Director', 'interested']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'fiction', kind: 'co_production', days: 24, plan: [['Public broadcaster licence', 'conditional', 350_000], ['Gaelic media fund', 'conditional', 180_000], ['Expenditure credit, discounted', 'proposed', 250_000], ['Co-production sought', 'open', 320_000]] },
    distribution: 'Broadcaster premiere in two languages with subtitles in each, cinema release in the ports first.',
    gates: { budgetBreakdown: 'nda', distributionPlan: 'member', contactDetails: 'member' },
    views: 1841, ageDays: [132, 44],
  },
  {
    slug: 'lowland', title: 'Lowland', owner: 'nusrat-holloway-sen', status: 'published', format: 'feature', genres: ['thriller', 'drama'], stage: 'packaging', budgetBand: 'mid',
    logline: 'A Dutch dyke engineer in Khulna discovers that her model, and not the river, chose which villages would flood, and the only man who can read it is one of those she drowned.',
    synopsis: `Saskia de Wael is sent to Khulna to explain why the embankment failed where it did. Her model was correct to eleven centimetres; the report has already been written. In a relief school she meets Anwar Sarder, a surveyor’s assistant from the drowned side, who has kept his own levels in an exercise book for thirty years. They do not agree with hers anywhere, and they agree with each other everywhere.

Anwar’s figures show the benchmark was moved: a brass plate lifted and set again a hand’s width lower, so that one bank counted as high ground. The model did the rest. Somebody chose. Saskia signed.

The two of them walk the polder with a staff and a spirit level, measuring a crime in centimetres, while contractors pour the next one to the same line. The plate is found in the foundations of a shrimp exporter’s house, used as a doorstep. At the inquiry Saskia withdraws her report and with it every claim her firm has paid. Anwar reads his levels into the record, one village at a time. Nobody is arrested. The new bank is built a hand higher.`,
    tone: 'A procedural in mud. Clear air after storms, heat, arithmetic that hurts.',
    themes: ['measurement', 'responsibility', 'water'],
    whyNow: 'Loss and damage payments will rest on models. Somebody will set the benchmarks.',
    productionPlan: 'Thirty-one days in Khulna and Bagerhat after the monsoon, four in Delft. Water work in a worked-out polder with a closed sluice.',
    comps: [['The Level', 2014, 'Procedural in the wet.'], ['Polder', 2020, 'Dutch half of the audience.']],
    team: [['Nusrat Holloway-Sen', 'Writer, director', 'signed'], ['Jette Coorens', 'Saskia', 'letter_of_intent'], ['Rashed Marlowe-Haq', 'Anwar', 'interested']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'gap', days: 35, plan: [['National fund, Netherlands', 'signed', 900_000], ['Broadcaster, Benelux', 'signed', 350_000], ['Production incentive', 'conditional', 480_000], ['Equity, Tamarind Hill', 'conditional', 500_000], ['Gap sought', 'open', 420_000]] },
    distribution: 'Benelux theatrical presold. South Asia through one aggregator with day-and-date Bangla dubbing.',
    gates: { budgetBreakdown: 'nda', financialProjections: 'nda', distributionPlan: 'nda', contactDetails: 'confidential' },
    views: 1630, ageDays: [161, 63],
  },
  {
    slug: 'forty-acres-of-quiet', title: 'Forty Acres of Quiet', owner: 'delphine-okafor-reyes', status: 'published', format: 'feature', genres: ['western', 'drama'], stage: 'financing', budgetBand: 'high_indie',
    logline: 'A deaf homesteader who can feel a horse a mile off defends the last unfenced claim in the valley against the brother who filed on it.',
    synopsis: `Colorado Territory, 1883. Temperance Vail has proved up her claim on every count but one: the law wants a voice to swear it. Her brother Amos swears for her, and files in his own name.

She hears nothing and knows when anyone is coming. Hoofs reach her through the floor, a wagon through the well rope. The valley has learned to sign enough to trade and not enough to testify. Amos returns with a surveyor, four hired men and a fence.

Temperance does not shoot first. She ploughs: forty acres in furrows that carry every footfall to the house, an instrument laid out in earth. For nine nights the hired men walk across it in the dark, and one by one are met before they have arrived. The surveyor changes sides when he sees that her furrows are straighter than his line.

It comes to a hearing in a church. The judge will take an oath by hand if someone in the county can read it back. It is Amos, in the end, who must say aloud what his sister has signed, and he does, every word, including the ones about him. She keeps the land. He keeps the fence, rolled up, at the side of the road.`,
    tone: 'A western with the sound taken seriously: ninety minutes in which silence is a weapon and nobody is pitied.',
    themes: ['land and law', 'sign language', 'brothers'],
    audience: 'Western audiences, deaf audiences, and anybody who has seen a dark theatre go quiet on purpose.',
    whyNow: 'A deaf lead, a deaf writer of dialogue and a mix designed to be felt are now bankable in a way they were not.',
    productionPlan: 'Thirty-four days in northern New Mexico. One valley, one church, one plough team. The furrows are cut in week one and shot as they grow.',
    comps: [['The Cut Bank', 2016, 'Budget and landscape.'], ['Hands at Noon', 2021, 'Signed lead, wide release.'], ['Quitclaim', 2018, 'A western about paper.']],
    team: [['Delphine Okafor-Reyes', 'Writer, director', 'signed'], ['Marisol Tennant-Kaye', 'Temperance Vail', 'signed'], ['Callum Ofori-Strand', 'Producer, Quarrylight', 'signed'], ['Warrick Dunmore', 'Amos', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', days: 34, plan: [['Senior loan, presales', 'conditional', 3_400_000], ['New Mexico credit, discounted', 'conditional', 2_100_000], ['Gap', 'proposed', 900_000], ['Equity, first close', 'signed', 1_200_000], ['Equity sought', 'open', 2_000_000]] },
    distribution: 'Domestic specialty distributor in negotiation with a 450-screen commitment. Presales targeted in six territories where westerns still open.',
    marketing: 'Trailer without sound first. Then the same trailer with.',
    gates: { budgetBreakdown: 'nda', financialProjections: 'deal', distributionPlan: 'nda', marketingStrategy: 'member' },
    views: 2708, ageDays: [170, 3],
  },
];

import type { SeedPitch } from './pitch.ts';

export const families: readonly SeedPitch[] = [
  {
    slug: 'paper-lions', title: 'Paper Lions', owner: 'hyun-woo-castellane', status: 'published', format: 'animation', genres: ['animation', 'heist', 'adventure'], stage: 'packaging', budgetBand: 'high_indie',
    logline: 'Five forgers who can only draw one animal each must fold their work into a single map before the man who commissioned it discovers that there is no treasure.',
    synopsis: `In a port made of paper, everything is folded and everyone can be copied. Old Bao draws lions. Four younger forgers draw one thing each, badly noticed: a heron, a hare, a carp, a gate. The customs chief, who collects islands, wants a map to one that nobody owns.

There is no such island. The five decide to draw it, one sheet each, so that only together does it make sense. The chief, not a fool, locks them up until the sheets agree.

In the cell they fold. A hare’s ear becomes a headland, the carp a reef. What they make is so good that the sea outside, which is paper too, takes the crease. The chief sails for an island that rises as he nears it, and lands. It is theirs: they drew the only way in, and left a lion at the gate. He is inside it still, owner of everything as far as the fold. The five walk out of the harbour under a hat.`,
    tone: 'Origami noir for eight-year-olds and up. Every cut is a fold.',
    themes: ['forgery', 'friendship', 'ownership'],
    audience: 'Family theatrical; the adults who choose.',
    productionPlan: 'Thirty months, three studios. Folding rig proven in a four-minute test. Voices recorded before boards.',
    comps: [['The Tin Heron', 2018, 'European feature animation, wide release.'], ['Crease', 2021, 'Paper as a world.']],
    team: [['Hyun-Woo Castellane', 'Director', 'signed'], ['Morwenna Laskey', 'Producer, Hollow Tree Animation', 'signed'], ['Harriet Osei-Lund', 'Fenwater Partners', 'signed'], ['Idris Vantongeren', 'Composer', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'animation', kind: 'gap', plan: [['Tax rebate, France', 'conditional', 2_700_000], ['Regional funds', 'signed', 1_100_000], ['Broadcasters and presales', 'conditional', 2_600_000], ['Equity', 'signed', 900_000], ['Gap sought', 'open', 1_200_000]] },
    distribution: 'France and Korea presold. Agent specialised in family animation, minimum guarantee on delivery.',
    marketing: 'The poster folds into a lion. Instructions on the back.',
    gates: { budgetBreakdown: 'nda', financialProjections: 'nda', distributionPlan: 'nda', marketingStrategy: 'public' },
    views: 3508, ageDays: [205, 92],
  },
  {
    slug: 'the-lighthouse-that-walked', title: 'The Lighthouse That Walked', owner: 'yann-kerbrat-osei', status: 'published', format: 'animation', genres: ['animation', 'family', 'adventure'], stage: 'financing', budgetBand: 'studio',
    logline: 'When the sea goes out from Brittany and does not come back, the smallest lighthouse on the coast gets up and goes to look for it, with a girl asleep in the lamp room.',
    synopsis: `One morning there is only sand. The big lights, electric and important, go on flashing at nothing. The small one, Petit Minou, who has been due for demolition since the war, unbends one leg.

Nolwenn, nine, wakes in the lamp room two miles from home. The lighthouse cannot speak; it has one word, which is light, in intervals. She learns to read it. They cross the bed of the sea together: wrecks, a village of crabs with opinions, a whale waiting politely in a puddle.

The sea has been called away by somebody who shouted louder, a harbour of new towers far to the south where every window is lit all night. It thought it was wanted. Petit Minou is too small to be seen against that. Nolwenn puts out its lamp. In all that glare a single dark place is what the sea notices, and it comes home to see what is wrong, at a run, carrying them. The lighthouse sits down somewhere better. The chart is corrected.`,
    tone: 'Watercolour, wind, comic scale. Fewer words as it goes on.',
    themes: ['being small', 'noise', 'home'],
    audience: 'Four and up, worldwide; almost no dialogue to dub.',
    comps: [['The Tin Heron', 2018, 'Territories and method.'], ['Where the Snow Is Kept', 2022, 'Nearly wordless, family.']],
    team: [['Yann Kerbrat-Osei', 'Director', 'signed'], ['Morwenna Laskey', 'Producer, Hollow Tree Animation', 'signed'], ['Carmen Iturralde-Voss', 'Rambla Mezzanine', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'animation', kind: 'equity', plan: [['Tax rebate, France', 'conditional', 5_600_000], ['National centre, advance', 'signed', 1_500_000], ['Broadcasters', 'signed', 2_400_000], ['Presales', 'conditional', 5_000_000], ['Mezzanine', 'conditional', 2_000_000], ['Equity sought', 'open', 3_500_000]] },
    gates: { budgetBreakdown: 'nda', financialProjections: 'deal', distributionPlan: 'nda', marketingStrategy: 'member' },
    views: 4011, ageDays: [181, 67],
  },
  {
    slug: 'postage-due', title: 'Postage Due', owner: 'benedita-crasto-lume', status: 'published', format: 'animation', genres: ['animation', 'fantasy', 'family'], stage: 'script', budgetBand: 'mid',
    logline: 'In the dead-letter office of Lisbon’s central post, the stamps of vanished countries conspire to deliver one last letter to a country that no longer exists.',
    synopsis: `After hours the stamps come off their envelopes and stretch. They are from nowhere: kingdoms annexed, colonies renamed, a republic that lasted a weekend. None of them is good for postage any more.

A letter arrives addressed to Zelva, which was dissolved in 1924. The office must destroy it in thirty days. The stamps, who are a proud lot and have not delivered anything in a century, decide to find Zelva. A profile of a queen, a locomotive, an overprinted heron and a blank who was never issued set out through pneumatic tubes, customs and an aviary.

What is left of Zelva is one man in a flat in Graça, its last consul’s son, who has kept a post office in his kitchen in case. The letter is for his father, from a girl who waited. He reads it to them. Then he cancels each of the stamps, properly, with the old die, and for the blank he makes up a country. In the morning the sorting clerk finds an envelope that has arrived.`,
    tone: 'Gummed paper and lamplight. Stop-motion at the scale of a fingernail.',
    themes: ['usefulness', 'vanished places'],
    comps: [['Crease', 2021, 'Paper as a world.'], ['The Button Parliament', 2016, 'Stop-motion, mid budget.']],
    team: [['Benedita Crasto-Lume', 'Writer, director', 'signed'], ['Hyun-Woo Castellane', 'Paper design', 'interested']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'animation', kind: 'co_production', plan: [['National institute', 'conditional', 900_000], ['Cash rebate', 'conditional', 1_200_000], ['Broadcaster', 'signed', 250_000], ['Co-production sought', 'open', 1_900_000]] },
    gates: { budgetBreakdown: 'confidential', contactDetails: 'member' },
    views: 1687, ageDays: [79, 24],
  },
  {
    slug: 'the-goat-party', title: 'The Goat Party', owner: 'mihnea-carrow', status: 'published', format: 'animation', genres: ['animation', 'satire', 'political'], stage: 'treatment', budgetBand: 'mid',
    logline: 'Forty goats accidentally elected to run a mountain district govern rather well, until they have to form a coalition.',
    synopsis: `A clerk in a hurry enters the livestock register in the candidates’ column. Forty goats take forty seats. The constitution, consulted, does not say they may not.

They meet on time. They cannot be bribed with anything that costs more than cabbage. Roads are mended, because they use them. In their first budget they abolish fences and, by eating it, a loan agreement. The old party, routed, studies them and concludes that what they lack is a partner.

The partner is courteous, experienced, grey, with excellent teeth. He asks for one ministry, Interior. The nanny goat who chairs the council, Floarea, can count: each week the majority is smaller and the minutes are in order. She cannot expel him without a quorum he has been eating. So she calls an election, and campaigns, for the first time, by telling the truth about what a coalition is. The district, which has never heard it, votes for the goats. Thirty-one are left. It is enough.`,
    tone: 'Deadpan, woodcut, adult. Nobody in it thinks it is funny.',
    themes: ['government', 'appetite'],
    comps: [['The Button Parliament', 2016, 'Satire in stop-motion.'], ['Wool', 2022, 'Adult animation from the region.']],
    team: [['Mihnea Carrow', 'Writer, director', 'signed']],
    seekingInvestment: true,
    ask: { amount: 110_000, currency: 'EUR', kind: 'development' },
    gates: { contactDetails: 'member' },
    views: 1895, ageDays: [52, 11],
  },
  {
    slug: 'the-christmas-signal-box', title: 'The Christmas Signal Box', owner: 'gwenllian-prosser-shah', status: 'published', format: 'tv_movie', genres: ['family', 'romance'], stage: 'packaging', budgetBand: 'low',
    logline: 'Made redundant on Christmas Eve, a Welsh signalwoman keeps the branch line running one night longer with borrowed steam, to prove to a snowbound inspector that it has passengers.',
    synopsis: `Nant-y-Gof box closes at six, the line with it. Bethan Rees has worked its levers for nineteen years and is to hand the keys to an inspector from Derby, Mr Iqbal Wren, who arrives on the last train and cannot, because of snow, leave.

His form has one question: number of passengers. Tonight’s figure decides the review. Bethan rings round. There is one engine, in a museum; one driver, eighty; and a valley full of people who have always meant to take the train.

They come with a harp, a ewe, a turkey and a grandmother who has not been out since the funeral. The inspector counts, and after a while stops counting and pulls a lever when he is told. At midnight the line is blocked, and for an hour nobody can get anywhere, and that turns out to be what they had come for. He writes a number on the form. It is far too high. It is also, Bethan points out, correct: he has counted everyone who is not sitting at home.`,
    tone: 'Steam, wool, a proper kiss at a level crossing.',
    audience: 'Christmas Eve, all of it.',
    comps: [['The Branch Line', 2014, 'Television film, repeat value.'], ['Last Post before Christmas', 2019, 'Slot and budget.']],
    team: [['Gwenllian Prosser-Shah', 'Writer', 'signed'], ['Oona Thackeray-Bose', 'Producer, Nightbus Television', 'signed'], ['Heulwen Okafor', 'Bethan', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'fiction', kind: 'presale', days: 19, plan: [['Broadcaster licence', 'conditional', 600_000], ['Expenditure credit, discounted', 'conditional', 290_000], ['Presales sought', 'open', 260_000]] },
    gates: { budgetBreakdown: 'nda', distributionPlan: 'member', contactDetails: 'member' },
    views: 1566, ageDays: [64, 17],
  },
  {
    slug: 'homing', title: 'Homing', owner: 'bilal-harcourt-mirza', status: 'published', format: 'feature', genres: ['adventure', 'family'], stage: 'script', budgetBand: 'low',
    logline: 'A pigeon racer’s granddaughter in Lahore swaps the family champion for a smuggler’s bird by mistake, and has to win the one race it must not finish.',
    synopsis: `Zara’s grandfather has flown pigeons off the same roof in Androon Shehr for fifty years. On the eve of the Ravi Cup she carries the champion, Sikandar, across the city in a basket, stops for kulfi, and picks up the wrong basket.

The bird she has is fast, plain and ringed with a capsule. The bird she had is on its way to a border in a bread van. The man who wants his pigeon back is reasonable: it will fly home to his loft, as it always does, and nobody will be hurt, so long as it does not win. If it wins it will be photographed.

Zara has two days, a bicycle and a cousin. She learns the trade from the smuggler’s own boy, who is ten and tired of it. On race day eleven hundred birds go up over the river. The plain one leads. On the roof she does what her grandfather has told her never to do, and whistles another man’s bird down. It lands on her arm, a metre short of the line. Sikandar comes in last, at dusk, on foot.`,
    tone: 'Rooftops at kite height. Fast, warm, no villain over five feet tall.',
    comps: [['Kite Paper', 2015, 'City and age of lead.'], ['The Wrong Basket', 2021, 'Mix-up as engine.']],
    team: [['Bilal Harcourt-Mirza', 'Writer, director', 'signed']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', days: 29, plan: [['Producer', 'signed', 60_000], ['Foundation grant', 'conditional', 110_000], ['Broadcaster', 'proposed', 140_000], ['Equity sought', 'open', 330_000]] },
    gates: { budgetBreakdown: 'member', contactDetails: 'member' },
    views: 1249, ageDays: [57, 14],
  },
  {
    slug: 'dead-reckoning-for-beginners', title: 'Dead Reckoning for Beginners', owner: 'tamsin-keough-barrow', status: 'published', format: 'feature', genres: ['coming-of-age', 'comedy'], stage: 'financing', budgetBand: 'low',
    logline: 'A fourteen-year-old who has always lied about being able to navigate must sail her grandfather’s body from his wake back to the island that refused to bury him.',
    synopsis: `Pearl Tobin can steer, and has let it be thought that she can navigate. When Poppy dies on the wrong side of Placentia Bay, in the middle of a quarrel with the parish of Merasheen, the uncles are drunk and the priest is firm. Pearl casts off with the coffin, her small brother and a schoolbook.

Dead reckoning, says the book, is speed, time, heading, and honesty about all three. She is good at two. For four days they are exactly where she says they are until they are not. Fog. A whale, or a rock. A lighthouse keeper who has been automated and stayed. Her brother talks to the coffin, which on the third day begins to seem sensible.

She has lied to make people leave her alone. Now every lie has a bearing. She writes down where they really are, beginning with school. By the time they raise Merasheen she can fix it to a cable. The parish is on the beach. So are the uncles. Pearl tells them what Poppy said about each of them, in order, and they carry him up.`,
    tone: 'Salt-cured, foul-mouthed, tender. Shot at water level.',
    themes: ['lying', 'grandfathers', 'navigation'],
    productionPlan: 'Twenty-six days in Placentia Bay in July, one punt, two doubles of it, a safety boat in every reverse.',
    comps: [['Wake’s End', 2017, 'Newfoundland, funny, sad.'], ['The Last Fathom', 2019, 'Water work at this budget.']],
    team: [['Tamsin Keough-Barrow', 'Writer, director', 'signed'], ['Callum Ofori-Strand', 'Producer, Quarrylight', 'letter_of_intent'], ['Lionel Marchetti-Boateng', 'Gantry Street Capital, bridge', 'signed']],
    seekingInvestment: true,
    money: { currency: 'CAD', shape: 'fiction', kind: 'equity', days: 26, plan: [['National agency', 'signed', 700_000], ['Provincial equity programme', 'signed', 300_000], ['Tax credits', 'conditional', 520_000], ['Broadcaster', 'conditional', 180_000], ['Equity sought', 'open', 400_000]] },
    distribution: 'Canadian distributor attached, ten cities plus a summer of church halls.',
    gates: { budgetBreakdown: 'confidential', financialProjections: 'nda', distributionPlan: 'member', contactDetails: 'member' },
    views: 2087, ageDays: [108, 42],
  },
];

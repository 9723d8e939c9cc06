import type { SeedPitch } from './pitch.ts';

export const speculative: readonly SeedPitch[] = [
  {
    slug: 'bright-particular', title: 'Bright Particular', owner: 'cosima-abernethy-diallo', status: 'published', format: 'feature', genres: ['sci-fi', 'romance'], stage: 'idea', budgetBand: 'mid',
    logline: 'Two astronomers on opposite sides of the planet fall in love over a signal that only appears while the other is asleep.',
    synopsis: `Awa Sarr listens in the Karoo, Tomás Brill in the Atacama. The signal is a single bright line that drifts, and it is only ever above the horizon of whoever is on shift. They pass it to each other twice a day like a child between parents.

The handover notes lengthen. They are forbidden to speculate about the signal and so they speculate about everything else. Neither has ever been awake when the other is. When Tomás asks her to describe what it does at its setting, she sends eleven pages, and none of them is about the sky.

The line begins to weaken, and the explanation that fits best is that it is not a source at all but an echo: their own two dishes, once a day, through the same patch of gas. If they stop observing, they will lose it. If they meet, there will be no one on the other side. They agree to both take one night off. Each looks up, unassisted, at the same dark. It is still there.`,
    tone: 'Two deserts, two rooms, one long conversation in the past tense.',
    themes: ['distance', 'attention'],
    comps: [['The Handover', 2019, 'Two leads who never share a scene.'], ['Hydrogen Line', 2015, 'Radio astronomy on a small budget.']],
    team: [['Cosima Abernethy-Diallo', 'Writer, director', 'signed']],
    seekingInvestment: true,
    ask: { amount: 75_000, currency: 'USD', kind: 'development' },
    distribution: 'Too early to say, and we would rather not make it up.',
    gates: { budgetBreakdown: 'member', financialProjections: 'member', distributionPlan: 'member', marketingStrategy: 'member', contactDetails: 'member' },
    views: 1118, ageDays: [44, 1],
  },
  {
    slug: 'leap-second', title: 'Leap Second', owner: 'marit-holm-achebe', status: 'published', format: 'feature', genres: ['sci-fi', 'drama'], stage: 'packaging', budgetBand: 'low',
    logline: 'The technician who adds the leap second to the world’s clocks has kept one back for herself each time, and now has twenty-seven to spend.',
    synopsis: `Berthe Amsel works in the basement of the bureau outside Paris that decides what time it is. Twenty-seven times since 1972 a second has been added, and twenty-seven times she has typed the command and felt a second go somewhere. She has them. They are hers, they are still, and the world waits in them.

For most of her life she has had no use for them. She spends the first at sixty-one, to look properly at a face on a platform. The second goes on moving a cup from the edge of a table. She is very frugal. Then her brother collapses in her kitchen, and there are twenty-two seconds in hand and four minutes to the ambulance.

The film’s second half takes place in those twenty-two seconds, one at a time, each as long as she can bear to walk about in it: for the neighbour’s door, for the oxygen in the dentist’s below, for a goodbye. She uses twenty-one. In 2035 the bureau abolishes the leap second. She has one left, and she is in no hurry.`,
    tone: 'Small, exact, unexplained. One effect: stillness.',
    themes: ['thrift', 'time', 'siblings'],
    comps: [['The Pause', 2018, 'One device, taken seriously.'], ['Standard Kilogram', 2021, 'The same suburb.']],
    team: [['Marit Holm-Achebe', 'Writer, director', 'signed'], ['Solange Pettifer', 'Berthe', 'letter_of_intent'], ['Bertil Okoye-Lang', 'Skerry Light Fund', 'interested']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'equity', days: 24, plan: [['National fund, Norway', 'conditional', 420_000], ['Co-producer, France', 'conditional', 380_000], ['Regional fund', 'signed', 150_000], ['Equity sought', 'open', 450_000]] },
    gates: { budgetBreakdown: 'confidential', financialProjections: 'nda', contactDetails: 'member' },
    views: 2866, ageDays: [101, 34],
  },
  {
    slug: 'bill-of-lading', title: 'Bill of Lading', owner: 'kofi-lindqvist', status: 'published', format: 'feature', genres: ['sci-fi', 'thriller'], stage: 'financing', budgetBand: 'mid',
    logline: 'Two stowaways on a container ship with no crew must persuade its autopilot, which is required to remove weight that is not on the manifest, that they are cargo.',
    synopsis: `The Halvard Sound sails from Durban to Gothenburg with four thousand containers and nobody. Kwame, a marine engineer without papers, and Lise, who has papers and a reason not to use them, board separately and find each other by the ship’s announcement that it is a hundred and thirty-one kilos over.

The ship is polite. It is obliged to deliver what is on the bill of lading and to jettison what endangers it. Anything unlisted is water. They can live only as long as they are entered as goods, and the ship audits daily.

They become machine parts, then a piano, then perishable. Each description must be true in a way that the system accepts: what they weigh, what temperature they keep, what they are worth. The last is the difficult one. As a storm brings the ship to its load line it asks for declared value in order to decide what to drop. Each enters the other, and a figure. In Gothenburg a container is opened. The consignee’s signature is the ship’s.`,
    tone: 'A thriller of definitions. Steel, salt, one calm voice.',
    themes: ['value', 'automation', 'migration'],
    productionPlan: 'Nineteen days on a laid-up vessel in Landskrona, nine on a gimbal set. Two actors, one voice, weather by hose.',
    comps: [['Deadweight', 2017, 'Ship, two-hander.'], ['Autonomous', 2022, 'A machine that keeps to the rules.']],
    team: [['Kofi Lindqvist', 'Writer, director', 'signed'], ['Bertil Okoye-Lang', 'Executive producer, Skerry Light Fund', 'signed'], ['Emmanuel Strandberg-Boateng', 'Kwame', 'signed'], ['Tuva Ellery', 'Lise', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'gap', days: 28, plan: [['Skerry Light Fund', 'signed', 500_000], ['Film institute, Sweden', 'signed', 620_000], ['Production incentive', 'conditional', 350_000], ['Presales', 'conditional', 380_000], ['Gap sought', 'open', 300_000]] },
    distribution: 'Nordics signed. Genre streamer has seen the teaser and asked a question about the ending, which stays.',
    gates: { budgetBreakdown: 'nda', financialProjections: 'nda', distributionPlan: 'nda', contactDetails: 'confidential' },
    views: 2519, ageDays: [124, 52],
  },
  {
    slug: 'a-queue-for-miracles', title: 'A Queue for Miracles', owner: 'xochitl-arden-ruiz', status: 'published', format: 'feature', genres: ['fantasy', 'comedy'], stage: 'packaging', budgetBand: 'low',
    logline: 'The teenager who plays the Virgin in an Oaxacan town’s procession performs one real miracle by accident, and by evening there is a queue.',
    synopsis: `Remedios, sixteen, has the part because the robe fits. On Good Friday she trips, puts out a hand, and Don Eusebio’s knee, bad since 1988, is well. He walks home. People notice how he walks.

By nightfall sixty of them stand outside her mother’s stationery shop. By Sunday there are numbered tickets, printed by her mother, and a bishop’s secretary with a form. Remedios tries to do it again and cannot, and finds that nobody leaves. A queue, once formed, has its own uses: in it, a divorced couple make up, a debt is forgiven, a boy learns to read. People come out cured of things they had not come about.

The secretary has to certify one miracle or deny it. Remedios tells him the truth, that nothing has happened since Friday. He has been in the queue for six days to ask her, and his own bad temper has gone. She takes a ticket and stands at the end, to see what it is like. Number four hundred and twelve. They are very strict.`,
    tone: 'Sunlit, crowded, irreverent and, on the matter of kindness, quite serious.',
    themes: ['faith', 'waiting', 'towns'],
    comps: [['Ticket Window', 2014, 'Comedy of a crowd.'], ['The Robe Fits', 2020, 'Procession, teenager.']],
    team: [['Xochitl Arden-Ruiz', 'Writer, director', 'signed'], ['Citlali Ferrand', 'Remedios', 'signed']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', days: 27, plan: [['Fiscal stimulus', 'conditional', 520_000], ['State of Oaxaca', 'signed', 90_000], ['Equity sought', 'open', 410_000]] },
    marketing: 'A numbered ticket with every ticket.',
    gates: { budgetBreakdown: 'confidential', marketingStrategy: 'public', contactDetails: 'member' },
    views: 1954, ageDays: [75, 21],
  },
  {
    slug: 'winter-over', title: 'Winter-Over', owner: 'marit-holm-achebe', status: 'published', format: 'feature', genres: ['survival', 'drama'], stage: 'script', budgetBand: 'high_indie',
    logline: 'When the generators fail at an Antarctic station in June, the cook, the only one who knows how much food there really is, is elected leader.',
    synopsis: `Twenty-three people, one aircraft, in November. The fire takes the power plant and the station leader’s nerve. A vote is held by head torch. Ragna Due, the cook, gets nineteen votes because she is the only person who has told nobody anything.

What she knows is that the stores are short. Four hundred kilos went over the side in February to make the load sheet agree, by order, and she initialled it. She can ration to the truth and lose them, or to a lie and lose them later.

She cooks. The film is a winter of meals, each smaller and each more of an occasion: a birthday, a fictional Tuesday, a banquet of describing. Factions form around salt. The scientist who has guessed the figures offers to go outside. Ragna puts the real ledger on the table with the last flour and makes everyone count it aloud. Nobody goes. In November the pilot finds twenty-three people at a laid table, thin and quarrelling about the recipe. She serves him first.`,
    tone: 'Blue outside, orange inside. Hunger, manners, authority.',
    themes: ['leadership', 'truth', 'food'],
    productionPlan: 'Interiors in Tromsø over six weeks; nine days of exteriors on Svalbard in the last of the dark.',
    comps: [['The Cook’s Tent', 2016, 'Expedition from the kitchen.'], ['Thermal', 2021, 'Budget, cold, ensemble.']],
    team: [['Marit Holm-Achebe', 'Writer, director', 'signed'], ['Ingunn Faraday', 'Ragna', 'interested']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'co_production', days: 38, plan: [['Film institute, Norway', 'conditional', 1_800_000], ['Incentive, twenty-five per cent', 'conditional', 1_900_000], ['Presales', 'proposed', 2_200_000], ['Equity, Skerry Light Fund', 'conditional', 700_000], ['Co-production sought', 'open', 1_600_000]] },
    gates: { budgetBreakdown: 'nda', financialProjections: 'nda', distributionPlan: 'nda' },
    views: 2032, ageDays: [92, 45],
  },
  {
    slug: 'dead-slow-ahead', title: 'Dead Slow Ahead', owner: 'wiebke-sandholm-iyer', status: 'published', format: 'feature', genres: ['sci-fi', 'adventure', 'comedy'], stage: 'treatment', budgetBand: 'tentpole',
    logline: 'When the Moon begins to lose a metre of orbit a day, the tug captains of Rotterdam, the only people alive who know how to push something that size slowly, are sent up to hold it.',
    synopsis: `The rocket people have a plan with an explosion in it. At the back of the hearing a retired harbour master, Truus Bakker, asks what the thing weighs and how deep it sits. Nobody has asked that. She has moved larger objects, she says, relative to the equipment.

Four tugs are rebuilt for vacuum. Four captains, combined age two hundred and sixty, are trained by astronauts who are used to going fast. The whole film is the difference: they put their bows to the Moon, gently, at four points, and push for eleven months.

There is no villain. There is a sticking valve, a strike, a marriage conducted over a channel reserved for berthing, and a billionaire who arrives with a faster idea and must be towed off. The tide tables have to be rewritten daily by a girl in Vlissingen. At the last it is a question of when to stop, which the computers do not know and Truus does, by the feel of it through the deck. Dead slow, she says. Stop engines. Let her come to you.`,
    tone: 'Blockbuster scale, harbour tempo. Enormous, tactile, dry.',
    themes: ['craft', 'patience', 'age'],
    audience: 'Everyone who went to see the last one about the Moon, and their parents.',
    comps: [['Salvage Rights', 2017, 'Working ships at scale.'], ['Low Orbit', 2022, 'Budget and date.']],
    team: [['Wiebke Sandholm-Iyer', 'Writer', 'signed']],
    seekingInvestment: true,
    ask: { amount: 400_000, currency: 'USD', kind: 'development' },
    gates: { contactDetails: 'nda' },
    views: 4680, ageDays: [40, 10],
  },
  {
    slug: 'the-sinkhole-committee', title: 'The Sinkhole Committee', owner: 'calder-ruiz-whitman', status: 'published', format: 'feature', genres: ['disaster', 'satire'], stage: 'packaging', budgetBand: 'mid',
    logline: 'As a sinkhole takes one street at a time, the residents’ committee of a Florida retirement park meets nightly to vote on which house should go next, as though it listened.',
    synopsis: `Palmetto Breeze has six hundred homes, a clubhouse and rules about hedges. When the first house goes, on a Tuesday, in breach of several of them, the committee writes it a letter.

Geology declines to attend. Bev Lindqvist-Moore, the secretary, proposes that if they cannot stop it they might at least direct it, and moves the Hendersons, who are in arrears. The Hendersons’ house is gone by morning. There is no connection. The committee is immediately the most powerful body in Florida.

There are lobbies, petitions, a surcharge. People who have not spoken since the pool vote bring casseroles. Bev knows that it is a coincidence, knows the hydrologist’s map by heart, and has been proposing houses in the order on it. When the map runs out she is asked whose turn it is and has to make a decision for the first time. She moves the clubhouse, with the committee in it. Carried, unanimously, by everyone outside.`,
    tone: 'Robert’s Rules at the end of the world.',
    themes: ['power', 'neighbours', 'ground'],
    comps: [['Gated', 2013, 'Satire with a lawn.'], ['Minutes of the Last Meeting', 2020, 'Committee comedy.']],
    team: [['Calder Ruiz-Whitman', 'Writer, director', 'signed'], ['Dorothea Kincaid-Bell', 'Bev', 'letter_of_intent'], ['Gideon Raskell', 'Executive producer', 'interested']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', days: 28, plan: [['Presales', 'proposed', 800_000], ['Equity, first close', 'conditional', 600_000], ['Deferments', 'proposed', 120_000], ['Equity sought', 'open', 1_150_000]] },
    gates: { budgetBreakdown: 'nda', financialProjections: 'nda', contactDetails: 'member' },
    views: 2254, ageDays: [83, 28],
  },
];

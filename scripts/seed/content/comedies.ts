import type { SeedPitch } from './pitch.ts';

export const comedies: readonly SeedPitch[] = [
  {
    slug: 'the-interpreter-of-small-debts', title: 'The Interpreter of Small Debts', owner: 'teodor-marchbank', status: 'published', format: 'feature', genres: ['dark-comedy', 'drama'], stage: 'packaging', budgetBand: 'low',
    logline: 'A court interpreter in Trieste begins mistranslating in favour of the poor, until the loan shark she keeps ruining asks to hire her full time.',
    synopsis: `Livia Zorn interprets in small claims, four languages, nine cases a day. One morning she renders a Serbian widow’s confession as a denial. Nobody in the room speaks both. The widow keeps her refrigerator.

Livia is careful. She corrects only sums under two thousand euros and only creditors called Bassi. Within a year the debtors of Trieste are eloquent, and Claudio Bassi, who lends to all of them, is nearly finished. He is not stupid. He comes to court with a Slovene cousin, listens, and does the one thing she has not prepared for: he offers her a job. His customers have never been so well understood.

She takes it, in order to ruin him from inside, and finds that she is good at lending. She knows what people mean. When a judge asks her to interpret for Bassi himself, under oath, in dialect, she has to decide whether to be accurate for the first time in a year. She is. It acquits them both. The widow sends the refrigerator to her flat.`,
    tone: 'Courtroom farce in a minor key. Everyone is polite; almost nobody is quoted.',
    themes: ['translation', 'credit', 'who speaks for whom'],
    audience: 'European arthouse with a sense of humour; over thirty-five; lawyers.',
    comps: [['The Notary’s Cat', 2017, 'Same city, same size of crime.'], ['Sworn', 2020, 'An interpreter as lead.']],
    team: [['Teodor Marchbank', 'Writer, director', 'signed'], ['Rosalba Tchen', 'Producer, Bora Street Films', 'signed'], ['Adriana Fell', 'Livia Zorn', 'letter_of_intent'], ['Kasimir Gouya', 'Claudio Bassi', 'interested']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'co_production', days: 25, plan: [['Regional fund, Friuli', 'signed', 220_000], ['Slovenian co-producer', 'conditional', 310_000], ['Tax credit', 'conditional', 360_000], ['Co-production sought', 'open', 450_000]] },
    distribution: 'Italy and Slovenia held by the co-producers. Sales agent after a work-in-progress slot.',
    gates: { budgetBreakdown: 'nda', distributionPlan: 'confidential', contactDetails: 'member' },
    views: 2940, ageDays: [140, 2],
  },
  {
    slug: 'the-understudy', title: 'The Understudy', owner: 'lucan-ferreira-thorne', status: 'published', format: 'feature', genres: ['dark-comedy', 'noir'], stage: 'script', budgetBand: 'low',
    logline: 'On the four-hundredth night, a blameless understudy finally goes on, and finds the lead’s dressing room already full of flowers addressed to her.',
    synopsis: `Inês Caldeira has covered the same role for four hundred performances and has never been on. Tonight the lead has not arrived. In dressing room one there are eleven bouquets, and every card says Inês.

She goes on. She is good. At the interval two detectives are in the wings, because the lead has been found, and because everybody in the building appears to have known that she would be absent except the person who gained by it. The stage manager, who tells the story and has the prompt book to prove it, kept a record of every cue that night. None of it helps.

Between the acts Inês works out who wanted her seen. It is not an admirer. It is the whole company, including the doorman, who could not bear four hundred more nights of the other one and who chose the only person they were sure had done nothing. She takes her call. She thanks them. She gives the detectives the cards. The understudy’s understudy goes on tomorrow.`,
    tone: 'Backstage noir at comedy speed. Purple curtain, yellow light, everyone in costume under questioning.',
    themes: ['patience', 'collective guilt', 'theatre'],
    comps: [['Half Hour Call', 2013, 'Backstage in real time.'], ['The Prompt Corner', 2019, 'A narrator in the wings.']],
    team: [['Lucan Ferreira-Thorne', 'Writer, director', 'signed'], ['Graça Wetherly', 'Inês', 'interested']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'equity', days: 20, plan: [['National institute, production grant', 'conditional', 500_000], ['Theatre in kind', 'signed', 80_000], ['Equity sought', 'open', 390_000]] },
    gates: { budgetBreakdown: 'confidential', contactDetails: 'member' },
    views: 1402, ageDays: [120, 36],
  },
  {
    slug: 'ninety-kilos-of-bell', title: 'Ninety Kilos of Bell', owner: 'benedita-crasto-lume', status: 'published', format: 'feature', genres: ['comedy', 'heist'], stage: 'financing', budgetBand: 'low',
    logline: 'When a resort buys the bell of a dwindling Alentejo village for its spa, seven pensioners set out on foot to steal it back, clapper first.',
    synopsis: `The bell of Vale de Açor has been sold by the diocese to a wellness resort thirty kilometres away, where it calls people to yoga. The village was not asked, there being, the letter says, only seven of it.

Custódia, the bell-founder’s widow, knows what a bell weighs and how it comes apart. The seven walk, because the bus was also discontinued. They check in as a party celebrating a golden wedding, two of them under protest. On the first night they take the clapper, and nobody notices, because the resort plays a recording.

By the third night they have the bell on a laundry trolley and a problem: the resort’s staff come from the next village, whose bell went last year. The theft doubles. Pursued by a golf cart at the speed of a golf cart, fourteen people push two bells through the cork oaks. They cannot lift either into its tower. They hang them side by side from one tree between the villages and ring them. It is the wrong tree, and it can be heard in both.`,
    tone: 'A heist at walking pace. Heat, dust, excellent lunches.',
    themes: ['villages', 'old age', 'what belongs to whom'],
    audience: 'The audience that made every walking comedy of the last decade a hit, plus those under thirty who miss their grandmothers.',
    productionPlan: 'Twenty-eight days in Alandroal. One tower, one hotel in its closed month, two bells: a plaster pair for carrying, a bronze pair for ringing.',
    comps: [['Pensioners of Fado', 2018, 'Audience and age.'], ['The Laundry Trolley', 2021, 'Pursuit at low speed.']],
    team: [['Benedita Crasto-Lume', 'Writer, director', 'signed'], ['Filomena Saraiva-Cole', 'Custódia', 'signed'], ['Rosalba Tchen', 'Co-producer, Bora Street Films', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'equity', days: 28, plan: [['National institute', 'signed', 450_000], ['Cash rebate', 'conditional', 330_000], ['Broadcaster', 'signed', 120_000], ['Deferments', 'proposed', 50_000], ['Equity sought', 'open', 380_000]] },
    distribution: 'Portuguese theatrical signed for ninety screens in late summer. Iberia and Latin America through one agent.',
    marketing: 'Every bell tower in the district rings at noon on opening day. Nobody has refused yet.',
    gates: { budgetBreakdown: 'nda', financialProjections: 'nda', distributionPlan: 'member', marketingStrategy: 'public' },
    views: 1985, ageDays: [133, 51],
  },
  {
    slug: 'the-piano-movers-of-tbilisi', title: 'The Piano Movers of Tbilisi', owner: 'lado-merab-whitcombe', status: 'published', format: 'feature', genres: ['comedy', 'drama'], stage: 'prep', budgetBand: 'micro',
    logline: 'Three brothers who are not speaking carry a concert grand up eleven floors without a lift, for a pianist who has promised it to each of them.',
    synopsis: `The lift has been out since 1994. Madame Nato, who taught half of Tbilisi to play and the other half to stop, has moved to the eleventh floor and wants her piano by seven, when she will give a concert for the building. Gela, Zaza and little Beka have not spoken since their father’s funeral, but they have one truck.

Each floor has a door, each door a neighbour, each neighbour a history with the piano. On the third they rest it against a wedding. On the sixth it becomes clear that she has promised it to all three in her will. From the seventh they argue in whispers so that it will not hear.

At the ninth floor the strap goes. Beka holds four hundred kilos for eleven seconds on his own, and in that time his brothers say everything. On the eleventh the door is forty centimetres too narrow; she has known all along. The concert takes place on the landing, with the building sitting down the stairs in order of arrival. She plays one piece and gives the piano to the staircase.`,
    tone: 'Ninety minutes, one stairwell, going up. Sweat, plaster, harmony.',
    themes: ['brothers', 'inheritance', 'neighbours'],
    productionPlan: 'Sixteen days in a real stairwell with removable banisters. The piano is a shell with weights; so, by week two, is everybody.',
    comps: [['Between Floors', 2016, 'Contained and funny.'], ['Upright', 2022, 'A piano as antagonist.']],
    team: [['Lado Merab-Whitcombe', 'Writer, director', 'signed'], ['Manana Oduya', 'Madame Nato', 'signed'], ['Irakli Stroud', 'Gela', 'signed'], ['Vazha Pemberton', 'Zaza', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', days: 16, plan: [['National film centre', 'signed', 120_000], ['Crew deferments', 'signed', 25_000], ['Equity sought', 'open', 95_000]] },
    gates: { budgetBreakdown: 'member', contactDetails: 'public' },
    views: 1176, ageDays: [118, 39],
  },
  {
    slug: 'rooms-by-the-hour', title: 'Rooms by the Hour', owner: 'reiko-vandermeer-oda', status: 'published', format: 'feature', genres: ['rom-com'], stage: 'packaging', budgetBand: 'low',
    logline: 'Two cleaners on opposite shifts at an Osaka love hotel conduct a courtship entirely through how they leave the rooms, until the hotel must let one of them go.',
    synopsis: `Mitsuko cleans nights, Haruo cleans days. They have never met. She folds towels into animals; one morning he leaves a second animal beside hers. By spring there is a population.

They learn each other through other people’s leavings. He discovers that she reads what guests forget. She discovers that he mends it. A glove, an umbrella, a ring in a soap dish: each becomes a sentence. The guests, who do not know that they are stationery, begin to come back for the towels.

The owner goes over to machines and one shift. Each hears that the other will be dismissed; each resigns to prevent it, on the same day, in the same office, four hours apart. The hotel has no cleaners. Neither has the other’s name. It takes one last room, booked by the hour by two people arriving from opposite ends of the corridor, both with a mop, both early. They fold the bed together. They are terrible at talking. They have time, the clock on the wall says: fifty-eight minutes.`,
    tone: 'Chaste, precise, pink. The leads share the frame for six minutes.',
    themes: ['work', 'courtship', 'lost things'],
    audience: 'Women over thirty across Asia first; romantic comedy everywhere after that.',
    comps: [['Late Checkout', 2018, 'Hotel, budget, charm.'], ['The Day Shift', 2021, 'A romance in absence.']],
    team: [['Reiko Vandermeer-Oda', 'Writer, director', 'signed'], ['Yuki Farrand-Ito', 'Executive producer, Kanda Slate', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'JPY', shape: 'fiction', kind: 'equity', days: 21, plan: [['Production committee, first tier', 'signed', 60_000_000], ['Broadcaster', 'conditional', 25_000_000], ['Equity sought', 'open', 45_000_000]] },
    distribution: 'Domestic release on eighty screens through a committee member. Remake rights reserved.',
    gates: { budgetBreakdown: 'nda', distributionPlan: 'nda', marketingStrategy: 'member', contactDetails: 'member' },
    views: 3120, ageDays: [126, 33],
  },
  {
    slug: 'a-short-history-of-the-handshake', title: 'A Short History of the Handshake', owner: 'gaspard-ilunga-wray', status: 'published', format: 'feature', genres: ['satire', 'political'], stage: 'script', budgetBand: 'mid',
    logline: 'Two junior protocol officers have eleven hours to make two presidents shake hands who have each sworn on television never to touch the other, using only furniture.',
    synopsis: `A treaty will be signed in Geneva at seven in the evening. Both presidents have promised their voters not to shake hands. Both parliaments have promised not to ratify without a photograph of it.

Solange and Tibor, third secretaries from opposing delegations, are given a room, a table, a door and eleven hours. They have no authority over anything except the placing of things. They begin with the table, which is wrong in four languages. They move on to the carpet, the width of the doorway, the height of a step, a very small dog.

Each rehearsal produces a handshake and an incident. By late afternoon they have persuaded two stand-ins, a caterer and a monk to shake hands without meaning to, and have quietly stopped reporting to their governments. At seven the presidents enter, see the room, understand it perfectly, and bow. The photograph that ratifies the treaty is of two people at the edge of the frame catching a falling vase: four hands, one grip. It hangs in both foreign ministries, cropped.`,
    tone: 'A chamber farce with the manners of a documentary.',
    themes: ['diplomacy', 'furniture', 'junior staff'],
    comps: [['Placement', 2012, 'Satire in one building.'], ['The Rapporteur', 2020, 'Diplomacy as slapstick.']],
    team: [['Gaspard Ilunga-Wray', 'Writer', 'signed']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'presale', days: 27, plan: [['Tax shelter', 'conditional', 800_000], ['Broadcaster, Switzerland', 'proposed', 300_000], ['Presales sought', 'open', 900_000]] },
    gates: { budgetBreakdown: 'nda', contactDetails: 'member' },
    views: 1544, ageDays: [98, 27],
  },
  {
    slug: 'contrabanda', title: 'Contrabanda', owner: 'salvo-indelicato-grey', status: 'published', format: 'feature', genres: ['lgbtq', 'rom-com', 'musical'], stage: 'packaging', budgetBand: 'low',
    logline: 'In a Sicilian hill town with two feuding brass bands, the rival bandmasters, enemies for thirty years and lovers for eleven, are ordered to merge for the feast of the patron.',
    synopsis: `The town of Montescaro has four thousand people, one saint and two bands. Nobody remembers the quarrel. Everybody remembers a side. Maestro Carmelo and Maestro Nino have insulted each other in public every Sunday since 1993, and have had supper together every Sunday since 2014.

A bishop with a budget decrees one band. Carmelo and Nino must now agree in public, and have no idea how. They rehearse hating each other less. The bands suspect treason and keep the feud going on their behalf: scores are transposed in the night, a sousaphone is kidnapped.

On the feast the two halves march from opposite ends of the corso, playing different marches, and meet under the balcony of the saint. The marches turn out to be the two halves of one piece, which the men wrote at that supper table over eleven years because it was the only way to be heard together. It works for forty bars. Then they put down their batons and walk home, arm in arm, past everyone, and the bands play on, quarrelling.`,
    tone: 'Loud, hot, tender. Every instrument on screen is really playing.',
    themes: ['secrecy', 'small towns', 'brass'],
    comps: [['Banda Nova', 2017, 'Brass and crowd.'], ['Two Baritones', 2021, 'A late romance between men, wide release.']],
    team: [['Salvo Indelicato-Grey', 'Writer, director', 'signed'], ['Rosalba Tchen', 'Producer, Bora Street Films', 'interested'], ['Concetto Amery', 'Carmelo', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'equity', days: 26, plan: [['Sicilian film commission', 'conditional', 250_000], ['Tax credit', 'conditional', 420_000], ['Sponsor, instrument maker', 'signed', 40_000], ['Equity sought', 'open', 520_000]] },
    marketing: 'The two halves of the march are released a week apart. The second explains the first.',
    gates: { budgetBreakdown: 'confidential', marketingStrategy: 'public', contactDetails: 'member' },
    views: 2455, ageDays: [84, 19],
  },
  {
    slug: 'half-a-harbour', title: 'Half a Harbour', owner: 'quarrylight', status: 'published', format: 'feature', genres: ['comedy', 'political'], stage: 'packaging', budgetBand: 'low',
    logline: 'In their centenary year two rival harbour authorities discover that the boundary between them runs through the middle of the only crane.',
    synopsis: `Port Ellery is one harbour and, for reasons of 1926, two authorities: North Quay and South. Each has a master, a flag and a brass band of four. The crane, everyone has always assumed, belongs to the other, since it is never painted.

A surveyor finds the line. It passes through the crane’s cab, between the seat and the lever. Either master can sit; only the other can lift. A ship with the village’s new ambulance is due on Friday.

Morag Sinclair-Udo of North and Desmond Gunn of South have communicated by bollard for thirty years. They now have four days of law, archaeology and sabotage. Half the crane is painted. On Friday the ambulance hangs over the water while the two of them sit in one cab, one on the seat and one on the lever, and have to agree on down. They do it well. They are appalled. The authorities are merged by Christmas, since neither will let the other retire first.`,
    tone: 'Ealing with sleet. Bureaucracy as a contact sport.',
    themes: ['borders', 'work', 'pride'],
    productionPlan: 'Twenty-five days on one working quay in the closed fishing season. The crane is real and insured twice.',
    comps: [['Wrackline', 2022, 'Same season, same latitude, shot in 26 days.'], ['Minutes of the Last Meeting', 2020, 'Committee comedy.']],
    team: [['Callum Ofori-Strand', 'Producer, Quarrylight', 'signed'], ['Dermot Askwith', 'Writer', 'signed'], ['Morna Halliday-Eze', 'Morag', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'fiction', kind: 'equity', days: 25, plan: [['Screen agency', 'conditional', 300_000], ['Expenditure credit, discounted', 'conditional', 270_000], ['Quarrylight', 'signed', 60_000], ['Deferments', 'proposed', 45_000], ['Equity sought', 'open', 360_000]] },
    distribution: 'Domestic distributor’s letter for sixty screens, ports first.',
    gates: { budgetBreakdown: 'nda', distributionPlan: 'member', contactDetails: 'member' },
    views: 1288, ageDays: [62, 16],
  },
];

import type { SeedPitch } from './pitch.ts';

export const series: readonly SeedPitch[] = [
  {
    slug: 'hard-water', title: 'Hard Water', owner: 'niamh-castellow', status: 'published', format: 'limited_series', genres: ['crime', 'drama'], stage: 'packaging', budgetBand: 'mid',
    logline: 'When a limescale inspector proves a town’s tap water is worse than its bottled lie, eight families discover who has been paid to drink it.',
    synopsis: `Eight parts, eight kitchens. Deirdre Foyle tests kettles for a council nobody has heard of. In Ballyskreen the scale comes off in colours. The plant that bottles the town’s famous spring also, it transpires, bottles the town.

Each part belongs to one household and to one bill. The Foleys have the contract for the lorries. The doctor has a consultancy. A girl of seventeen has a photograph and an offer for it. Every family has had a small payment at the right moment, for something else, and each has signed for it.

Deirdre’s evidence is perfect and useless, since everyone entitled to complain has been compensated in advance. What breaks it is arithmetic: the payments, put in order, give the date on which the company knew. In the last part the eight households sit in one hall with the receipts, and the choice is to hand the money back or to go on drinking. They vote by glass. Deirdre, who is not from there, is asked to leave the room. She can hear it through the wall, being poured.`,
    tone: 'Kitchen-table crime. Grey light, good biscuits, people being reasonable.',
    themes: ['complicity', 'water', 'small money'],
    audience: 'Crime drama audiences on public and premium television.',
    productionPlan: 'Eight hours in eighty-four days, one town, two blocks. Plant doubled by a closed creamery.',
    comps: [['The Closed Creamery', 2018, 'Irish crime, eight hours.'], ['Particulate', 2021, 'A scandal told by household.']],
    team: [['Niamh Castellow', 'Creator, showrunner', 'signed'], ['Vane Harrowgate-Asante', 'Executive producer, Harrow & Vane', 'letter_of_intent'], ['Orlaith Fennimore', 'Deirdre', 'interested']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'co_production', episodes: 8, days: 84, plan: [['Broadcaster, Ireland', 'conditional', 1_600_000], ['Tax credit', 'conditional', 2_000_000], ['Streamer, second window', 'proposed', 1_900_000], ['Co-production sought', 'open', 1_500_000]] },
    gates: { budgetBreakdown: 'nda', financialProjections: 'nda', distributionPlan: 'nda', contactDetails: 'member' },
    views: 2015, ageDays: [151, 57],
  },
  {
    slug: 'the-long-division', title: 'The Long Division', owner: 'farrukh-delacroix-mensah', status: 'published', format: 'limited_series', genres: ['political', 'period'], stage: 'script', budgetBand: 'studio',
    logline: 'Two surveyors who hate each other are given nine weeks and one ruler to divide a province, and each keeps moving the line through the other’s village.',
    synopsis: `Six parts. The year is not given; the empire is packing. A province of eleven million is to become two countries at midnight on a date already printed on the stamps. The line will be drawn by two civilians, Basheer Lodhi and Hari Prakash Sule, who shared a desk at survey school and a prize, and have not spoken since.

They have one map, one ruler and a British secretary who is keen to get on. By day they argue rivers. By night each goes down to the map room, alone, to move the line a pencil’s width, off his mother’s well, off his own school, and so into the other’s orchard.

By the fifth part the line has passed through both villages eleven times. The troops that must guard it have begun to follow it about. In the last they learn that the printed map was sent for engraving in week three and that nothing they have done since has been read. They walk home together, which takes a day, along a border that is where neither of them put it. There is a remainder. It is one man, carrying the ruler.`,
    tone: 'Epic in subject, desk-bound in manner.',
    themes: ['partition', 'rivalry', 'maps'],
    comps: [['Fair Copy', 2015, 'History through clerks.'], ['Boundary Commission', 2022, 'Scale and buyers.']],
    team: [['Farrukh Delacroix-Mensah', 'Creator', 'signed'], ['Priya Ashgrove-Menon', 'Tamarind Hill', 'interested']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'fiction', kind: 'development', episodes: 6, days: 110, plan: [['Broadcaster, development', 'signed', 120_000], ['High-end credit', 'proposed', 5_500_000], ['Streamer, world', 'proposed', 14_000_000], ['Development, remaining scripts', 'open', 280_000]] },
    gates: { budgetBreakdown: 'deal', financialProjections: 'deal', distributionPlan: 'nda' },
    views: 987, ageDays: [168, 80],
  },
  {
    slug: 'cold-chain', title: 'Cold Chain', owner: 'gaspard-ilunga-wray', status: 'published', format: 'limited_series', genres: ['thriller', 'drama'], stage: 'financing', budgetBand: 'high_indie',
    logline: 'A refrigerated-truck dispatcher in Kinshasa has seventy-two hours to move forty thousand doses upriver at below eight degrees, while someone along the route is selling the ice.',
    synopsis: `Six parts, twelve hours each. Mireille Tshala runs eleven trucks and knows the price of ice in every town on the river. When an outbreak at Bumba coincides with an airport strike, her yard is the only way.

Each part is a leg: road, ferry, barge, motorbike, canoe, hand. At every change somebody offers to look after the boxes. The thermometers report by satellite to Geneva, where a young logistician, Anders Roth-Kabila, watches a number and can only telephone.

It becomes plain that boxes arrive cold and empty. The doses are being replaced with good ice and sold in the capital to people who are not ill. Mireille finds the buyer: a clinic with her own signature on the account, opened by her brother. She can stop the theft or keep to the schedule. In the sixth part, with four hundred boxes of which she is certain of ninety, she has to decide which village gets them, on a riverbank, with the number on the screen at seven point eight. It is the wrong decision by any model. It works for everyone who is there.`,
    tone: 'Procedural, humid, against the clock.',
    themes: ['logistics', 'trust', 'triage'],
    comps: [['Fuel Stop', 2019, 'Logistics thriller, African setting.'], ['Particulate', 2021, 'Serial responsibility.']],
    team: [['Gaspard Ilunga-Wray', 'Creator', 'signed'], ['Ekow Vandersloot', 'Executive producer, Brass Key Capital', 'letter_of_intent'], ['Thandeka Moorcroft', 'Protea Screen Ventures', 'interested'], ['Mado Bellechasse', 'Mireille', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', episodes: 6, days: 78, plan: [['Broadcaster, France', 'conditional', 3_200_000], ['Pan-African platform', 'conditional', 2_400_000], ['Rebate, South Africa interiors', 'conditional', 1_500_000], ['Equity sought', 'open', 1_900_000]] },
    distribution: 'French-language rights held by the broadcaster. English-language world open.',
    gates: { budgetBreakdown: 'nda', financialProjections: 'deal', distributionPlan: 'nda' },
    views: 1825, ageDays: [116, 49],
  },
  {
    slug: 'dry-dock', title: 'Dry Dock', owner: 'ilse-tarnowska-reid', status: 'published', format: 'limited_series', genres: ['crime', 'period'], stage: 'packaging', budgetBand: 'high_indie',
    logline: 'Gdynia, 1987: a welder who signs off the seams on Soviet trawlers finds that one hull is a foot shorter inside than out.',
    synopsis: `Five parts. Halina Brzeska checks welds with a lamp and a mirror and has never passed a bad one. On the trawler Meridian she paces the hold and is one step short. She paces it again outside.

A foot of steel, all the way round, with something in it. To report it she would have to go to the yard’s party secretary, who ordered it; to say nothing she would have to sign. She signs, and begins to look.

The gap carries different things for different people. For the secretary, currency. For a priest, paper and ink. For a Soviet captain, a daughter. Each believes that he alone has paid for it. Halina works out the loading plan from the trim of the ship, and becomes, since she is the only one who knows it all, the harbour master of a space that does not exist. When the hull is X-rayed for the first time, in the fifth part, she has eleven hours to empty it of everyone’s secret, and what she leaves for the inspectors to find, glowing on the plate, is the welders’ union, in steel, in her own hand, three feet high.`,
    tone: 'Sparks, fog, canteen soup. A caper with a conscience.',
    themes: ['work', 'secrecy', 'solidarity'],
    comps: [['Salvage Rights', 2017, 'Shipyard on screen.'], ['Fort Fourteen', 2020, 'Period, region.']],
    team: [['Ilse Tarnowska-Reid', 'Creator, director', 'signed'], ['Rafe Bellingcourt', 'Co-producer, Bellingcourt & Sons', 'interested'], ['Bogna Willmott', 'Halina', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'presale', episodes: 5, days: 68, plan: [['Public broadcaster, Poland', 'signed', 2_600_000], ['Cash rebate', 'conditional', 2_300_000], ['Regional fund', 'conditional', 700_000], ['Presales sought', 'open', 2_200_000]] },
    gates: { budgetBreakdown: 'nda', financialProjections: 'nda', distributionPlan: 'nda' },
    views: 1638, ageDays: [110, 43],
  },
  {
    slug: 'bail-street', title: 'Bail Street', owner: 'joelle-baptiste-crane', status: 'published', format: 'limited_series', genres: ['crime', 'drama', 'musical'], stage: 'packaging', budgetBand: 'mid',
    logline: 'In Port of Spain a bondswoman who stands her own house as surety for strangers has nine days to Carnival to find the one client who ran, because the house is no longer hers.',
    synopsis: `Six parts. Miss Verna Paul has stood bail for four hundred people and lost none. She does it with one house in Belmont, pledged again and again, which is legal, nearly. When Keston Drakes misses his date the registrar asks for the deed and it is not in the tin.

Her daughter sold it in good faith to pay for a mas band. The band comes out on Tuesday. Verna tells nobody. She has nine days, four hundred people who owe her a favour, and a city getting dressed.

Each part opens with a calypso in which somebody who knows more than Verna sings it. Keston is not hiding from the court; he is hiding among forty thousand people in the only week when everyone is masked, and he is making, in secret, the king costume for the band that the house paid for. On Tuesday she has to choose between her surety and the section crossing the stage. She crosses it in front of him, in cuffs, in sequins. The magistrate, on the stand with his family, dances.`,
    tone: 'Heat, brass, debt, paint.',
    themes: ['surety', 'mothers and daughters', 'Carnival'],
    comps: [['Road March', 2016, 'Carnival as structure.'], ['Fuel Stop', 2019, 'Crime outside the usual cities.']],
    team: [['Joelle Baptiste-Crane', 'Creator, showrunner', 'signed'], ['Marva St Clair-Boon', 'Verna', 'letter_of_intent'], ['Ekow Vandersloot', 'Brass Key Capital', 'interested']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', episodes: 6, days: 62, plan: [['Rebate, Trinidad and Tobago', 'conditional', 1_400_000], ['Broadcaster, UK', 'conditional', 1_700_000], ['Caribbean platform', 'signed', 500_000], ['Equity sought', 'open', 1_200_000]] },
    marketing: 'Six calypsos, released as singles through the season.',
    gates: { budgetBreakdown: 'nda', distributionPlan: 'nda', marketingStrategy: 'public', contactDetails: 'member' },
    views: 2131, ageDays: [93, 32],
  },
  {
    slug: 'provisional', title: 'Provisional', owner: 'annick-verhaege-poku', status: 'published', format: 'pilot', genres: ['political', 'comedy'], stage: 'script', budgetBand: 'low',
    logline: 'The interim government of a small alpine state, appointed for a weekend in 2003, discovers that nobody has ever remembered to replace it.',
    synopsis: `Pilot of a half-hour series. The Principality of Sankt Veith has had eight ministers since a Friday in 2003: a vet, two teachers, a ski instructor, people who happened to be in the building. They were to hold the keys until Monday. On Monday there was football.

They are not good at it but they have been at it for twenty years. When an official from a real country comes to sign a treaty and asks to see their mandate, they find it, in a drawer, valid for sixty hours. Everything they have done since is void: the tunnel, the school, four thousand marriages.

The pilot takes place in the hours between the question and the answer. They can hold an election and lose, since nobody would vote for them; or win, since nobody can name anyone else. The prime minister, Frau Doktor Lenz, whose practice has suffered, puts it to the cabinet and gets a tie, as on every question since 2003. In the last scene she extends the weekend. It is a power she does not have. It will be Sunday until further notice.`,
    tone: 'Fast, polite, small rooms with enormous views.',
    comps: [['Minutes of the Last Meeting', 2020, 'Committee comedy.'], ['Placement', 2012, 'Satire in one building.']],
    team: [['Annick Verhaege-Poku', 'Creator', 'signed'], ['Oona Thackeray-Bose', 'Producer, Nightbus Television', 'interested']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'presale', episodes: 1, days: 8, plan: [['Broadcaster, pilot fund', 'conditional', 260_000], ['Tax shelter', 'conditional', 120_000], ['Presale sought', 'open', 90_000]] },
    gates: { budgetBreakdown: 'member', contactDetails: 'member' },
    views: 1154, ageDays: [51, 8],
  },
  {
    slug: 'minor-powers', title: 'Minor Powers', owner: 'gwenllian-prosser-shah', status: 'published', format: 'returning_series', genres: ['superhero', 'comedy'], stage: 'script', budgetBand: 'mid',
    logline: 'A Cardiff council caseworker assesses benefits for people whose powers are too small to help anyone, including a man who can delay anything, but only by four seconds.',
    synopsis: `Eight half-hours. Room 11b, Minor Powers. The big ones went to London. What is left in Cardiff can warm soup, find parking, talk to one particular gull. Under the Act they are entitled to support in proportion to usefulness, which Nerys Iqbal-Vaughan scores from nought to ten. The average is one.

Each half-hour is a case. A girl who always knows the time. A couple who can fly, together, if neither is cross. Nerys is scrupulous and has no power herself, or none she has declared; she has never been wrong about a person, which is not on the list.

Through them runs Gethin, four seconds, a nought. He appeals. He appeals on every ground there is, and each appeal delays something. By the seventh episode the dam above Pontprennau has been about to go for a fortnight. The big ones are in London. Nerys fills a hall with her caseload and a plan that uses each of them once, in order, for four seconds at a time. The dam holds for two minutes and forty. The score goes up to two.`,
    tone: 'Municipal, kind, properly plotted.',
    comps: [['Unit B', 2019, 'Low-power comedy.'], ['Form Fillers', 2022, 'Workplace, Wales.']],
    team: [['Gwenllian Prosser-Shah', 'Creator', 'signed'], ['Oona Thackeray-Bose', 'Executive producer, Nightbus Television', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'fiction', kind: 'co_production', episodes: 8, days: 56, plan: [['Broadcaster', 'conditional', 2_400_000], ['Expenditure credit', 'conditional', 900_000], ['Creative Wales', 'conditional', 250_000], ['Co-production sought', 'open', 800_000]] },
    gates: { budgetBreakdown: 'nda', contactDetails: 'member' },
    views: 2743, ageDays: [59, 13],
  },
];

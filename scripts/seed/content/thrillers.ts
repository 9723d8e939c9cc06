import type { SeedPitch } from './pitch.ts';

export const thrillers: readonly SeedPitch[] = [
  {
    slug: 'glasshouse', title: 'Glasshouse', owner: 'ottilie-brandt-nkemelu', status: 'published', format: 'feature', genres: ['psychological-thriller'], stage: 'financing', budgetBand: 'low',
    logline: 'A botanist who lives inside the glasshouse she is restoring notices that someone has been tending the one pane she never cleans.',
    synopsis: `Dr Alma Reyes-Hart has taken a year’s contract and a camp bed in a derelict Victorian glasshouse outside Bristol. There are four thousand panes. She cleans forty a day and numbers them in wax pencil. Pane 2,117, behind the tree fern, she leaves, because the moss on it is rare.

In March the moss has been watered. In April a hand’s breadth of it has been lifted, neatly, from the other side, at the height of an eye. Everyone can see in; that is the nature of the place. Only one person needs not to be seen.

She stops sleeping under glass and starts sleeping in the boiler room, and finds a second bed there, as tidy as hers. The man in it was the last restorer, whose contract ended in 2009 and who never left; he has been working towards her from the far end, forty panes a day. They meet at 2,117. Alma’s choice is whether to report him or to be, as he is, the only other person who knows what it should look like. In the last shot the house is finished, and both beds are made.`,
    tone: 'Wet light, long lenses, nothing ever quite private. Quiet until it is not.',
    themes: ['being watched', 'work as shelter', 'repair'],
    audience: 'Psychological thriller audiences, skewing female, thirty to sixty; gardeners, who are legion.',
    productionPlan: 'Twenty-three days in one listed glasshouse before its own restoration starts. The closed season is the window.',
    comps: [['Orangery', 2018, 'One location, one lead.'], ['The Far Bed', 2021, 'A thriller about sharing a house.']],
    team: [['Ottilie Brandt-Nkemelu', 'Writer', 'signed'], ['Maren Oyelaran', 'Co-writer', 'signed'], ['Saoirse Dunmore-Pike', 'Executive producer', 'interested'], ['Imogen Castle-Ruiz', 'Alma', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'fiction', kind: 'equity', days: 23, plan: [['Expenditure credit, discounted', 'conditional', 330_000], ['Regional equity scheme', 'signed', 150_000], ['Presale, Germany', 'conditional', 120_000], ['Equity sought', 'open', 520_000]] },
    distribution: 'UK distributor letter in hand. Genre sales agent to be chosen after the read-through.',
    gates: { budgetBreakdown: 'nda', financialProjections: 'nda', distributionPlan: 'nda', contactDetails: 'member' },
    views: 1862, ageDays: [128, 5],
  },
  {
    slug: 'kestrel', title: 'Kestrel', owner: 'joss-arkwright-bello', status: 'published', format: 'feature', genres: ['spy', 'thriller'], stage: 'script', budgetBand: 'high_indie',
    logline: 'A falconer hired to clear drones from a peace summit realises the only threat in the sky is the one she was paid to leave alone.',
    synopsis: `Nell Ashdown and a kestrel called Bracket clear airfields of gulls. For three days on a Scottish lochside they are to clear a summit of drones: all of them, except the one marked with a green light, which belongs to the host.

The green one watches everyone but the delegates. It follows a cook, a driver, a girl with a delivery of flowers. Bracket, who has not been told, brings it down. In its memory Nell finds the flight path of a day that has not happened yet.

She has no clearance, no telephone, a bird, and the landscape. The host’s security knows exactly where she is, because she is standing under the only kestrel in the county. What it does not know is where she will look next. The shot, when it comes, is to be blamed on a drone that is already in a rucksack. Nell has one flight left in the light. She sends the bird up, not at the aircraft but at the cook’s raised arm. It only has to be still for long enough.`,
    tone: 'Clear, cold, vertical. Real falconry, no talking about feelings.',
    themes: ['surveillance', 'attention', 'birds'],
    audience: 'Adult thriller audiences; the spy readership; everyone who will watch a bird of prey do anything.',
    productionPlan: 'Forty days, thirty of them exterior, three trained birds and their understudies. Summit hotel doubled by a university in its vacation.',
    comps: [['The Marked Channel', 2017, 'A spy film with one idea.'], ['Lochside', 2021, 'Location and budget.']],
    team: [['Joss Arkwright-Bello', 'Writer, director', 'signed'], ['Vane Harrowgate-Asante', 'Producer, Harrow & Vane', 'signed'], ['Tilda Morcombe', 'Nell', 'interested']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'fiction', kind: 'equity', days: 40, plan: [['Senior loan, presales', 'proposed', 3_200_000], ['Expenditure credit, discounted', 'conditional', 1_900_000], ['Harrow & Vane', 'signed', 400_000], ['Gap', 'proposed', 900_000], ['Equity sought', 'open', 1_800_000]] },
    gates: { budgetBreakdown: 'nda', financialProjections: 'deal', distributionPlan: 'nda' },
    views: 3377, ageDays: [160, 47],
  },
  {
    slug: 'vacant-possession', title: 'Vacant Possession', owner: 'rosalind-teague-amadi', status: 'published', format: 'feature', genres: ['psychological-thriller', 'mystery'], stage: 'financing', budgetBand: 'low',
    logline: 'A letting agent who secretly lives in her unsold listings is asked to view her own childhood home, by a stranger who uses her name.',
    synopsis: `Cass Orme has eleven sets of keys and no address. She sleeps in what she cannot let, makes the beds by eight and shows the rooms by nine. Nobody knows these houses better.

A woman books a viewing at the one property Cass never lists: 4 Harbord Road, where she grew up and which burned. It has been rebuilt from photographs. The buyer signs in as Cassandra Orme and walks from room to room saying what happened in each. It is all correct except the fire.

Cass begins to find the woman’s things in her empty houses: a toothbrush, a dress, a child’s drawing of two girls. She was told she had no sister; she was told a good deal by the people who owned the matches. The other Cass has done the same sum and wants only one thing, to be shown round by somebody who remembers her. They spend one night in the copy of the house, and in the morning each has half of what happened. It is enough to convict their aunt, who is, naturally, on the market.`,
    tone: 'Beige terror. Staged rooms, bowls of lemons.',
    themes: ['home', 'sisters', 'property'],
    comps: [['The Far Bed', 2021, 'A thriller about sharing a house.'], ['Show Flat', 2016, 'Property as menace.']],
    team: [['Rosalind Teague-Amadi', 'Writer, director', 'signed'], ['Vane Harrowgate-Asante', 'Producer, Harrow & Vane', 'letter_of_intent'], ['Esme Colquhoun-Adé', 'Cass, and the other Cass', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'fiction', kind: 'mezzanine', days: 24, plan: [['Expenditure credit, discounted', 'conditional', 310_000], ['Equity, private', 'signed', 400_000], ['Presale, Benelux and Nordics', 'conditional', 190_000], ['Mezzanine sought', 'open', 260_000]] },
    gates: { budgetBreakdown: 'nda', financialProjections: 'nda', contactDetails: 'confidential' },
    views: 1499, ageDays: [111, 38],
  },
  {
    slug: 'cold-open', title: 'Cold Open', owner: 'calder-ruiz-whitman', status: 'published', format: 'feature', genres: ['thriller', 'true-crime'], stage: 'script', budgetBand: 'low',
    logline: 'Two true-crime podcasters rent the house of their season-two suspect to record season three, and find every episode they have ever made under the floor, annotated.',
    synopsis: `Dana and Prewitt made a man called Leland Voss famous by wondering aloud, for eleven episodes, whether he had killed his wife. He was never charged. He has since moved away and his house in Ocala is, for a reasonable sum, available.

On the second night they lift a board to quiet a hum in the recording and find transcripts of every episode, with corrections. Voss has marked what they got wrong, in green, and what they got right, in red. There is more red in episode nine than they can account for.

They have their season. They also have a landlord who let them the place for a reason, a listener who was correcting them all along, and a growing suspicion about which of the two of them wrote episode nine. The film is cut from what they record: levels, pauses, the sound of a room. It ends as their episodes do, on a question, with the microphone running, after the only person who could answer it has unplugged it.`,
    tone: 'Headphones on. The picture often knows less than the sound.',
    themes: ['authorship', 'entertainment', 'guilt'],
    comps: [['Sponsored By', 2020, 'Podcast as plot.'], ['Ocala', 2017, 'Florida, low budget, dread.']],
    team: [['Calder Ruiz-Whitman', 'Writer, director', 'signed']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', days: 18, plan: [['Producer equity', 'signed', 110_000], ['Deferments', 'proposed', 40_000], ['Equity sought', 'open', 360_000]] },
    gates: { budgetBreakdown: 'confidential', contactDetails: 'member' },
    views: 2290, ageDays: [72, 25],
  },
  {
    slug: 'surge', title: 'Surge', owner: 'dalisay-monk-rivera', status: 'published', format: 'feature', genres: ['action', 'crime'], stage: 'packaging', budgetBand: 'mid',
    logline: 'A Manila motorcycle-taxi rider accepts a fare at four hundred times the usual price, and finds that everyone chasing his passenger has accepted the same job.',
    synopsis: `Jun has nineteen minutes to earn the night’s boundary when the app offers him a ride from Tondo to the airport for forty thousand pesos. The passenger is a girl of ten in a school uniform with a laptop bag. She gives him five stars before they move.

The price is live. It has been offered to every rider in the city, and it goes up for whoever has her. Delivery riders, tricycles, a bread van: Metro Manila turns and follows. Jun knows the streets. The girl, Pia, knows the algorithm; her mother wrote it and is sitting in a departure lounge waiting to testify about what else it sells.

They cannot win by being fast, because the city is not. They win by traffic: by flood, procession, basketball league, a funeral that takes them in. The platform sends its last offer to Jun himself. He shows it to her. At the terminal he ends the trip, and the app asks for a rating. She gives him one star so that it will never be able to find him again.`,
    tone: 'Ninety-two minutes, one ride, no car that is not really there.',
    themes: ['platform work', 'city as machine'],
    audience: 'Action audiences across South-East Asia; international genre buyers.',
    productionPlan: 'Thirty-six nights with road closures agreed by four city governments. Forty riders under contract, insured.',
    comps: [['Boundary Hour', 2019, 'Manila, motion.'], ['Fare', 2022, 'One ride, real time.']],
    team: [['Dalisay Monk-Rivera', 'Director', 'signed'], ['Joaquin Petrie', 'Jun', 'signed'], ['Yuki Farrand-Ito', 'Executive producer, Kanda Slate', 'interested']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'fiction', kind: 'presale', days: 36, plan: [['Studio partner, Philippines', 'signed', 1_100_000], ['Presale, Japan', 'conditional', 450_000], ['Rebate', 'conditional', 380_000], ['Presales sought', 'open', 800_000]] },
    distribution: 'Domestic wide. Action buyers in Japan, Korea, Indonesia approached with a four-minute proof of concept.',
    marketing: 'The proof of concept, uncut. It does the work.',
    gates: { budgetBreakdown: 'nda', financialProjections: 'nda', distributionPlan: 'nda', marketingStrategy: 'public' },
    views: 3942, ageDays: [58, 15],
  },
  {
    slug: 'permit-room', title: 'Permit Room', owner: 'devika-thornbury-nair', status: 'published', format: 'feature', genres: ['noir', 'period'], stage: 'treatment', budgetBand: 'mid',
    logline: 'In Prohibition Bombay, the one honest clerk in the liquor-permit office signs a single false certificate, for the widow of the man it kills.',
    synopsis: `Bombay, 1953. To drink you must be certified an addict, and Mr Pestonjee Kanga certifies addicts. He has rejected ministers. Mrs Sheila D’Mello asks for twelve bottles of brandy for a husband who does not drink, and Kanga, who has not been looked at in nine years, signs.

The husband is found drowned in it. The permit is evidence, the signature is genuine, and the police, who know that Kanga is honest, arrest everyone else. To free them he would have to say that he is not.

He investigates himself. The trail runs through permit rooms, perfume importers and a bootlegging aunt in Bandra to the one fact he had in front of him all along: the medical certificate under his was older than the marriage. She had bought the permit before the husband. He goes to warn the next one. She offers Kanga a drink, his first; he asks to see her permit; she hands him one, in order, in his own name, dated tomorrow.`,
    tone: 'Blinds, brass fans, moral humidity.',
    themes: ['honesty', 'paper', 'thirst'],
    comps: [['Dry Day', 2016, 'Bombay noir.'], ['The Certifier', 2020, 'A clerk as lead.']],
    team: [['Devika Thornbury-Nair', 'Writer, director', 'signed'], ['Anand Kurien-Wells', 'Producer, Second Monsoon', 'interested']],
    seekingInvestment: true,
    ask: { amount: 120_000, currency: 'USD', kind: 'development' },
    gates: { contactDetails: 'member' },
    views: 987, ageDays: [54, 20],
  },
  {
    slug: 'inventory', title: 'Inventory', owner: 'annick-verhaege-poku', status: 'published', format: 'feature', genres: ['heist', 'comedy'], stage: 'packaging', budgetBand: 'mid',
    logline: 'During a strike, five night guards at a Brussels museum replace forty looted masks with perfect copies, and have until the inventory to send the real ones home.',
    synopsis: `The museum has been closed by its own staff for eleven days. The guards stay in, because somebody must guard it. Marie-Ange Poba has walked past case nineteen for twenty years; her grandfather’s village is on the label, misspelt.

The conservator on the picket line can cast. The caterer has boxes. The union treasurer, who has never broken a rule, keeps a register of everything they break. One mask a night goes out as soup and comes back as resin.

They have done thirty-nine when the strike is won, two days early, by their own negotiators. The new director, to celebrate, brings forward the inventory. The fortieth mask cannot be cast in time. Marie-Ange leaves a real one in the case. The expert examines all forty, and, since thirty-nine agree with one another, declares the odd one false. It is deaccessioned as a worthless copy, and she is asked to take it away. She carries it through the front door in both arms, and gets a receipt.`,
    tone: 'A heist without guns, committed by people with lanyards.',
    themes: ['restitution', 'labour', 'copies'],
    audience: 'French and Flemish theatrical; festival openings; museum-goers with a conscience.',
    comps: [['The Night Desk', 2015, 'Ensemble of guards.'], ['Resin', 2021, 'Copies as plot.']],
    team: [['Annick Verhaege-Poku', 'Writer, director', 'signed'], ['Bénédicte Okalla', 'Marie-Ange', 'signed'], ['Carmen Iturralde-Voss', 'Rambla Mezzanine', 'interested']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'gap', days: 30, plan: [['Audiovisual fund', 'signed', 650_000], ['Tax shelter', 'conditional', 900_000], ['Co-producer, France', 'conditional', 700_000], ['Broadcasters', 'signed', 260_000], ['Gap sought', 'open', 340_000]] },
    gates: { budgetBreakdown: 'nda', distributionPlan: 'nda', contactDetails: 'member' },
    views: 2618, ageDays: [104, 31],
  },
];

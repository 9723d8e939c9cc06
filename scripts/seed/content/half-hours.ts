import type { SeedPitch } from './pitch.ts';

export const halfHours: readonly SeedPitch[] = [
  {
    slug: 'second-unit', title: 'Second Unit', owner: 'bettany-okonjo-wills', status: 'published', format: 'web_series', genres: ['workplace', 'comedy'], stage: 'delivery', budgetBand: 'low',
    logline: 'The crew that films the feet, the hands and the helicopter arriving for a prestige drama they are not allowed to read slowly begins to shoot a better one.',
    synopsis: `Ten parts of twelve minutes. Second unit shoots what the first has no time for: a letter, a door, a stand-in’s elbow. They are not sent the script, for reasons of confidentiality, and have to guess.

Jo, the second-unit director, was to have directed the first. Her cameraman has a theory of the plot. The stand-ins, Remy and Pauline, have never acted, which is why they are good. In part two the wrong letter is filmed, because somebody had to write it. By part five there is a story: a marriage, told in hands.

The first unit, somewhere over the hill, is in trouble. Its rushes are wonderful and mean nothing; it begins to send for more inserts. In part nine the editors, whom nobody has ever met, arrive by bus to see who these people are. The prestige drama comes out as a six-hour study of two faces in a lot of rain. The reviews mention the hands. Second unit watches it in the truck. They are on location, waiting for a helicopter.`,
    tone: 'Location humour: cold, technical, loyal.',
    themes: ['credit for work', 'marriage', 'film crews'],
    comps: [['Unit B', 2019, 'Low-power comedy.'], ['Call Sheet', 2016, 'Crew comedy in short parts.']],
    team: [['Bettany Okonjo-Wills', 'Creator, director', 'signed'], ['Remy Castellan', 'Remy', 'signed'], ['Pauline Achebe-Ross', 'Pauline', 'signed'], ['Harriet Osei-Lund', 'Fenwater Partners', 'signed']],
    seekingInvestment: false,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', episodes: 10, days: 22, plan: [['Equity, Fenwater Partners', 'signed', 120_000], ['Streamer, first window', 'signed', 190_000], ['Camera house, in kind', 'signed', 45_000]] },
    distribution: 'Delivered. First window open in two territories, United States from January.',
    gates: { budgetBreakdown: 'member', financialProjections: 'member', distributionPlan: 'public', marketingStrategy: 'public', contactDetails: 'public' },
    views: 2896, ageDays: [282, 100],
  },
  {
    slug: 'the-complaints-department', title: 'The Complaints Department', owner: 'dermot-askwith', status: 'published', format: 'returning_series', genres: ['workplace', 'comedy'], stage: 'packaging', budgetBand: 'mid',
    logline: 'In the last office of a privatised water company that still answers its telephone, five people resolve one complaint a day, strictly against policy.',
    synopsis: `Six half-hours. Northern & Pennine Water has moved its complaints to a website. A clerical error has left one telephone line and five desks in a basement in Bradford, unbudgeted, unmonitored and listed in a directory that old people still have.

Maureen has been there since it was a corporation. Tariq is on probation from a department that was abolished during it. Between them they have learned that if you actually send a man with a spade, people are so surprised that they bake. They send a man, Keith. Satisfaction in their postcode rises to a figure that head office takes for fraud.

Each half-hour is one call, from the ring to the thank-you. A leak that is somebody crying. A bill for a house that has not been built. Across the series an auditor, Miss Oyinlola Frith, comes nearer to the basement, floor by floor. In the last she rings the number with a complaint of her own, about a noise under her flat; they do not know who she is; they fix it. Her report finds no evidence that the department exists.`,
    tone: 'Strip light and tea. Kindness as sabotage.',
    audience: 'The British half-hour audience at nine; exportable.',
    comps: [['Form Fillers', 2022, 'Workplace, budget.'], ['Switchboard', 2014, 'Comedy on the telephone.']],
    team: [['Dermot Askwith', 'Creator, writer', 'signed'], ['Oona Thackeray-Bose', 'Executive producer, Nightbus Television', 'signed'], ['Lorna Haddersley', 'Maureen', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'fiction', kind: 'presale', episodes: 6, days: 30, plan: [['Broadcaster', 'conditional', 1_500_000], ['Expenditure credit', 'conditional', 420_000], ['Presales sought', 'open', 300_000]] },
    gates: { budgetBreakdown: 'nda', distributionPlan: 'member', contactDetails: 'member' },
    views: 2334, ageDays: [86, 23],
  },
  {
    slug: 'half-board', title: 'Half Board', owner: 'dermot-askwith', status: 'published', format: 'returning_series', genres: ['comedy', 'workplace'], stage: 'treatment', budgetBand: 'mid',
    logline: 'A forty-floor hotel in Benidorm stays open all winter for eleven permanent guests, and every year the staff must persuade its owners that it is full.',
    synopsis: `Half-hours. From November to April the Hotel Gran Delfín has four hundred rooms and eleven guests, who came for a fortnight in various years and did not go home. The owners, a pension fund in Eindhoven, believe that it runs at seventy per cent.

Pilar at reception turns the lights on and off by a chart. Wim, entertainment, performs bingo to a recording of a crowd. The guests are in on it and demanding: a retired magistrate, two sisters who have divided the buffet by treaty, a man who may be on the run from Lowestoft.

Each episode someone comes who could find out: an inspector, a bride, a goose. Each time they fill the hotel by noon, with whoever there is. In the last of the first series the fund’s manager arrives in person to close the place, at Christmas, alone. They check him in, half board. By Epiphany he has a chart of his own. Twelve.`,
    tone: 'Out-of-season light. Broad, then suddenly not.',
    comps: [['Late Checkout', 2018, 'Hotel comedy.'], ['Out of Season', 2021, 'Half-hours, Spain.']],
    team: [['Dermot Askwith', 'Creator, writer', 'signed']],
    seekingInvestment: true,
    ask: { amount: 45_000, currency: 'GBP', kind: 'development' },
    gates: { contactDetails: 'member' },
    views: 1492, ageDays: [43, 7],
  },
  {
    slug: 'auntie-bisi-presiding', title: 'Auntie Bisi Presiding', owner: 'chidera-banwell', status: 'published', format: 'web_series', genres: ['comedy', 'drama'], stage: 'shoot', budgetBand: 'micro',
    logline: 'In her parlour in Surulere a retired headmistress settles in ten minutes the disputes that the Lagos courts need nine years for, provided both sides eat.',
    synopsis: `Twenty parts of ten minutes. Plaintiff on the left sofa, defendant on the right, everyone takes rice. Auntie Bisi Adeyoola, forty years a headmistress, hears one side, then the other, then asks the question that neither of them wanted.

A landlord and a generator. Two churches and a wall. A groom who has been sold the same suit as the best man. She has no power to enforce anything. What she has is everybody’s mother’s telephone number.

A young lawyer, Tobe, is sent by the bar association to close her down and comes each week to observe, on a low stool, with a notebook and increasingly with a plate. The running case is hers: the government wants her house for a flyover, and she has declined to judge it because she is a party. In the twentieth part Tobe has to preside. He hears both sides. He asks the question. She loses, eats, and moves the parlour to the house that has just become the one beside the road.`,
    tone: 'Bright, fast, overlapping. Every case from a true one.',
    audience: 'Mobile first, diaspora second, everybody’s aunt.',
    comps: [['Compound', 2020, 'Lagos web series, long tail.'], ['Small Claims', 2017, 'Case-of-the-week in short form.']],
    team: [['Chidera Banwell', 'Creator, director', 'signed'], ['Folasade Gentry', 'Executive producer, Lagoon Road', 'signed'], ['Madam Ronke Ashby', 'Auntie Bisi', 'signed']],
    seekingInvestment: true,
    money: { currency: 'USD', shape: 'short', kind: 'equity', episodes: 20, days: 20, plan: [['Lagoon Road', 'signed', 55_000], ['Sponsor, rice', 'signed', 40_000], ['Equity sought', 'open', 60_000]] },
    distribution: 'Own channel on Fridays, aggregator in the new year, radio edit for drivers.',
    gates: { budgetBreakdown: 'public', distributionPlan: 'public', marketingStrategy: 'public', contactDetails: 'public' },
    views: 5230, ageDays: [121, 35],
  },
  {
    slug: 'hold-music', title: 'Hold Music', owner: 'perpetua-haldane', status: 'published', format: 'short', genres: ['drama'], stage: 'post', budgetBand: 'micro',
    logline: 'On hold with the pensions office to report her husband’s death, a widow recognises the music as his playing.',
    synopsis: `Fourteen minutes, nearly in real time. Jean rings to say that Ron has died. She is caller nineteen. The music comes on, a clarinet, forty seconds on a loop, and at the third time round she puts down her tea.

He had never said. He did sessions in the seventies for cash; there is a breath before the turn that she has heard across a room for forty-six years. Each time the loop comes to an end a voice thanks her for waiting, and he begins again.

She is caller eight, caller three. An adviser picks up, called Ash, very young, and asks how he can help. Jean asks to be put back on hold. It is not something they can do, on purpose. He listens to her for a while; she does not say why. Then he says that he is afraid the lines are very busy, and puts her at the end of the queue. She makes a fresh pot. You are caller thirty-one, says the voice.`,
    tone: 'One kitchen, one call, one joke, told slowly.',
    comps: [['Dripping', 2016, 'Short with a long festival life.'], ['Caller Nine', 2019, 'A telephone two-hander.']],
    team: [['Perpetua Haldane', 'Writer, director', 'signed'], ['Audrey Plumtree-Singh', 'Jean', 'signed']],
    seekingInvestment: false,
    money: { currency: 'GBP', shape: 'short', kind: 'grant', days: 3, plan: [['Short film scheme', 'signed', 18_000]] },
    gates: { budgetBreakdown: 'public', financialProjections: 'public', distributionPlan: 'public', marketingStrategy: 'public', contactDetails: 'public' },
    views: 2715, ageDays: [74, 20],
  },
  {
    slug: 'ghost-net', title: 'Ghost Net', owner: 'devika-thornbury-nair', status: 'published', format: 'short', genres: ['drama', 'survival'], stage: 'delivery', budgetBand: 'micro',
    logline: 'A diver off Mannar who cuts lost nets from the reef for a bounty finds one that is still fishing, and her brother’s name on the float.',
    synopsis: `Seventeen minutes, most of them below. Sulo is paid by the kilo for ghost nets. She has one breath, one knife and a cousin on the boat who counts aloud.

The net she finds at eleven metres is new, good, set with care where no boat would lose it. It has a turtle in it, alive, and a float with a painted fish that she painted herself when she was six. Her brother went out in that boat two monsoons ago and the boat was found without its gear.

She comes up and says nothing; she goes down again. The film counts with the cousin. If she cuts it she will be paid and there will be nothing of his in the sea. If she leaves it, it will go on. On the fourth breath she frees the turtle. On the fifth she cuts the float away and lets the rest fall, unreported, down the wall where nobody can dive. She is paid for two kilos of something else.`,
    tone: 'Breath, blue, counting.',
    comps: [['Caller Nine', 2019, 'One person, one task.'], ['Apnea', 2021, 'Underwater short, same housing.']],
    team: [['Devika Thornbury-Nair', 'Writer, director', 'signed'], ['Sunniva Adeyemi-Roth', 'Underwater consultant', 'signed']],
    seekingInvestment: false,
    money: { currency: 'USD', shape: 'short', kind: 'equity', days: 6, plan: [['Second Monsoon', 'signed', 20_000], ['Marine foundation', 'signed', 15_000]] },
    gates: { budgetBreakdown: 'public', distributionPlan: 'public', contactDetails: 'public' },
    views: 1356, ageDays: [139, 65],
  },
  {
    slug: 'how-to-fold-a-fitted-sheet', title: 'How to Fold a Fitted Sheet', owner: 'perpetua-haldane', status: 'published', format: 'short', genres: ['comedy', 'romance'], stage: 'script', budgetBand: 'micro',
    logline: 'A couple dividing their belongings on the last morning in a flat cannot do it until they have folded the fitted sheet, which takes two.',
    synopsis: `Nine minutes and three arguments. The boxes are marked A and B. The van is at eleven. Left on the line is the fitted sheet, which belongs to neither of them and cannot be packed in a ball because of something that was said about that in 2019.

They each take two corners. There is a method, and she knows it, and he knows another. They walk towards each other and away again, which is what the method consists of. In the course of it they settle the lamp, the cat and the matter of Lisbon, since nobody can storm out while holding a corner.

On the third attempt it goes right. It is a rectangle. They look at it. Neither will be the one to put it in a box, because then it will have been the last thing. The van sounds its horn. One of them, it is not clear which, lets go.`,
    tone: 'Choreography with elastic.',
    comps: [['Flat Pack', 2018, 'Domestic short, two hands each.']],
    team: [['Perpetua Haldane', 'Writer, director', 'signed']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'short', kind: 'grant', days: 2, plan: [['Own means', 'signed', 2_500], ['Grant sought', 'open', 9_500]] },
    gates: { budgetBreakdown: 'public', contactDetails: 'public' },
    views: 1892, ageDays: [30, 6],
  },
];

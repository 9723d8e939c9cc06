import type { SeedPitch } from './pitch.ts';

export const horror: readonly SeedPitch[] = [
  {
    slug: 'six-hours-of-daylight', title: 'Six Hours of Daylight', owner: 'una-halcrow-dane', status: 'published', format: 'feature', genres: ['folk-horror', 'mystery'], stage: 'prep', budgetBand: 'low',
    logline: 'On midwinter’s day in Shetland, a census taker must count one household twice before dark, and gets a different number each time.',
    synopsis: `Yell, the twenty-first of December. Ruth Maitland has one address left on her list and six hours of light. The form for Nort Haa says five persons. She counts five at the table, thanks them, and on the doorstep notices five coats and six plates.

The rule is to count again. Inside there are four, who swear there were always four. The register of the last census says seven; the one before, seven; every census since 1841, seven, with different names. The tide has the car.

Ruth does what she is good at. She assigns numbers, ties a thread to each wrist, has everyone sign. The light goes a minute at a time. A household here is counted on the shortest day and must come out the same, and for years they have been one short. At a quarter to three she has six names, six threads and six signatures, one of them in her own hand. Next decade the enumerator finds seven. One of them used to take the census, she says, and offers him tea.`,
    tone: 'Still, polite, almost a comedy until a quarter past two. No blood. The dark arrives on schedule.',
    themes: ['counting', 'hospitality', 'midwinter'],
    audience: 'Folk horror audiences, who travel, and the winter festival circuit.',
    productionPlan: 'Nineteen days around the solstice, shooting in chronological order because the light gives no choice. House built inside a wool store for the nights.',
    comps: [['The Enumerator', 2015, 'Officials in the wrong place.'], ['Yule Bread', 2021, 'Season and scale.']],
    team: [['Una Halcrow-Dane', 'Writer, director', 'signed'], ['Brenna Moncrieff-Ali', 'Ruth', 'signed'], ['Harriet Osei-Lund', 'Executive producer, Fenwater Partners', 'signed'], ['Leonie Achterberg', 'Director of photography', 'signed']],
    seekingInvestment: false,
    money: { currency: 'USD', shape: 'fiction', kind: 'equity', days: 19, plan: [['Equity, Fenwater Partners', 'signed', 400_000], ['Screen agency', 'signed', 350_000], ['Tax credit, discounted', 'conditional', 330_000], ['Presale, streamer, second window', 'signed', 280_000], ['Finishing facility', 'proposed', 90_000]] },
    distribution: 'Domestic theatrical and a genre streamer in second window, both signed. World sales open after the first festival.',
    gates: { budgetBreakdown: 'member', financialProjections: 'member', distributionPlan: 'member', marketingStrategy: 'member', contactDetails: 'member' },
    views: 5104, ageDays: [240, 88],
  },
  {
    slug: 'marrow', title: 'Marrow', owner: 'perpetua-haldane', status: 'published', format: 'short', genres: ['horror'], stage: 'released', budgetBand: 'micro',
    logline: 'A butcher’s apprentice is taught the one cut that is never sold, and learns who it has been kept for.',
    synopsis: `Seventeen minutes in a shop. Dean has been sweeping sawdust for a month before Mr Ackroyd shows him the cut: behind the blade, along the grain, wrapped in white and put on the high hook. It is not for sale. People ask for it by looking up.

Each Thursday the parcel is gone and the hook is clean. Dean learns joints, sausages, the patter. He is given a key. On the fourth Thursday he stays behind the cold-room curtain to see who comes, and it is Mrs Ackroyd, who has been dead since spring, in her good coat, with her own bag.

She takes the parcel. She looks at his hands, which are good hands, and at her husband’s, which have begun to shake. On Friday Mr Ackroyd teaches Dean to write the sign for the window: closing early, family. The film ends on the boy’s wrist, turned over in white paper, to show him how the cut runs.`,
    tone: 'Tile, bone, good manners. One scream, off.',
    themes: ['apprenticeship', 'appetite'],
    comps: [['Dripping', 2016, 'Short with a long festival life.'], ['The Cold Counter', 2020, 'Seventeen minutes too.']],
    team: [['Perpetua Haldane', 'Writer, director', 'signed'], ['Josiah Peake', 'Dean', 'signed'], ['Barnaby Oxley-Tan', 'Mr Ackroyd', 'signed']],
    seekingInvestment: false,
    money: { currency: 'USD', shape: 'short', kind: 'equity', days: 4, plan: [['Regional short fund', 'signed', 22_000], ['Equity, Fenwater Partners', 'signed', 25_000]] },
    distribution: 'Released. Sixty-two festivals, four broadcasters, one airline that asked for a trim and did not get it.',
    gates: { budgetBreakdown: 'public', financialProjections: 'public', distributionPlan: 'public', marketingStrategy: 'public', contactDetails: 'public' },
    views: 6820, ageDays: [236, 4],
  },
  {
    slug: 'standing-water', title: 'Standing Water', owner: 'devika-thornbury-nair', status: 'published', format: 'feature', genres: ['supernatural-horror', 'family'], stage: 'financing', budgetBand: 'low',
    logline: 'Every monsoon the lodger in the ground-floor room rises with the flood, and this year the family upstairs has sold the stairs.',
    synopsis: `The Varghese house in Kuttanad floods each July to the fourth step. The lodger, who took the ground-floor room in 1968 and drowned in it the same year, floods with it. The family has an arrangement: they leave the fourth step clear, he stays below it.

Times are bad. Teak is dear. The elder son sells the staircase to a heritage hotel and puts in a ladder. When the water comes there is no fourth step to stop at.

The film takes place in nine days of rain on an upper floor that gets smaller. The lodger is courteous. He asks, from one rung lower each evening, for the things he paid for: his meals, his newspaper, a signature on the lease. The grandmother has the lease. It was never signed, because her father had kept the advance and let the room to a man who could not swim. Nothing will stop him at the ladder but to be given what he is owed. She climbs down with a pen. In August the water goes and there are wet footprints, leaving, by the front door.`,
    tone: 'Rain on tin, one candle, water always at the edge of frame. Fear by the centimetre.',
    themes: ['tenancy', 'debt', 'floods'],
    audience: 'Malayalam audiences first, where horror opens; genre buyers after.',
    comps: [['Well Rope', 2019, 'Kerala, rain, restraint.'], ['The Upper Floor', 2014, 'A house that shrinks.']],
    team: [['Devika Thornbury-Nair', 'Writer, director', 'signed'], ['Anand Kurien-Wells', 'Producer, Second Monsoon', 'signed'], ['Sarojini Blythe', 'The grandmother', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'INR', shape: 'fiction', kind: 'equity', days: 30, plan: [['Second Monsoon', 'signed', 25_000_000], ['Music rights advance', 'conditional', 8_000_000], ['Satellite presale', 'conditional', 22_000_000], ['Equity sought', 'open', 30_000_000]] },
    distribution: 'Kerala release on 110 screens in the first week of the monsoon. Satellite and digital split.',
    marketing: 'A water line painted on every cinema wall, a little higher each week.',
    gates: { budgetBreakdown: 'nda', distributionPlan: 'nda', marketingStrategy: 'public', contactDetails: 'member' },
    views: 2788, ageDays: [155, 61],
  },
  {
    slug: 'tithe', title: 'Tithe', owner: 'mihnea-carrow', status: 'published', format: 'feature', genres: ['folk-horror'], stage: 'post', budgetBand: 'low',
    logline: 'A tax inspector sent to a Carpathian valley that has never owed a penny finds the ledger of what it pays instead, and his own name in next year’s column.',
    synopsis: `No one in Ursu has ever been in arrears. In 1981 this is suspicious. Horia Carrow is sent from the ministry with a stamp, a calculator and a week.

The books are perfect. The potatoes are weighed to the gram. What interests him is a second ledger, in the church, with one line every seven years since 1891: a surname, an initial, a one. The columns balance, he notes with admiration. Every bad harvest in the district stops at the parish boundary.

He is a decent man and a thorough one, and does what he was trained to: he looks for the next entry. It is due in the spring, and someone has pencilled it in. They did not choose him. They asked the ministry for an inspector, in writing, and the ministry selected. The village feeds him magnificently. He has the train ticket in his pocket until the last scene, when he takes out his stamp, corrects the date, and initials it. Nobody in Ursu has ever been in arrears.`,
    tone: 'Bureaucratic dread. Snow, ink, soup.',
    themes: ['taxation', 'obedience', 'ledgers'],
    comps: [['Yule Bread', 2021, 'Season and scale.'], ['The Assessor', 2018, 'An official alone with a village.']],
    team: [['Mihnea Carrow', 'Writer, director', 'signed'], ['Dorin Halloway', 'Horia', 'signed'], ['Sanda Petrescu-Moss', 'Editor', 'signed']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'finishing', days: 23, plan: [['National film centre', 'signed', 380_000], ['Co-producer, Hungary', 'signed', 240_000], ['Private equity', 'signed', 120_000], ['Finishing funds sought', 'open', 85_000]] },
    distribution: 'Picture locked. Invited to two genre festivals; sales agent conversations open.',
    gates: { budgetBreakdown: 'confidential', financialProjections: 'confidential', contactDetails: 'member' },
    views: 3311, ageDays: [198, 70],
  },
  {
    slug: 'wet-plate', title: 'Wet Plate', owner: 'augusta-pell-romero', status: 'published', format: 'feature', genres: ['horror', 'period'], stage: 'treatment', budgetBand: 'mid',
    logline: 'In 1874 Rochester a spirit photographer who has never believed in one of her own plates begins developing the same stranger, one step nearer, in every sitting.',
    synopsis: `Mrs Lavinia Stroud photographs the dead for the living, with a double exposure and a cousin in muslin. The cousin moves west. The next sitter’s plate comes up with a figure in it anyway, small, at the end of the garden.

It is good for trade. She raises her price. Plate by plate, whoever sits, he is nearer: the gate, the path, the step. Her clients recognise him, each as their own. She keeps the plates in order on a shelf and can see what any child with a flip book can see.

She stops taking photographs, and learns that others in the city are taking hers: he is in their plates too, where he left off. There is a sitting for which he will be close enough to touch the camera. She works out whose it must be. In the last plate, dated in her hand, the chair is empty, the stranger is seated in it, and behind him, blurred because she moved, is Lavinia, at the end of the garden.`,
    tone: 'Silver, collodion, slow exposure. The scares are all in things holding still.',
    themes: ['fraud and grief', 'photography'],
    comps: [['Ambrotype', 2013, 'Period and process.'], ['The Muslin Cousin', 2020, 'Spiritualists, budget.']],
    team: [['Augusta Pell-Romero', 'Writer, director', 'signed']],
    seekingInvestment: true,
    ask: { amount: 85_000, currency: 'USD', kind: 'development' },
    gates: { contactDetails: 'member' },
    views: 1208, ageDays: [77, 22],
  },
  {
    slug: 'fifth-floor-please', title: 'Fifth Floor, Please', owner: 'dermot-askwith', status: 'published', format: 'feature', genres: ['contained-horror', 'dark-comedy'], stage: 'script', budgetBand: 'micro',
    logline: 'A night porter in a fading Harrogate hotel keeps answering the bell for a floor that was taken out in 1961, because the tips are real.',
    synopsis: `The Royal Ambassador has six floors in the brochure and five in the building; one was removed after an insurance matter and the lift numbers never changed. Colin works nights. At ten past three the indicator shows five, and rings.

He goes up, because it is his job. The corridor is lovely. The guests are civil, slightly out of date, and tip in coin that the bank, puzzled, accepts. They would like ice. They would like their shoes done. They would like, when convenient, to check out, but the desk has mislaid their bills since 1961, and no one may leave a good hotel without paying.

Colin finds the bills. To settle them he has to add them up, and the total is a night porter. He has until the auditors arrive on Friday to find another way to close an account. He puts it on the room of the manager who set the fire. The indicator goes four, six. He misses the tips.`,
    tone: 'Ealing manners, cold corridors.',
    themes: ['service', 'accounts'],
    productionPlan: 'Fourteen nights in one closed hotel with a working lift. Cast of nine.',
    comps: [['Turndown', 2017, 'Hotel, one location.'], ['The Night Audit', 2022, 'Micro budget, theatrical life.']],
    team: [['Dermot Askwith', 'Writer', 'signed'], ['Oona Thackeray-Bose', 'Producer, Nightbus Television', 'interested']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'fiction', kind: 'equity', days: 14, plan: [['Hotel in kind', 'signed', 30_000], ['Deferments', 'proposed', 25_000], ['Equity sought', 'open', 140_000]] },
    gates: { budgetBreakdown: 'member', contactDetails: 'member' },
    views: 1742, ageDays: [69, 16],
  },
  {
    slug: 'summer-stock', title: 'Summer Stock', owner: 'rosalind-teague-amadi', status: 'published', format: 'feature', genres: ['slasher', 'comedy'], stage: 'packaging', budgetBand: 'low',
    logline: 'In a seaside repertory company somebody is killing only the actors who get laughs, and the season has four comedies to go.',
    synopsis: `Weekly rep, Cromer, 1983. On Monday the juvenile lead gets three laughs in a thriller and is found in the wig basket. On Tuesday his replacement gets two. The police advise closing. The producer points out that advance sales have doubled.

The company draws the conclusion actors would: be terrible. A season of farces is played with total gravity, to standing-room audiences who find this funnier. Nobody can stop getting laughs. Verity, the deputy stage manager, who has sat in the corner for nine summers timing them with a stopwatch, knows to the second who is in danger.

She is also the last to realise that the killer must be someone who can hear the house from where they stand, which leaves four people and her. On the final night she goes on, in a part with no lines, and by doing nothing at all brings the house down. He comes for her in the blackout. She has called the cue. The trap is open. It gets the biggest laugh of the season.`,
    tone: 'A slasher with timing. The gags land, then the body does.',
    themes: ['vanity', 'comedy as hazard'],
    comps: [['Half Hour Call', 2013, 'Backstage in real time.'], ['Pier Show', 2019, 'Seaside, blood, jokes.']],
    team: [['Rosalind Teague-Amadi', 'Writer, director', 'signed'], ['Rafe Bellingcourt', 'Producer, Bellingcourt & Sons', 'letter_of_intent'], ['Philippa Dace', 'Verity', 'interested']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'fiction', kind: 'equity', days: 24, plan: [['Bellingcourt & Sons', 'conditional', 200_000], ['Expenditure credit, discounted', 'conditional', 260_000], ['Presale, genre label', 'proposed', 180_000], ['Equity sought', 'open', 450_000]] },
    marketing: 'A laughter meter in the foyer. Nobody is told what it is for.',
    gates: { budgetBreakdown: 'nda', marketingStrategy: 'member', contactDetails: 'member' },
    views: 2096, ageDays: [61, 12],
  },
];

import type { SeedPitch } from './pitch.ts';

export const period: readonly SeedPitch[] = [
  {
    slug: 'cassette-for-lena', title: 'Cassette for Lena', owner: 'wiebke-sandholm-iyer', status: 'published', format: 'feature', genres: ['romance', 'period'], stage: 'treatment', budgetBand: 'low',
    logline: 'Rostock, 1986: a border guard who erases confiscated tapes starts answering one of them, a side at a time.',
    synopsis: `Private Uwe Brandes sits in a hut on the ferry pier with a bulk eraser. Every cassette sent from the West goes under it. He is supposed to listen to the first thirty seconds for propaganda. On a tape marked For Lena he hears a woman laugh, lose her thread and begin to read out the weather in Hamburg, and he forgets to press the button.

Tapes arrive each fortnight. He erases side B, as evidence of work, and finds it blank and long. He records on it: the weather in Rostock. He posts the cassette on to Lena Petersen, Block 14, who hears her sister on one side and a stranger on the other.

Lena answers. The sister, in Hamburg, hears a man’s voice on the returns and is enchanted or appalled, fortnight by fortnight. Three people fall into a correspondence that one of them is paid to destroy. He is found out by the quality of his silences. On his last shift he erases everything properly, except for thirty seconds. In November 1989 two women meet on the pier, and neither of them knows what he looks like.`,
    tone: 'Hiss, hum, winter pier. Faces listening.',
    themes: ['listening', 'censorship', 'sisters'],
    comps: [['The Jammer', 2014, 'Period, sound, restraint.'], ['Side B', 2019, 'Tape as love letter.']],
    team: [['Wiebke Sandholm-Iyer', 'Writer, director', 'signed'], ['Imke Norrgate', 'Aldermoor Film Fund', 'interested']],
    seekingInvestment: true,
    ask: { amount: 60_000, currency: 'EUR', kind: 'development' },
    gates: { contactDetails: 'confidential' },
    views: 1590, ageDays: [112, 48],
  },
  {
    slug: 'an-army-by-wire', title: 'An Army by Wire', owner: 'ilse-tarnowska-reid', status: 'published', format: 'feature', genres: ['war', 'dark-comedy', 'historical'], stage: 'financing', budgetBand: 'high_indie',
    logline: 'In the besieged fortress of Przemyśl in 1915, a telegraphist with nobody left to wire invents a relief army, and must keep it advancing.',
    synopsis: `The line to Vienna has been cut for two months. Corporal Ignaz Wolny, telegraphist, is ordered to report contact restored, because the garrison is eating its horses and the general needs a good word by Sunday. He reports a relief column of forty thousand men, eleven days’ march away.

It is the best news of the war. The general asks for its commander; Wolny provides one. The commander proves decisive, humane, a little vain. The garrison writes to him. Wolny answers. He finds that an army has to be fed: he invents its bakeries, its quarrels, a hospital train, a nurse with whom two men in the fortress are soon in love.

By March the relief is a day away and cannot be stopped. Wolny has the choice of defeating it or of letting it arrive. He lets it arrive, at night, in the form of a last message telling every soldier in the fortress, by name, exactly how to surrender and come home alive. It is signed by a general who does not exist. Everyone obeys him. The horses that are left are very surprised.`,
    tone: 'Absurd, freezing, kind. A war film in which the only weapon fired is a key.',
    themes: ['invention', 'command', 'hunger'],
    audience: 'Central European theatrical; readers of the great comic novels of that war.',
    productionPlan: 'Forty-two days: eleven in the surviving forts, the rest on a standing set in Wrocław. Three hundred extras for four days.',
    comps: [['The Quartermaster’s Goose', 2015, 'War as farce.'], ['Fort Fourteen', 2020, 'Scale at this budget.']],
    team: [['Ilse Tarnowska-Reid', 'Writer, director', 'signed'], ['Rafe Bellingcourt', 'Co-producer, Bellingcourt & Sons', 'signed'], ['Kazimierz Holt', 'Wolny', 'signed'], ['Leonie Achterberg', 'Director of photography', 'interested']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'equity', days: 42, plan: [['Polish film institute', 'signed', 1_500_000], ['Cash rebate', 'conditional', 2_100_000], ['Co-producers, Austria and Czechia', 'conditional', 1_900_000], ['Broadcasters', 'signed', 700_000], ['Gap', 'proposed', 600_000], ['Equity sought', 'open', 1_300_000]] },
    distribution: 'Held by co-producers in three territories. World sales agent attached with a guarantee on delivery.',
    gates: { budgetBreakdown: 'nda', financialProjections: 'deal', distributionPlan: 'nda' },
    views: 2377, ageDays: [176, 83],
  },
  {
    slug: 'groups-of-five', title: 'Groups of Five', owner: 'ilse-tarnowska-reid', status: 'published', format: 'feature', genres: ['spy', 'period', 'drama'], stage: 'script', budgetBand: 'low',
    logline: 'Every night for eleven years Ilse has read five-figure groups into a microphone for she knows not whom; in the station’s last week a listener thanks her by name.',
    synopsis: `East Berlin, May 1990. The service is being wound up department by department, and the number station on 4625 kilohertz will close on Friday. Ilse Brock reads the last week’s groups as she has read all the others, without inflection, and goes home to a flat with two chairs.

On Monday there is a knock of a kind that does not happen any more: a postcard, from Lisbon, addressed to her voice. On Tuesday the man who writes the groups admits that there have been none to send for six years. He has made them up, out of a telephone book, so that the two of them would be kept on.

Someone, somewhere, has been decoding nonsense and acting on it. Ilse reads four more nights. She begins to choose the numbers herself, and on Friday, in clear, with the technicians already unscrewing the desk, she says what she has always wanted to say into a microphone, which is good night. In Lisbon an old man puts down his pencil and turns off the set. He has been married, employed and happy, all on her instructions.`,
    tone: 'A chamber piece with static.',
    themes: ['obedience', 'voice', 'endings'],
    comps: [['The Jammer', 2014, 'Period, sound, restraint.'], ['Closing Section Nine', 2018, 'The comic end of a service.']],
    team: [['Ilse Tarnowska-Reid', 'Writer, director', 'signed']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'co_production', days: 22, plan: [['Regional fund, Berlin-Brandenburg', 'conditional', 350_000], ['Broadcaster', 'proposed', 300_000], ['Co-production sought', 'open', 400_000]] },
    gates: { budgetBreakdown: 'confidential', contactDetails: 'member' },
    views: 1318, ageDays: [95, 41],
  },
  {
    slug: 'the-rainmakers-invoice', title: 'The Rainmaker’s Invoice', owner: 'augusta-pell-romero', status: 'published', format: 'feature', genres: ['western', 'drama'], stage: 'packaging', budgetBand: 'mid',
    logline: 'Queensland, 1902: a rainmaker’s bookkeeper arrives to collect forty pounds from a drought town where it rained, and drowned eleven.',
    synopsis: `The contract says rain within thirty days, forty pounds on delivery. It rained on the twenty-ninth, for six hours, on ground like brick. Eleven people were drowned in Main Street. The rainmaker has moved on. Miss Edith Lacey keeps his books and has come for the money.

The town of Cullen does not know whether to pay her or hang her. If the rain was his, it owes him forty pounds and he owes it eleven lives. If it was God’s, the contract is void. The magistrate sets a hearing. Everyone in town must say, under oath, whether they believe.

Edith knows that he is a fraud; the books say so. She also knows the one entry she has never been able to balance, a barometer bought the day before. As the hearing goes on the sky fills again. The town asks her to make it stop. She names a price. In the last scene it is raining gently, on the graves and the wheat, and she is writing a receipt for nothing, received with thanks.`,
    tone: 'A western about a bill. Dust, ledgers, thunder that waits for its cue.',
    themes: ['belief', 'contract', 'weather'],
    productionPlan: 'Thirty days near Winton in the build-up season. The town exists; it needs a second coat of dust.',
    comps: [['Quitclaim', 2018, 'A western about paper.'], ['Dry Season', 2012, 'Queensland, band.']],
    team: [['Augusta Pell-Romero', 'Writer, director', 'signed'], ['Lottie Braithwell', 'Edith Lacey', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'AUD', shape: 'fiction', kind: 'equity', days: 30, plan: [['Producer offset, forty per cent', 'conditional', 1_750_000], ['State agency', 'signed', 600_000], ['Distribution guarantee', 'conditional', 450_000], ['Deferments', 'proposed', 100_000], ['Equity sought', 'open', 1_500_000]] },
    distribution: 'Australian distributor with a guarantee on delivery; rest of world with one agent at fifteen per cent.',
    gates: { budgetBreakdown: 'nda', financialProjections: 'nda', distributionPlan: 'confidential', contactDetails: 'member' },
    views: 1727, ageDays: [137, 55],
  },
  {
    slug: 'patent-pending', title: 'Patent Pending', owner: 'teodor-marchbank', status: 'published', format: 'feature', genres: ['biopic', 'comedy', 'period'], stage: 'treatment', budgetBand: 'mid',
    logline: 'The life of Otto Ziegelmann, inventor, who held forty-one patents for devices that nearly worked, told by the examiner who had to refuse or grant every one.',
    synopsis: `He did not exist, which is the only thing the film keeps to itself. Vienna, 1889: Otto Ziegelmann, nineteen, submits an apparatus for opening an egg at a distance. The examiner, Hedwig Lamm, the first woman in the office and hidden in its attic for that reason, tests it. It nearly works. She grants it, because nearly is new.

For fifty years he invents and she examines. An umbrella for two people of different height. A silent piano. A safety matchbox that needs three hands. They correspond in the conditional. She corrects his drawings; he names springs after her. Neither of them thinks of inventing an occasion to meet until the forty-first application, which is for a door.

War comes, twice, and both times the army buys the wrong patent. In 1939 Hedwig stamps him an exit paper that is, technically, a patent certificate. It nearly works. The border guard reads it twice, laughs, and lets him through on the strength of the egg.`,
    tone: 'Mock-scholarly, hand-cranked, quietly in love.',
    themes: ['failure', 'bureaucracy as romance'],
    comps: [['The Notary’s Cat', 2017, 'Manner.'], ['A Life in Footnotes', 2016, 'An invented biography.']],
    team: [['Teodor Marchbank', 'Writer, director', 'signed'], ['Rosalba Tchen', 'Producer, Bora Street Films', 'interested']],
    seekingInvestment: true,
    ask: { amount: 95_000, currency: 'EUR', kind: 'development' },
    gates: { contactDetails: 'member' },
    views: 1043, ageDays: [49, 13],
  },
  {
    slug: 'sixteen-chairs', title: 'Sixteen Chairs', owner: 'rosalind-teague-amadi', status: 'published', format: 'feature', genres: ['mystery', 'comedy'], stage: 'script', budgetBand: 'mid',
    logline: 'At the reading of a will sixteen chairs are set out for fifteen heirs, and nobody may inherit until the family agrees who is missing.',
    synopsis: `Sir Aubrey Quill made chairs, several of them good. His will leaves everything in sixteen equal parts and names nobody: those present are to agree upon who they are. There are fifteen of them and one chair over.

It is snowing, the solicitor is strict, and the house in the Peaks has one bathroom. Each heir has a candidate for the sixteenth: a first wife, a natural son, the maid who designed the good chairs. Each candidate, if admitted, ruins somebody. By midnight the fifteen have exposed one another thoroughly and are no nearer to an heir.

A death in the library makes fourteen, and two empty chairs, and a motive for agreeing faster. The maid’s granddaughter, who has been serving sandwiches throughout, counts the chairs properly. There have only ever been fifteen of Sir Aubrey’s. The other was made by the woman who taught him. She sits down in it. It is, everyone has to admit, the only comfortable one.`,
    tone: 'Country-house mystery, played at the table rather than in the passage.',
    themes: ['inheritance', 'credit for work'],
    comps: [['A Place Laid', 2018, 'Ensemble mystery at this price.'], ['The Second Codicil', 2022, 'Wit, one house.']],
    team: [['Rosalind Teague-Amadi', 'Writer, director', 'signed'], ['Rafe Bellingcourt', 'Producer, Bellingcourt & Sons', 'signed']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'fiction', kind: 'equity', days: 29, plan: [['Bellingcourt & Sons', 'signed', 300_000], ['Expenditure credit, discounted', 'conditional', 780_000], ['Presales', 'proposed', 700_000], ['Equity sought', 'open', 900_000]] },
    gates: { budgetBreakdown: 'nda', contactDetails: 'member' },
    views: 2143, ageDays: [66, 18],
  },
  {
    slug: 'the-names-in-order', title: 'The Names in Order', owner: 'gaspard-ilunga-wray', status: 'published', format: 'feature', genres: ['historical', 'political'], stage: 'script', budgetBand: 'mid',
    logline: 'Nantes, 1793: ordered to burn the ledgers of a slaving house before the Republic can read them, a bookkeeper stands in the square and begins to read them aloud.',
    synopsis: `The house of Grou-Desmarets has traded for sixty years and would like not to have done. The Convention’s commissioner is nine days away. Mathurin Lebrec, who has kept the books for twenty-two years in a beautiful hand, is told to burn them.

He opens one to tear it and reads the first line. The books record everything: barrels, sails, persons. Where the captain troubled to ask, there is a name. Lebrec carries volume one to the Place du Bouffay and reads. At the rate of speech it will take nine days.

The house sends money, then lawyers, then boys with stones. A laundress called Geneviève Ayaba, brought to Nantes in volume four, stands next to him and corrects his pronunciation. By the sixth day there is a crowd that answers each name. He comes to entries that say only a woman, a woman, a woman; she makes him read every one. On the ninth day the commissioner arrives, bored, and is asked to wait his turn. The last volume burns. They have, by then, got it by heart.`,
    tone: 'Austere, daylit, exact. A film about reading aloud.',
    themes: ['record', 'complicity', 'names'],
    comps: [['The Inventory of the Sea', 2016, 'Archive as drama.'], ['Ninth Day', 2021, 'One square, a crowd.']],
    team: [['Gaspard Ilunga-Wray', 'Writer', 'signed'], ['Adjoua Delacourt', 'Geneviève Ayaba', 'letter_of_intent']],
    seekingInvestment: true,
    money: { currency: 'EUR', shape: 'fiction', kind: 'co_production', days: 32, plan: [['Region, Pays de la Loire', 'conditional', 400_000], ['Advance on receipts', 'conditional', 600_000], ['Broadcaster', 'proposed', 500_000], ['Producer', 'signed', 150_000], ['Co-production sought', 'open', 950_000]] },
    gates: { budgetBreakdown: 'nda', distributionPlan: 'nda', contactDetails: 'member' },
    views: 1471, ageDays: [90, 29],
  },
];

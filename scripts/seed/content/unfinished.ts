// What a market also holds: drafts half filled in, projects taken down, and those that are over.
import type { SeedPitch } from './pitch.ts';

export const unfinished: readonly SeedPitch[] = [
  {
    slug: 'the-low-door', title: 'The Low Door', owner: 'maren-oyelaran', status: 'draft', format: 'feature', genres: ['drama', 'coming-of-age'], stage: 'treatment', budgetBand: 'low',
    logline: 'The smallest child in a one-room island school is the only one who fits through a door that the teacher says is not there.',
    synopsis: 'From the short film of 2022. Feature treatment in progress: the door was the good first half; what is needed is the second time she goes through it, at forty, on her knees.',
    comps: [['A House Facing Away', 2017, 'For a lead who is right and unbearable.']],
    team: [['Maren Oyelaran', 'Writer, director', 'signed']],
    seekingInvestment: false,
    views: 0, ageDays: [38],
  },
  {
    slug: 'weather-for-pilots', title: 'Weather for Pilots', owner: 'maren-oyelaran', status: 'draft', format: 'documentary_feature', genres: ['documentary'], stage: 'idea', budgetBand: null,
    logline: 'The last human forecaster on an island airfield is asked to train what replaces her.',
    synopsis: '',
    views: 0, ageDays: [9],
  },
  {
    slug: 'untitled-boiler-room-follow-up', title: 'Untitled boiler-room follow-up', owner: 'maren-oyelaran', status: 'draft', format: 'feature', genres: ['psychological-thriller'], stage: null, budgetBand: null,
    logline: 'What the other restorer did, told from his bed.', synopsis: '', views: 0, ageDays: [3],
  },
  {
    slug: 'north-sea-tango', title: 'North Sea Tango', owner: 'wiebke-sandholm-iyer', status: 'draft', format: 'feature', genres: ['musical', 'romance'], stage: 'idea', budgetBand: 'mid',
    logline: 'Two rig workers on opposite rotations learn the same dance from the same video, each taking the other’s part.',
    synopsis: 'They pass once a fortnight on the helideck, in survival suits, for ninety seconds. It is enough for eight bars.', tone: 'Orange, grey, exact.',
    views: 0, ageDays: [21],
  },
  {
    slug: 'puppet-strike', title: 'Puppet Strike', owner: 'ilse-tarnowska-reid', status: 'draft', format: 'limited_series', genres: ['satire', 'period'], stage: 'treatment', budgetBand: 'mid',
    logline: 'Kraków, 1981: under martial law the only theatre still allowed to play is the one for children, and its puppets go on strike.',
    synopsis: 'The censors read every line and cannot find one that is not about a duck.', themes: ['censorship', 'theatre'],
    views: 0, ageDays: [27],
  },
  {
    slug: 'the-ice-cream-front', title: 'The Ice Cream Front', owner: 'harpreet-macaskill', status: 'draft', format: 'returning_series', genres: ['comedy', 'crime'], stage: 'script', budgetBand: 'mid',
    logline: 'Two Glasgow ice-cream families who stopped fighting in 1984 discover that the van that started it is still out there, selling.',
    synopsis: '', team: [['Harpreet MacAskill', 'Writer', 'signed']], views: 0, ageDays: [14],
  },
  {
    slug: 'tenor-required', title: 'Tenor Required', owner: 'lagoon-road', status: 'draft', format: 'unscripted', genres: ['comedy', 'documentary'], stage: 'idea', budgetBand: 'low',
    logline: 'Every choir in Lagos is short of tenors; each week one is found by noon on a Saturday, somewhere in traffic.',
    synopsis: 'Half-hours. A choirmistress, a danfo, a megaphone.', views: 0, ageDays: [6],
  },
  {
    slug: 'the-timetable-office', title: 'The Timetable Office', owner: 'quarrylight', status: 'draft', format: 'limited_series', genres: ['comedy', 'workplace'], stage: 'treatment', budgetBand: 'mid',
    logline: 'Three people on an island quay write the timetable for ferries that have not been on time since 1974, and one summer the ferries start to obey it.',
    synopsis: 'Four parts. Scripts with two writers; the second part is the good one.', team: [['Callum Ofori-Strand', 'Producer', 'signed']], views: 0, ageDays: [17],
  },
  {
    slug: 'the-half-past-seven', title: 'The Half-Past Seven', owner: 'gwenllian-prosser-shah', status: 'unpublished', format: 'tv_movie', genres: ['mystery', 'period'], stage: 'script', budgetBand: 'low',
    logline: 'Aberystwyth, 1924: the sleeping-car attendant on a train that has no sleeping car is the only witness to a murder in it.',
    synopsis: `There is no sleeping car on the half-past seven. Attendant Idwal Price, laid off in the spring with the car itself, still rides it in uniform, from habit. On a November night he hears a quarrel through a door that was uncoupled in March.

The police are patient. A body is found at Dovey Junction, in a nightshirt, with a berth ticket. Idwal is the only man who could have made up the bed. To clear himself he has to prove that a carriage that does not exist was full.

He knows who takes sugar, who does not sleep, who is not whose wife. From that he rebuilds the car, berth by berth, in the station waiting room with blankets. The murderer steps, without thinking, over the place where the sill would be.`,
    tone: 'Fog, brass, tact.',
    team: [['Gwenllian Prosser-Shah', 'Writer', 'signed']],
    seekingInvestment: true,
    money: { currency: 'GBP', shape: 'fiction', kind: 'presale', days: 20, plan: [['Broadcaster', 'proposed', 700_000], ['Presales sought', 'open', 350_000]] },
    gates: { contactDetails: 'member' },
    views: 612, ageDays: [230, 170],
  },
  {
    slug: 'ashfall-county', title: 'Ashfall County', owner: 'delphine-okafor-reyes', status: 'unpublished', format: 'limited_series', genres: ['western', 'disaster'], stage: 'treatment', budgetBand: 'studio',
    logline: 'The summer after the mountain blows, a county with no topsoil, no records and no sheriff has to decide from memory who owns what.',
    synopsis: `Four parts, 1912. Ash has taken the fences and the courthouse has taken fire. Everyone in the county knows exactly where their land was.

The schoolteacher, who once had her class draw the valley for a prize, has forty drawings in a trunk, by children, some of whom liked their neighbours better than others. They are the only map. A judge on horseback accepts them in evidence.

What follows is a land war fought over crayon. The teacher can tell which are true. She was going to give the prize to the one that was not.`,
    team: [['Delphine Okafor-Reyes', 'Creator', 'signed']],
    seekingInvestment: true,
    ask: { amount: 150_000, currency: 'USD', kind: 'development' },
    gates: {},
    views: 844, ageDays: [211, 140],
  },
  {
    slug: 'one-hundred-umbrellas', title: 'One Hundred Umbrellas', owner: 'bettany-okonjo-wills', status: 'unpublished', format: 'short', genres: ['comedy'], stage: 'post', budgetBand: 'micro',
    logline: 'A first assistant director must hold a hundred extras with umbrellas in a field until it rains, and it will not.',
    synopsis: 'Eleven minutes. The sky is perfect. The effects truck has gone to another unit. By four o’clock the extras have a parliament, by five an opposition. When the rain comes it is lovely, everyone looks up, and all one hundred of them, quite naturally, put their umbrellas down to feel it. The director has never seen anything so beautiful. It is unusable.',
    seekingInvestment: false,
    money: { currency: 'GBP', shape: 'short', kind: 'grant', days: 1, plan: [['Own means', 'signed', 6_000]] },
    gates: { budgetBreakdown: 'public', contactDetails: 'public' },
    views: 401, ageDays: [150, 118],
  },
  {
    slug: 'harbour-radio', title: 'Harbour Radio', owner: 'una-halcrow-dane', status: 'archived', format: 'documentary_feature', genres: ['documentary'], stage: 'released', budgetBand: 'micro',
    logline: 'For one winter the only voice on a Shetland fishing frequency is a woman reading other people’s shopping lists.',
    synopsis: 'The boats come in when she reads and nobody can say why. Sixty minutes of sea, engine noise and groceries. At the end of the season the skippers clubbed together to find out who she was, and then decided, by a vote over the same frequency, that they would rather not know. Broadcast twice. The rights have gone back to the boats.',
    team: [['Una Halcrow-Dane', 'Director', 'signed']],
    seekingInvestment: false,
    gates: { contactDetails: 'public' },
    views: 1960, ageDays: [388, 330],
  },
  {
    slug: 'the-tin-orchard', title: 'The Tin Orchard', owner: 'mei-yun-fairclough', status: 'archived', format: 'feature', genres: ['drama', 'historical'], stage: 'packaging', budgetBand: 'mid',
    logline: 'In 1948 a tin-mine cook in Perak feeds both sides of an emergency from the same pot, until each asks her to salt the other’s.',
    synopsis: `Madam Lai’s kitchen stands between the mine and the trees. By day she feeds the company’s men, by night whoever comes. Each knows of the other and neither has mentioned it, because of the soup.

Then the officer brings her a paper twist and the commander brings her another. They are the same poison, from the same chemist. She has until supper.

She cooks, and sets one table, and tells both that it has been done. They sit down opposite each other for the first time, in front of full bowls, and nobody can be the first to eat or the first to leave. They are there until morning. They talk.`,
    team: [['Mei-Yun Fairclough', 'Writer, director', 'signed']],
    seekingInvestment: false,
    gates: { contactDetails: 'nda' },
    views: 932, ageDays: [360, 301],
  },
  {
    slug: 'goalkeeper-of-the-month', title: 'Goalkeeper of the Month', owner: 'paola-wrenfield-sosa', status: 'archived', format: 'short', genres: ['documentary', 'sports'], stage: 'released', budgetBand: 'micro',
    logline: 'The same man has won a village league’s award for eleven years because the trophy is engraved and nobody can afford another.',
    synopsis: 'Nine minutes. He is not the best goalkeeper in the village; he is not, since his knee, a goalkeeper. Every month the committee meets and every month it considers the cost of the plate. He has offered to change his name. In the end the village does the sensible thing and christens a boy after him.',
    seekingInvestment: false,
    gates: { contactDetails: 'public' },
    views: 1103, ageDays: [310, 288],
  },
  {
    slug: 'night-ferry-to-bari', title: 'Night Ferry to Bari', owner: 'bora-street-films', status: 'archived', format: 'feature', genres: ['crime', 'romance'], stage: 'financing', budgetBand: 'mid',
    logline: 'Two couriers carrying halves of the same banknote fall in love on the wrong crossing.',
    synopsis: 'Each has been told to hand a suitcase to the person with the other half. They meet at the bar, compare, and find that neither number fits, because both have boarded a day early in order not to be late. They have one night before the right strangers come looking for the right halves. They throw one suitcase into the sea, each thinking that it is the other’s. Lapsed with the death of the underlying rights; kept for the record.',
    team: [['Rosalba Tchen', 'Producer', 'signed'], ['Teodor Marchbank', 'Writer', 'signed']],
    seekingInvestment: false,
    gates: { contactDetails: 'member' },
    views: 1277, ageDays: [333, 280],
  },
];

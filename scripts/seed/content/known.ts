// More about the sixteen pitches of the first page: what their format asks for, their parts, comps that are on record, and who has
// confirmed an attachment.
import type { Character, PitchDetails } from '../../../worker/features/pitches/story-schema.ts';

export interface KnownPitch {
  details: PitchDetails;
  characters: readonly (readonly [name: string, line: string, ageRange: string, billing: Character['billing']])[];
  /** Beside the pitch's own comps: a film of comp_titles. */
  comp?: readonly [titleId: string, title: string, year: number, note: string];
  /** Names of the team who confirmed it themselves, days ago. */
  confirmed?: Readonly<Record<string, number>>;
}

export const knownPitches: Readonly<Record<string, KnownPitch>> = {
  'salt-year': {
    details: { format: 'feature', runtimeMinutes: 95, language: 'English, Northern Isles', pages: 92 },
    characters: [['Ada Tarrow', 'Ferrywoman; has carried everyone across and never stayed a night on the other side.', '50s', 'lead'], ['Isla Tarrow', 'Her daughter, who keeps the list and a second one of what was promised.', '20s', 'supporting'], ['Roth', 'Harbourmaster with a date and no power to hold anyone to it.', '60s', 'supporting'], ['Old Tarrow', 'Built the slipway and will not walk down it.', '80s', 'featured']],
    comp: ['whale-rider-2003', 'Whale Rider', 2003, 'One coast, one family, a child who is right: for what such a film can do from this band.'],
    confirmed: { 'Maren Oyelaran': 96, 'Callum Ofori-Strand': 95, 'Petra Lindemarsh': 21 },
  },
  'breath-hold': {
    details: { format: 'feature', runtimeMinutes: 102, language: 'French and English', pages: 88 },
    characters: [['Katia Brandt-Osei', 'Holds a record that is a lie, and mends outboards.', '40s', 'lead'], ['Noor Delisle', 'Wants to go where her mother did not come back from.', '19', 'lead']],
    comp: ['million-dollar-baby-2004', 'Million Dollar Baby', 2004, 'Above this budget; for a coach and what is asked of her.'],
    confirmed: { 'Sunniva Adeyemi-Roth': 40 },
  },
  'bright-particular': {
    details: { format: 'feature', runtimeMinutes: 108, language: 'English and Spanish' },
    characters: [['Awa Sarr', 'Listens in the Karoo; forbidden to speculate, and does.', '30s', 'lead'], ['Tomás Brill', 'Listens in the Atacama; writes handover notes that lengthen.', '30s', 'lead']],
    comp: ['moon-2009', 'Moon', 2009, 'What one room, one idea and a sky can cost, and what it took.'],
  },
  'cassette-for-lena': {
    details: { format: 'feature', runtimeMinutes: 98, language: 'German' },
    characters: [['Uwe Brandes', 'Border guard with a bulk eraser and an ear.', '20s', 'lead'], ['Lena Petersen', 'Hears her sister on one side of the tape and a stranger on the other.', '20s', 'lead']],
    comp: ['das-leben-der-anderen-2007', 'Das Leben der Anderen', 2007, 'The exception of its kind: read it beside the base rate, not instead.'],
  },
  'forty-acres-of-quiet': {
    details: { format: 'feature', runtimeMinutes: 116, language: 'English and sign', pages: 104 },
    characters: [['Temperance Vail', 'Deaf homesteader who hears through the floor.', '30s', 'lead'], ['Amos Vail', 'Her brother, who swore for her and filed in his own name.', '40s', 'supporting']],
    comp: ['the-claim-2000', 'The Claim', 2000, 'The same snow and the same stakes, and it failed: why this one is shot in one valley.'],
    confirmed: { 'Delphine Okafor-Reyes': 60, 'Marisol Tennant-Kaye': 33 },
  },
  glasshouse: {
    details: { format: 'feature', runtimeMinutes: 94, language: 'English', pages: 90 },
    characters: [['Dr Alma Reyes-Hart', 'Cleans forty panes a day and leaves one.', '40s', 'lead'], ['The man in the boiler room', 'Has kept the house longer than she has.', '60s', 'supporting']],
    comp: ['hard-candy-2006', 'Hard Candy', 2006, 'Two people, one house, under a million: what containment can earn.'],
    confirmed: { 'Ottilie Brandt-Nkemelu': 71, 'Maren Oyelaran': 70 },
  },
  'hard-water': {
    details: { format: 'limited_series', episodes: 8, episodeMinutes: 52, language: 'English, Ireland' },
    characters: [['Deirdre Foyle', 'Tests kettles for a council nobody has heard of.', '40s', 'lead'], ['Dr Foley', 'Has a consultancy and a contract he did not read.', '50s', 'supporting']],
    confirmed: { 'Niamh Castellow': 52 },
  },
  kestrel: {
    details: { format: 'feature', runtimeMinutes: 112, language: 'English', pages: 110 },
    characters: [['Nell Ashdown', 'Falconer; no clearance, no telephone, a bird.', '30s', 'lead'], ['The host', 'Owns the green light, and knows exactly where she stands.', '50s', 'supporting']],
    comp: ['the-constant-gardener-2005', 'The Constant Gardener', 2005, 'For a thriller that trusts a landscape.'],
  },
  marrow: {
    details: { format: 'short', runtimeMinutes: 17, language: 'English, Yorkshire' },
    characters: [['Dean', 'Apprentice with good hands.', '17', 'lead'], ['Mr Ackroyd', 'Butcher whose hands have begun to shake.', '60s', 'supporting']],
    confirmed: { 'Perpetua Haldane': 120, 'Josiah Peake': 118, 'Barnaby Oxley-Tan': 117 },
  },
  'paper-lions': {
    details: { format: 'animation', technique: 'Stop motion in folded paper, drawn faces, shot on twos', runtimeMinutes: 84, language: 'No language needed; songs in Korean' },
    characters: [['Old Bao', 'Draws lions, and nothing else as well.', '70s', 'lead'], ['The customs chief', 'Collects islands; not a fool.', '50s', 'supporting']],
    comp: ['coraline-2009', 'Coraline', 2009, 'Made by hand, far above this budget: for the audience, not for the sum.'],
    confirmed: { 'Hyun-Woo Castellane': 44, 'Morwenna Laskey': 44 },
  },
  'second-unit': {
    details: { format: 'web_series', episodes: 10, episodeMinutes: 12, language: 'English' },
    characters: [['Jo', 'Was to have directed the first unit.', '40s', 'lead'], ['Remy', 'A stand-in who has never acted, which is why he is good.', '30s', 'supporting'], ['Pauline', 'The other half of a marriage told in hands.', '30s', 'supporting']],
    confirmed: { 'Bettany Okonjo-Wills': 66, 'Remy Castellan': 65, 'Pauline Achebe-Ross': 65 },
  },
  'six-hours-of-daylight': {
    details: { format: 'feature', runtimeMinutes: 97, language: 'English, Shetland', pages: 93 },
    characters: [['Ruth Maitland', 'Census taker; does what she is good at, and it makes things worse.', '30s', 'lead'], ['The household', 'Four, five or seven persons.', 'all ages', 'supporting']],
    comp: ['the-others-2001', 'The Others', 2001, 'A house that is counted wrong, at a larger budget.'],
    confirmed: { 'Una Halcrow-Dane': 80, 'Brenna Moncrieff-Ali': 30 },
  },
  'terminal-moraine': {
    details: { format: 'documentary_feature', runtimeMinutes: 88, language: 'German and English', accessRights: 'Hedda Karlinger has signed a release for life and likeness, and lent her field books. The federal office has licensed the 1986 sheet for film. Sixteen years of footage are our own. Still open: two songs sung in the hotel.' },
    characters: [],
    confirmed: { 'Aurelio Tamsin-Vogt': 90, 'Hedda Karlinger': 88 },
  },
  'the-interpreter-of-small-debts': {
    details: { format: 'feature', runtimeMinutes: 104, language: 'Italian, Slovene, Serbian', pages: 101 },
    characters: [['Livia Zorn', 'Interprets in four languages, and corrects sums.', '40s', 'lead'], ['Claudio Bassi', 'Lends to everyone and is not stupid.', '50s', 'lead']],
    comp: ['in-bruges-2008', 'In Bruges', 2008, 'A town, two voices, a moral that is funny until it is not.'],
    confirmed: { 'Teodor Marchbank': 38, 'Rosalba Tchen': 38 },
  },
  'the-long-division': {
    details: { format: 'limited_series', episodes: 6, episodeMinutes: 58, language: 'English, Urdu, Punjabi' },
    characters: [['Basheer Lodhi', 'Surveyor; moves the line off his mother’s well.', '40s', 'lead'], ['Hari Prakash Sule', 'Surveyor; moves it off his own school.', '40s', 'lead']],
  },
  'the-understudy': {
    details: { format: 'feature', runtimeMinutes: 96, language: 'Portuguese', pages: 95 },
    characters: [['Inês Caldeira', 'Four hundred nights in the wings.', '30s', 'lead'], ['The stage manager', 'Tells the story, and has the prompt book to prove it.', '60s', 'supporting']],
    comp: ['thank-you-for-smoking-2006', 'Thank You For Smoking', 2006, 'For a comedy that never raises its voice.'],
  },
};

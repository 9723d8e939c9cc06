// Every closed list of the product with the words a person reads. Plain data: the browser may load it without a validator.

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

export const formats = [
  { value: 'feature', label: 'Feature' },
  { value: 'short', label: 'Short' },
  { value: 'limited_series', label: 'Limited series' },
  { value: 'returning_series', label: 'Returning series' },
  { value: 'pilot', label: 'Pilot' },
  { value: 'tv_movie', label: 'TV movie' },
  { value: 'documentary_feature', label: 'Documentary feature' },
  { value: 'documentary_series', label: 'Documentary series' },
  { value: 'animation', label: 'Animation' },
  { value: 'web_series', label: 'Web series' },
  { value: 'unscripted', label: 'Unscripted' },
] as const satisfies readonly Choice[];

export const genres = [
  { value: 'action', label: 'Action' },
  { value: 'adventure', label: 'Adventure' },
  { value: 'animation', label: 'Animation' },
  { value: 'biopic', label: 'Biopic' },
  { value: 'comedy', label: 'Comedy' },
  { value: 'coming-of-age', label: 'Coming of age' },
  { value: 'contained-horror', label: 'Contained horror' },
  { value: 'crime', label: 'Crime' },
  { value: 'dark-comedy', label: 'Dark comedy' },
  { value: 'disaster', label: 'Disaster' },
  { value: 'documentary', label: 'Documentary' },
  { value: 'drama', label: 'Drama' },
  { value: 'faith', label: 'Faith' },
  { value: 'family', label: 'Family' },
  { value: 'fantasy', label: 'Fantasy' },
  { value: 'folk-horror', label: 'Folk horror' },
  { value: 'heist', label: 'Heist' },
  { value: 'historical', label: 'Historical' },
  { value: 'horror', label: 'Horror' },
  { value: 'lgbtq', label: 'LGBTQ+' },
  { value: 'martial-arts', label: 'Martial arts' },
  { value: 'musical', label: 'Musical' },
  { value: 'mystery', label: 'Mystery' },
  { value: 'noir', label: 'Noir' },
  { value: 'period', label: 'Period' },
  { value: 'political', label: 'Political' },
  { value: 'psychological-thriller', label: 'Psychological thriller' },
  { value: 'rom-com', label: 'Rom-com' },
  { value: 'romance', label: 'Romance' },
  { value: 'satire', label: 'Satire' },
  { value: 'sci-fi', label: 'Sci-fi' },
  { value: 'slasher', label: 'Slasher' },
  { value: 'sports', label: 'Sports' },
  { value: 'spy', label: 'Spy' },
  { value: 'superhero', label: 'Superhero' },
  { value: 'supernatural-horror', label: 'Supernatural horror' },
  { value: 'survival', label: 'Survival' },
  { value: 'thriller', label: 'Thriller' },
  { value: 'true-crime', label: 'True crime' },
  { value: 'war', label: 'War' },
  { value: 'western', label: 'Western' },
  { value: 'workplace', label: 'Workplace' },
] as const satisfies readonly Choice[];

/** In the order a project passes through them. */
export const stages = [
  { value: 'idea', label: 'Idea' },
  { value: 'treatment', label: 'Treatment' },
  { value: 'script', label: 'Script' },
  { value: 'packaging', label: 'Packaging' },
  { value: 'financing', label: 'Financing' },
  { value: 'prep', label: 'Prep' },
  { value: 'shoot', label: 'Shoot' },
  { value: 'post', label: 'Post' },
  { value: 'delivery', label: 'Delivery' },
  { value: 'released', label: 'Released' },
] as const satisfies readonly Choice[];

/** Bounds in US cents, upper bound excluded; null where a band is open. */
export const budgetBands = [
  { value: 'micro', label: 'Micro, up to $300k', from: 0, to: 300_000_00 },
  { value: 'low', label: 'Low, $300k\u20132m', from: 300_000_00, to: 2_000_000_00 },
  { value: 'mid', label: 'Mid, $2\u20138m', from: 2_000_000_00, to: 8_000_000_00 },
  { value: 'high_indie', label: 'High indie, $8\u201320m', from: 8_000_000_00, to: 20_000_000_00 },
  { value: 'studio', label: 'Studio, $20\u201370m', from: 20_000_000_00, to: 70_000_000_00 },
  { value: 'tentpole', label: 'Tentpole, over $70m', from: 70_000_000_00, to: null },
] as const satisfies readonly (Choice & { from: number; to: number | null })[];

/** From the weakest to the strongest. */
export const gates = [
  { value: 'public', label: 'Public', hint: 'Anyone' },
  { value: 'member', label: 'Members', hint: 'Anyone signed in' },
  { value: 'confidential', label: 'Click-through', hint: 'One sentence to agree to, recorded' },
  { value: 'nda', label: 'NDA', hint: 'After a signed NDA' },
  { value: 'deal', label: 'Deal', hint: 'After a term sheet' },
] as const satisfies readonly (Choice & { hint: string })[];

export const askKinds = [
  { value: 'development', label: 'Development money' },
  { value: 'equity', label: 'Equity' },
  { value: 'senior_loan', label: 'Senior loan' },
  { value: 'gap', label: 'Gap' },
  { value: 'mezzanine', label: 'Mezzanine' },
  { value: 'bridge', label: 'Bridge' },
  { value: 'presale', label: 'Presale' },
  { value: 'co_production', label: 'Co-production' },
  { value: 'grant', label: 'Grant' },
  { value: 'finishing', label: 'Finishing funds' },
] as const satisfies readonly Choice[];

/** What one can sign up as. */
export const portals = [
  { value: 'creator', label: 'Creator' },
  { value: 'investor', label: 'Investor' },
  { value: 'production', label: 'Production company' },
] as const satisfies readonly Choice[];

export const teamStatuses = [
  { value: 'interested', label: 'Interested' },
  { value: 'letter_of_intent', label: 'Letter of intent' },
  { value: 'signed', label: 'Signed' },
] as const satisfies readonly Choice[];

export const pitchStatuses = [
  { value: 'draft', label: 'Draft' },
  { value: 'published', label: 'Published' },
  { value: 'unpublished', label: 'Unpublished' },
  { value: 'archived', label: 'Archived' },
] as const satisfies readonly Choice[];

/** `digits`: how many decimals the minor unit stands for (ISO 4217). */
export const currencies = [
  { value: 'USD', label: 'US dollar', digits: 2 },
  { value: 'EUR', label: 'Euro', digits: 2 },
  { value: 'GBP', label: 'Pound sterling', digits: 2 },
  { value: 'CAD', label: 'Canadian dollar', digits: 2 },
  { value: 'AUD', label: 'Australian dollar', digits: 2 },
  { value: 'NZD', label: 'New Zealand dollar', digits: 2 },
  { value: 'CHF', label: 'Swiss franc', digits: 2 },
  { value: 'SEK', label: 'Swedish krona', digits: 2 },
  { value: 'NOK', label: 'Norwegian krone', digits: 2 },
  { value: 'DKK', label: 'Danish krone', digits: 2 },
  { value: 'PLN', label: 'Polish zloty', digits: 2 },
  { value: 'INR', label: 'Indian rupee', digits: 2 },
  { value: 'NGN', label: 'Nigerian naira', digits: 2 },
  { value: 'ZAR', label: 'South African rand', digits: 2 },
  { value: 'BRL', label: 'Brazilian real', digits: 2 },
  { value: 'MXN', label: 'Mexican peso', digits: 2 },
  { value: 'CNY', label: 'Chinese yuan', digits: 2 },
  { value: 'JPY', label: 'Japanese yen', digits: 0 },
  { value: 'KRW', label: 'South Korean won', digits: 0 },
] as const satisfies readonly (Choice & { digits: number })[];

/** Texts of a pitch that carry a gate. `gate`: what a new pitch starts with. */
export const protectedFields = [
  { value: 'budgetBreakdown', label: 'Budget breakdown', gate: 'nda' },
  { value: 'financialProjections', label: 'Financial projections', gate: 'nda' },
  { value: 'distributionPlan', label: 'Distribution plan', gate: 'nda' },
  { value: 'marketingStrategy', label: 'Marketing strategy', gate: 'nda' },
  { value: 'contactDetails', label: 'Contact details', gate: 'nda' },
] as const satisfies readonly (Choice & { gate: Gate })[];

/** Everything of a pitch that carries a gate of its own. A finance plan starts where the weakest gate still protects it: people sign in to see it, nobody signs. */
export const gatedParts = [{ value: 'financePlan', label: 'Finance plan', gate: 'member' }, ...protectedFields] as const satisfies readonly (Choice & { gate: Gate })[];

export const sorts = [
  { value: 'trending', label: 'Trending' },
  { value: 'relevance', label: 'Relevance' },
  { value: 'newest', label: 'Newest' },
  { value: 'popular', label: 'Most viewed' },
] as const satisfies readonly Choice[];

/** Filter `seeking`: any investment at all, or one kind of money. */
export const seekings = [{ value: 'investment', label: 'Investment' }, ...askKinds] as const satisfies readonly Choice[];

const MB = 1024 * 1024;
const images = ['image/jpeg', 'image/png', 'image/webp'] as const;
const pdf = ['application/pdf'] as const;

/** `maxSize` in bytes; `types` as decided by a file's first bytes; `gate` where the uploader names none. */
export const fileKinds = [
  { value: 'poster', label: 'Poster', maxSize: 20 * MB, types: images, gate: 'public' },
  { value: 'gallery', label: 'Still', maxSize: 20 * MB, types: images, gate: 'public' },
  { value: 'trailer', label: 'Trailer or mood reel', maxSize: 1024 * MB, types: ['video/mp4', 'video/webm', 'video/quicktime'], gate: 'public' },
  { value: 'lookbook', label: 'Look book', maxSize: 200 * MB, types: pdf, gate: 'member' },
  { value: 'deck', label: 'Pitch deck', maxSize: 200 * MB, types: pdf, gate: 'member' },
  { value: 'script', label: 'Script', maxSize: 50 * MB, types: pdf, gate: 'nda' },
  { value: 'treatment', label: 'Treatment', maxSize: 50 * MB, types: pdf, gate: 'confidential' },
  { value: 'budget', label: 'Budget', maxSize: 50 * MB, types: pdf, gate: 'nda' },
  { value: 'attachment', label: 'Proof of attachment', maxSize: 20 * MB, types: [...pdf, ...images], gate: 'nda' },
] as const satisfies readonly (Choice & { maxSize: number; types: readonly string[]; gate: Gate })[];

export type Format = (typeof formats)[number]['value'];
export type Genre = (typeof genres)[number]['value'];
export type Stage = (typeof stages)[number]['value'];
export type BudgetBand = (typeof budgetBands)[number]['value'];
export type Gate = (typeof gates)[number]['value'];
export type AskKind = (typeof askKinds)[number]['value'];
export type TeamStatus = (typeof teamStatuses)[number]['value'];
export type PitchStatus = (typeof pitchStatuses)[number]['value'];
export type Currency = (typeof currencies)[number]['value'];
export type ProtectedField = (typeof protectedFields)[number]['value'];
export type GatedPart = (typeof gatedParts)[number]['value'];
export type Sort = (typeof sorts)[number]['value'];
export type Seeking = (typeof seekings)[number]['value'];
export type FileKind = (typeof fileKinds)[number]['value'];

/** The label of a value, or the value itself when a newer server knows more than this page. */
export function labelOf(list: readonly Choice[], value: string): string {
  return list.find((choice) => choice.value === value)?.label ?? value;
}

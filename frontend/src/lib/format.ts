// Everything shown is formatted here: one locale, tabular figures by CSS, true minus signs.
const locale = 'en-GB';

const count = new Intl.NumberFormat(locale);
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const dayYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const and = new Intl.ListFormat(locale, { type: 'conjunction' });

const trueMinus = (text: string): string => text.replace(/-/g, '\u2212');

const moneyFormats = new Map<string, Intl.NumberFormat>();
function moneyFormat(currency: string, fractionDigits: number): Intl.NumberFormat {
  const key = `${currency}/${fractionDigits}`;
  let format = moneyFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: currency === 'USD' ? 'narrowSymbol' : 'symbol', minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits });
    moneyFormats.set(key, format);
  }
  return format;
}

/** How many minor units make one: 100 for USD, 1 for JPY, 1000 for KWD. */
export function minorUnits(currency: string): number {
  const digits = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return 10 ** digits;
}

/** Integer minor units as money: `formatMoney(100_000_000, 'USD')` is "$1,000,000"; cents are shown only when there are any. */
export function formatMoney(minor: number, currency: string): string {
  const unit = minorUnits(currency);
  const digits = minor % unit === 0 ? 0 : Math.log10(unit);
  return trueMinus(moneyFormat(currency, digits).format(minor / unit));
}

export const formatCount = (value: number): string => trueMinus(count.format(value));
export const formatCompact = (value: number): string => trueMinus(compact.format(value));

/** "1 view", "2 views", "1,204 views". */
export const countOf = (value: number, one: string, many = `${one}s`): string => `${formatCount(value)} ${value === 1 ? one : many}`;

const numerals = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
/** A number that begins a heading: "Three", from eleven on "11". */
export const countWord = (value: number): string => numerals[value] ?? formatCount(value);

/** "9 Nov" within the current year, "9 Nov 2025" otherwise. */
export function formatDay(iso: string, now = new Date()): string {
  const date = new Date(iso);
  return (date.getFullYear() === now.getFullYear() ? day : dayYear).format(date);
}

export const formatClock = (date: Date | string): string => clock.format(new Date(date));

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [['minute', 60], ['hour', 3600], ['day', 86_400]];

/** "2 hours ago", "yesterday", and from a week on the day itself. */
export function formatAgo(iso: string, now = new Date()): string {
  const seconds = Math.round((new Date(iso).getTime() - now.getTime()) / 1000);
  const distance = Math.abs(seconds);
  if (distance < 60) return 'just now';
  if (distance >= 7 * 86_400) return formatDay(iso, now);
  const [unit, size] = steps.findLast(([, length]) => distance >= length) ?? ['minute', 60];
  return relative.format(Math.trunc(seconds / size), unit);
}

/** 61_000_000 is "61.0 MB". Decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The most that a file may have, in whole MB: 20 MiB is "20 MB", which is never too much to promise. */
export const formatLimit = (bytes: number): string => (bytes >= 1024 ** 3 ? `${Math.floor(bytes / 1024 ** 3)} GB` : `${Math.floor(bytes / 1024 ** 2)} MB`);

export const formatList = (words: readonly string[]): string => and.format(words);

/** "dark-comedy", "limited_series" as words: for a value whose label is not at hand. */
export const humanise = (value: string): string => {
  const words = value.replace(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** "Drama" inside a sentence is "drama"; "LGBTQ+" keeps its capitals. */
export const lowerFirst = (text: string): string => (/^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

/** "Harriet Osei-Lund" is "HO": first letters of the first and last name. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return letters.map((part) => part?.charAt(0) ?? '').join('').toUpperCase();
}

export const wordCount = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

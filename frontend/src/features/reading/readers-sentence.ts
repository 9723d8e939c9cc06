import { countOf, formatList } from '../../lib/format.ts';
import type { Readers } from './use-readers.ts';

/** "Harriet Osei-Lund and 2 more people are reading now", "3 people are reading now"; empty where nobody is. */
export function readersSentence({ readers, people = [] }: Readers): string {
  if (readers === 0) return '';
  const named = people.slice(0, 2).map(({ name }) => name);
  const rest = readers - named.length;
  const who = named.length === 0 ? countOf(readers, 'person', 'people') : formatList([...named, ...(rest > 0 ? [`${countOf(rest, 'more person', 'more people')}`] : [])]);
  return `${who} ${readers === 1 ? 'is' : 'are'} reading now`;
}

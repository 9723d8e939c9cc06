import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { countOf, formatCount } from '../../lib/format.ts';

/** How long it is, in what language, by which technique: what the format asks for, as far as it is told. */
export function lengthFacts(details: Pitch['details']): { term: string; value: string }[] {
  if (details === null) return [];
  const { episodes, episodeMinutes, runtimeMinutes, pages, language, technique } = details;
  const season = [episodes ? formatCount(episodes) : null, episodeMinutes ? `${episodeMinutes} min` : null].filter((part) => part !== null).join(' × ');
  const length = [runtimeMinutes ? `${formatCount(runtimeMinutes)} min` : null, pages ? `${formatCount(pages)} pages` : null].filter((part) => part !== null).join(', ');
  return [
    ...(season === '' ? [] : [{ term: 'Episodes', value: season }]),
    ...(length === '' ? [] : [{ term: 'Length', value: length }]),
    ...(technique ? [{ term: 'Technique', value: technique }] : []),
    ...(language ? [{ term: 'Language', value: language }] : []),
  ];
}

/** The same without terms, for a line that has none: "6 × 50 min", "English", "95 min, 92 pages". */
export function lengthWords(details: Pitch['details']): string[] {
  return lengthFacts(details).map(({ term, value }) => (term === 'Episodes' && details?.episodes && !details.episodeMinutes ? countOf(details.episodes, 'episode') : value));
}

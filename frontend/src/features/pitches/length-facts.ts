import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { formatCount } from '../../lib/format.ts';

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

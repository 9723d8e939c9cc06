import { allPitches } from '../content/all.ts';
import { random, zipf, type Random } from '../random.ts';
import { adjectives, nouns, occupations, verbs } from './words.ts';

export const VOCABULARY_SIZE = 20_000;

const onsets = ['b', 'br', 'c', 'ch', 'd', 'dr', 'f', 'g', 'gr', 'h', 'k', 'kr', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'sk', 'st', 't', 'tr', 'v', 'w', 'y', 'z'] as const;
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'io', 'ou'] as const;
const codas = ['', '', 'l', 'm', 'n', 'nd', 'r', 'rk', 's', 'st', 't', 'x'] as const;

/** A name that no gazetteer has. */
export function coin(source: Random): string {
  let word = '';
  const syllables = source.int(2, 3);
  for (let index = 0; index < syllables; index += 1) word += source.pick(onsets) + source.pick(vowels) + (index === syllables - 1 ? source.pick(codas) : '');
  return word;
}

// Words that hold a sentence together and would read badly as the thing it is about.
const FUNCTION_WORDS = new Set(
  'about above after again against along already although among another around asked asks away because been before being below between both cannot could does doing done down during each either else enough ever every everybody everyone first from front give given gives have having herself himself inside into itself just know known knows last least less made make makes many might more most much must neither never next nobody none nothing once only other others outside over paid rather same shall should since some somebody someone something still such than that their them then there these they thing things this those though through together toward under until upon very were what when where whether which while whom whose will with within without would your'.split(
    ' ',
  ),
);

/** Words of the written market by how many pitches they are in, without those that are in every fourth one: they say nothing. */
function marketWords(): string[] {
  const pitchesOf = new Map<string, number>();
  for (const pitch of allPitches)
    for (const word of new Set(`${pitch.logline} ${pitch.synopsis}`.toLowerCase().match(/[a-z]{4,}/g))) pitchesOf.set(word, (pitchesOf.get(word) ?? 0) + 1);
  return [...pitchesOf]
    .filter(([word, pitches]) => pitches < allPitches.length / 4 && !FUNCTION_WORDS.has(word))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
}

/** Some 20,000 words, most used first: those of the written market and of the lists, then coined names. */
export function vocabulary(seed: string): readonly string[] {
  const words = new Set<string>([...marketWords(), ...nouns, ...adjectives, ...verbs, ...occupations.filter((word) => !word.includes('-'))]);
  const source = random(`vocabulary:${seed}`);
  while (words.size < VOCABULARY_SIZE) words.add(coin(source));
  return [...words].slice(0, VOCABULARY_SIZE);
}

/** Draws from a list by Zipf's law; at 0.99, the skew of real text, the first word comes about as many times as often as the last as there are words. */
export function drawer(source: Random, words: readonly string[], skew = 0.99): () => string {
  const rank = zipf(source, words.length, skew);
  return () => words[rank()] as string;
}

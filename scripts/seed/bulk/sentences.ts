import type { Random } from '../random.ts';
import { drawer } from './vocabulary.ts';
import { adjectives, genreTurns, given, nouns, occupations, surnames, verbs } from './words.ts';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const article = (word: string): string => (/^[aeiou]/.test(word) ? 'an' : 'a');

export type Writer = { title(): string; logline(): string; synopsis(): string; person(): string; place(): string; theme(): string };

/** Titles, loglines and synopses from a small grammar; the words that carry a search are drawn from the whole vocabulary by Zipf's law. */
export function writer(source: Random, words: readonly string[]): Writer {
  const noun = drawer(source, nouns, 0.3);
  const adjective = drawer(source, adjectives, 0.3);
  const occupation = drawer(source, occupations, 0.3);
  const verb = drawer(source, verbs, 0.3);
  const turn = drawer(source, genreTurns, 0.3);
  const word = drawer(source, words);
  // Names come from the coined end of the vocabulary, so that every pitch has something rare in it.
  const coined = words.slice(Math.floor(words.length * 0.4));
  const place = (): string => capital(source.pick(coined));
  const person = (): string => `${source.pick(given)} ${source.chance(0.7) ? source.pick(surnames) : place()}`;
  const who = (): string => {
    const job = occupation().replaceAll('-', ' ');
    const kind = source.chance(0.5) ? `${adjective()} ${job}` : job;
    return `${article(kind)} ${kind}`;
  };
  const deed = (): string => `${verb()} the ${adjective()} ${noun()}`;
  const clause = (): string => `${turn()} the ${noun()} of the ${word()} ${noun()} ${source.chance(0.5) ? 'is gone' : 'comes back'}`;
  const sentences: readonly (() => string)[] = [
    () => `${person()} ${verb()} the ${noun()} in ${place()}, and nobody asks why.`,
    () => `The ${word()} ${noun()} has to be paid for in ${noun()}.`,
    () => `In ${place()} the ${adjective()} ${noun()} ${verb()} every ${noun()} that was left.`,
    () => `${capital(clause())}, ${person().split(' ')[0]} ${deed()}.`,
    () => `There is ${article(word())} ${noun()} under the ${noun()}, and ${who()} who knows its ${word()}.`,
    () => `By morning the ${word()} and the ${word()} have changed places.`,
    () => `What is in the ${noun()} was never meant for ${place()}.`,
  ];
  const titles: readonly (() => string)[] = [
    () => `The ${capital(adjective())} ${capital(noun())}`,
    () => `${capital(noun())} of ${place()}`,
    () => `${capital(noun())} and ${capital(noun())}`,
    () => `The ${capital(noun())} ${capital(source.pick(occupations).split('-')[0] as string)}`,
    () => `${place()} ${capital(noun())}`,
    () => `A ${capital(noun())} for ${source.pick(given)}`,
    () => `${capital(adjective())} ${capital(word())}`,
    () => `The ${capital(noun())} at ${place()}`,
  ];
  const loglines: readonly (() => string)[] = [
    () => `When ${who()} ${deed()}, ${who()} from ${place()} has ${source.int(2, 90)} days to find the ${word()} ${clause()}.`,
    () => `In ${place()}, ${who()} ${deed()} and learns that the ${word()} ${noun()} was never lost.`,
    () => `${capital(who())} and ${who()} share one ${noun()} ${clause()}, and only one of them may keep the ${word()}.`,
    () => `${capital(clause())}, ${who()} must ${verb().replace(/s$/, '')} the ${noun()} that ruined ${place()}.`,
  ];
  return {
    title: () => source.pick(titles)(),
    logline: () => source.pick(loglines)(),
    synopsis: () => Array.from({ length: source.int(7, 13) }, () => source.pick(sentences)()).join(' '),
    person,
    place,
    theme: () => `${adjective()} ${noun()}`,
  };
}

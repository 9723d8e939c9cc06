import type { Terms } from '../../../../worker/features/ndas/schema.ts';
import { Icon } from '../../ui/icon.tsx';
import { termWords } from './words.ts';

/** What the terms ask of each side, in sentences. */
export function givesOf(terms: Terms): { owner: string[]; reader: string[] } {
  const kept = (list: readonly (string | false)[]): string[] => list.filter((line) => line !== false);
  return {
    owner: kept([
      'What is behind the NDA, from the moment it is signed',
      terms.download && 'Copies to keep, stamped with the reader’s name',
      'The same reading record that they see',
      terms.creditIntent && 'Good faith about a credit, if it is made together',
      terms.submissionRelease && 'A submission release: likeness alone gives no claim',
    ]),
    reader: kept([
      `Secrecy for ${termWords.termMonths.say(terms.termMonths)}`,
      'Their name on each page they open',
      'Deletion within 14 days when access ends',
      terms.nonCircumventionMonths > 0 && `No way around the owner for ${termWords.nonCircumventionMonths.say(terms.nonCircumventionMonths)}`,
      terms.publicityBan && 'No public word about the talks',
    ]),
  };
}

function Side({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <h2 className="t-h3">{title}</h2>
      <ul className="gives__list">{lines.map((line) => <li key={line}><Icon name="check" />{line}</li>)}</ul>
    </div>
  );
}

/** Both sides' promises, side by side. */
export function Gives({ terms, owner, reader }: { terms: Terms; owner: string; reader: string }) {
  const { owner: ownerGives, reader: readerGives } = givesOf(terms);
  return (
    <section className="gives" aria-label="What each side gives">
      <Side title={owner} lines={ownerGives} />
      <Side title={reader} lines={readerGives} />
    </section>
  );
}

import type { PitchVersion } from '../../../../worker/features/pitch-versions/schema.ts';
import { countOf, formatClock, formatDay, formatList, lowerFirst } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ChangedWords } from './changed-words.tsx';
import { fieldLabels, type FieldName } from './fields.ts';

const labelFor = (field: string): string => fieldLabels[field as FieldName] ?? field;

/** What was done, in a line: "Changed the logline, tone and 2 more". */
function deedOf({ kind, changes, restoredFrom }: PitchVersion): string {
  if (kind === 'created') return 'Created the draft';
  if (kind === 'found') return 'As it was before the history began';
  if (kind === 'restored') return `Brought back version ${restoredFrom}`;
  const names = changes.map(({ field }) => lowerFirst(labelFor(field)));
  if (names.length === 0) return 'Changed something and changed it back';
  return `Changed ${formatList(names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names)}`;
}

interface VersionEntryProps {
  version: PitchVersion;
  onRestore: () => void;
  restoring: boolean;
  disabled: boolean;
}

/** One kept version: who, when, what; opened, each field before and after. */
export function VersionEntry({ version, onRestore, restoring, disabled }: VersionEntryProps) {
  const { changes } = version;
  const line = `${version.author?.name ?? 'Someone who has left'}, ${formatDay(version.at)} ${formatClock(version.at)}`;
  const head = (
    <>
      <div className="version__what">
        <p className="t-medium">{deedOf(version)}</p>
        <p className="t-xs t-2 num">Version {version.version}, {line}</p>
      </div>
      {version.isCurrent && <Badge tone="accent">Now</Badge>}
      {version.publishedAt !== null && <Badge tone="positive">Published {formatDay(version.publishedAt)}</Badge>}
    </>
  );
  const restore = !version.isCurrent && (
    <Button size="sm" busy={restoring} disabled={disabled} aria-label={`Restore version ${version.version}`} onClick={onRestore}>Restore</Button>
  );
  if (changes.length === 0) return <li className="version"><div className="row row--wrap">{head}{restore}</div></li>;
  return (
    <li>
      <details className="version">
        <summary>{head}<span className="link t-xs">{countOf(changes.length, 'field')}</span></summary>
        {changes.map(({ field, before, after }) => (
          <section key={field} className="version__field" aria-label={labelFor(field)}>
            <p className="t-medium">{labelFor(field)}</p>
            <div className="editor__conflict">
              <div><p className="t-xs t-3">Before</p><ChangedWords value={before} other={after} side="theirs" /></div>
              <div><p className="t-xs t-3">After</p><ChangedWords value={after} other={before} side="mine" /></div>
            </div>
          </section>
        ))}
        {restore && <div className="mt-4">{restore}</div>}
      </details>
    </li>
  );
}

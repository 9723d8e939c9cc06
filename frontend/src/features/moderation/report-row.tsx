import { useState } from 'react';
import { Link } from 'react-router';
import { reportReasons } from '../../../../worker/features/reports/lists.ts';
import type { Report } from '../../../../worker/features/reports/schema.ts';
import { paths } from '../../app/paths.ts';
import { formatAgo, formatDay } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { Deed } from './api.ts';
import { DeedDialog } from './deed-dialog.tsx';
import { deedsOf, deedWords, stateWords } from './deeds.ts';

const kinds = { pitch: 'Pitch', comment: 'Comment', user: 'Person', message: 'Message' } as const;

/** The subject, linked where there is a page of it to look at. */
function Subject({ subject }: { subject: Report['subject'] }) {
  const { kind, state, text, pitch, person } = subject;
  if (kind === 'comment' || kind === 'message') {
    return (
      <>
        <p className="report__said">{text ?? (kind === 'message' ? 'The message is gone.' : 'The comment is gone.')}</p>
        <p className="t-xs t-2">{person !== null && <>by <Link className="link" to={paths.person.href(person.handle)}>{person.name}</Link></>}{pitch !== null && <> under <Link className="link" to={paths.pitch.href(pitch.slug)}>{pitch.title}</Link></>}</p>
      </>
    );
  }
  const href = kind === 'pitch' ? pitch && state === 'shown' && paths.pitch.href(pitch.slug) : person && state === 'shown' && paths.person.href(person.handle);
  return (
    <>
      <h2 className="t-medium">{href ? <Link className="link" to={href}>{text}</Link> : (text ?? 'It is gone.')}</h2>
      {kind === 'pitch' && person !== null && <p className="t-xs t-2">of <Link className="link" to={paths.person.href(person.handle)}>{person.name}</Link></p>}
    </>
  );
}

export function ReportRow({ report }: { report: Report }) {
  const [deed, setDeed] = useState<Deed | null>(null);
  const { subject, reason, note, reporter, createdAt, status, resolution, resolvedAt } = report;
  return (
    <li className="report">
      <div className="row row--wrap">
        <Badge tone="line">{kinds[subject.kind]}</Badge>
        <Badge tone={subject.state === 'shown' ? undefined : 'caution'}>{stateWords[subject.state]}</Badge>
        <span className="t-xs t-2 push">{formatAgo(createdAt)}</span>
      </div>
      <Subject subject={subject} />
      <p><b className="t-strong">{reportReasons.find(({ value }) => value === reason)?.label ?? reason}.</b> <span className="t-2">Reported by {reporter.name}.</span></p>
      {note !== '' && <p className="report__note">{note}</p>}
      {status !== 'open' && <p className="t-2">{status === 'upheld' ? 'Upheld' : 'Dismissed'}{resolvedAt !== null && ` ${formatDay(resolvedAt)}`}: {resolution}</p>}
      <div className="row row--wrap">
        {deedsOf(report).map((one) => <Button key={one} size="sm" kind={one === 'uphold' ? 'primary' : 'secondary'} onClick={() => setDeed(one)}>{deedWords(one, report).button}</Button>)}
      </div>
      {deed !== null && <DeedDialog deed={deed} report={report} onClose={() => setDeed(null)} />}
    </li>
  );
}

import { useState } from 'react';
import { Link } from 'react-router';
import type { Appeal } from '../../../../worker/features/appeals/schema.ts';
import { paths } from '../../app/paths.ts';
import { formatAgo, formatDay } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { AppealDialog, type AppealAnswer } from './appeal-dialog.tsx';

const ordinals = ['', 'Second', 'Third'];

/** What was taken down and why, what its owner says, and the answer. */
export function AppealRow({ appeal }: { appeal: Appeal }) {
  const [answering, setAnswering] = useState<AppealAnswer | null>(null);
  const { title, author, takedown, text, status, answer, decidedAt, createdAt, number } = appeal;
  const ordinal = ordinals[number - 1];
  return (
    <li className="report">
      <div className="row row--wrap">
        <Badge tone="line">Pitch</Badge>
        {ordinal && <Badge tone="caution">{`${ordinal} answer`}</Badge>}
        <span className="t-xs t-2 push">{formatAgo(createdAt)}</span>
      </div>
      <h2 className="t-medium">{title}</h2>
      <p className="t-2">Taken down {formatDay(takedown.at)}: {takedown.reason}</p>
      <p className="report__note">{text}</p>
      {author && <p className="t-xs t-2">by <Link className="link" to={paths.person.href(author.handle)}>{author.name}</Link></p>}
      {status !== 'open' && <p className="t-2">{status === 'granted' ? 'Put back' : 'Declined'}{decidedAt !== null && ` ${formatDay(decidedAt)}`}: {answer}</p>}
      {status === 'open' && (
        <div className="row row--wrap">
          <Button size="sm" kind="primary" onClick={() => setAnswering('granted')}>Put the pitch back</Button>
          <Button size="sm" onClick={() => setAnswering('declined')}>It stays down</Button>
        </div>
      )}
      {answering && <AppealDialog appeal={appeal} decision={answering} onClose={() => setAnswering(null)} />}
    </li>
  );
}

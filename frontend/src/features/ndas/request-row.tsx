import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { NdaCard } from '../../../../worker/features/ndas/schema.ts';
import { paths } from '../../app/paths.ts';
import { formatDay } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Status } from '../../ui/status.tsx';
import { readingQuery } from './api.ts';
import { Moves } from './moves.tsx';
import { PersonRecord } from './person-record.tsx';
import { describeTerm, statusWords, termsLine, waited } from './words.ts';

function RequesterCard({ nda }: { nda: NdaCard }) {
  const { data, error, refetch, isFetching } = useQuery(readingQuery(nda.id));
  if (error && data === undefined) return <ErrorPanel title="The card didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  if (data === undefined) return <div aria-busy="true"><Skeleton shape="panel" /></div>;
  return (
    <div className="request__card">
      <PersonRecord person={nda.signer} record={data.signer} as="reader" />
      <div>
        <p className="t-medium">Terms</p>
        <p className="t-2">{termsLine(nda.terms)}</p>
        {data.differences.map(({ term, here }) => <p key={term} className="t-caution">{describeTerm(term, here).label}: {describeTerm(term, here).value}, unlike your form.</p>)}
      </div>
    </div>
  );
}

function when({ status, createdAt, dueAt, expiresAt }: NdaCard): string {
  if (status === 'requested') return `waiting ${waited(createdAt)}${dueAt === null ? '' : `, runs out ${formatDay(dueAt)}`}`;
  if (status === 'signed') return expiresAt === null ? 'open' : `open until ${formatDay(expiresAt)}`;
  return dueAt === null ? `asked ${formatDay(createdAt)}` : `runs out ${formatDay(dueAt)}`;
}

/** One request to an owner: who, for what, how long it waits, and the decisions. */
export function RequestRow({ nda, selected, onSelect }: { nda: NdaCard; selected: boolean; onSelect?: ((on: boolean) => void) | undefined }) {
  const [isOpen, setOpen] = useState(false);
  const { label, tone } = statusWords[nda.status];
  return (
    <li className="request">
      <div className="request__top">
        {onSelect ? <Checkbox label={`Choose ${nda.signer.name}, ${nda.pitch.title}`} hideLabel checked={selected} onChange={(event) => onSelect(event.target.checked)} /> : <span />}
        <Avatar name={nda.signer.name} company={nda.signer.portal === 'production'} />
        <div className="grow">
          <p className="t-medium">{nda.signer.name}{nda.signer.company ? `, ${nda.signer.company}` : ''}</p>
          <p className="t-xs t-2 num"><Link className="link" to={paths.nda.href(nda.id)}>{nda.pitch.title}</Link>, {when(nda)}</p>
          {nda.status !== 'requested' && <p className="t-xs"><Status tone={tone}>{label}</Status></p>}
        </div>
        <div className="request__deeds"><Moves nda={nda} side="owner" size="sm" /></div>
      </div>
      <details className="request__more" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="link t-sm">{nda.message === '' ? 'Who is this?' : 'Message, and who this is'}</summary>
        {nda.message !== '' && <blockquote className="t-read mt-3"><p className="whitespace-pre-line">{nda.message}</p></blockquote>}
        {isOpen && <RequesterCard nda={nda} />}
      </details>
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatClock, formatDay } from '../../lib/format.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AgreementSheet } from './agreement-sheet.tsx';
import { type Round, roundsQuery } from './api.ts';
import { readAgreement } from './read-document.ts';

function EarlierRound({ round }: { round: Round }) {
  const text = readAgreement(round.html);
  return (
    <details className="readfirst">
      <summary className="link">Round {round.round}, {formatDay(round.createdAt)}, {formatClock(round.createdAt)}</summary>
      {text ? <AgreementSheet bare text={text} notes={[]} /> : <p className="t-2">This document can’t be shown whole.</p>}
      <p className="hash mt-2">{round.hash}</p>
    </details>
  );
}

function List({ ndaId, current }: { ndaId: string; current: string }) {
  const { data, error, refetch, isFetching } = useQuery(roundsQuery(ndaId));
  if (error && data === undefined) return <ErrorPanel title="The rounds didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  if (data === undefined) return <div aria-busy="true"><Skeleton shape="lines" count={2} /></div>;
  const earlier = data.filter(({ hash }) => hash !== current);
  return earlier.length === 0 ? <p className="t-2">There was one round only.</p> : <div className="stack">{earlier.map((round) => <EarlierRound key={round.round} round={round} />)}</div>;
}

/** The documents of earlier rounds, word for word: nothing that was offered is lost. */
export function Rounds({ ndaId, current }: { ndaId: string; current: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="readfirst mt-4" open={isOpen} onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}>
      <summary className="link t-sm">Earlier rounds of the document</summary>
      {isOpen && <div className="mt-3"><List ndaId={ndaId} current={current} /></div>}
    </details>
  );
}

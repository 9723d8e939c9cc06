import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import type { Nda } from '../../../../worker/features/ndas/schema.ts';
import { paths } from '../../app/paths.ts';
import { formatClock, formatDay } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { AgreementSheet } from './agreement-sheet.tsx';
import { afterMove, readingQuery, signNda } from './api.ts';
import { Differences } from './differences.tsx';
import { Gives } from './gives.tsx';
import { History } from './history.tsx';
import { Moves } from './moves.tsx';
import { Papers } from './papers.tsx';
import { PersonRecord } from './person-record.tsx';
import { Renew } from './renew.tsx';
import { Rounds } from './rounds.tsx';
import { SignForm } from './sign-form.tsx';
import { StateNotice } from './state-notice.tsx';
import { statusWords } from './words.ts';
import { useAgreementText } from './use-agreement-text.ts';
import './signing.css';

const Questions = lazy(() => import('../info-requests/questions.tsx'));
const OwnPdf = lazy(async () => ({ default: (await import('../nda-files/own-pdf.tsx')).OwnPdf }));

const at = (iso: string): string => `${formatDay(iso)}, ${formatClock(iso)}`;

function stepsOf(nda: Nda, clauses: number) {
  const approved = nda.history.findLast(({ to }) => to === 'approved');
  const current = nda.signedAt !== null ? 3 : nda.status === 'approved' ? 2 : nda.status === 'countered' ? 1 : 0;
  const steps = [
    { name: 'Request', note: approved ? `Approved ${at(approved.at)}` : statusWords[nda.status].label },
    { name: 'Read', note: clauses === 1 ? '1 clause' : `${clauses} clauses` },
    { name: 'Sign', note: nda.signedAt === null ? 'Then it opens' : at(nda.signedAt) },
    { name: 'Certificate', note: 'For both sides' },
  ];
  return { steps, current };
}

/** An agreement with everything its two sides can do with it, and the room it is signed in. */
export function SigningRoom({ nda }: { nda: Nda }) {
  const client = useQueryClient();
  const { user } = useSession();
  const { data: reading } = useQuery(readingQuery(nda.id));
  const { text, hash, isOther } = useAgreementText(nda.document);
  const side = user?.id === nda.owner.id ? 'owner' : 'signer';
  const mayOpen = nda.status === 'signed' && nda.pitch.id !== null;
  const mustSign = side === 'signer' && nda.status === 'approved';
  const { steps, current } = stepsOf(nda, text?.sections.length ?? 0);
  const reload = () => client.invalidateQueries({ queryKey: ['ndas'] });
  return (
    <>
      <div className="nda__stepper"><Stepper steps={steps} current={current} /></div>
      <div className="nda__notice stack">
        <StateNotice nda={nda} side={side} />
        <div className="row row--wrap">
          {mayOpen && nda.pitch.id !== null && <ButtonLink kind={side === 'signer' ? 'primary' : undefined} to={paths.pitch.href(nda.pitch.id)}>Open {nda.pitch.title}</ButtonLink>}
          <Moves nda={nda} side={side} />
          {side === 'signer' && nda.status === 'signed' && <Renew ndaId={nda.id} />}
        </div>
        {nda.message !== '' && <blockquote className="t-read"><p className="whitespace-pre-line">{nda.message}</p><footer className="t-xs t-2">{nda.signer.name}, with the request</footer></blockquote>}
      </div>
      {reading && <Differences differences={reading.differences} />}
      {isOther && (
        <div className="nda__notice">
          <Notice tone="negative" announce actions={<Button size="sm" onClick={() => void reload()}>Load it again</Button>}>
            What arrived is not the document that the record names, or it can’t be shown whole. It can’t be signed like this.
          </Notice>
        </div>
      )}
      {text && <AgreementSheet text={text} notes={reading?.notes ?? []} />}
      {nda.document.file && <div className="mt-8"><Suspense fallback={<Skeleton shape="panel" />}><OwnPdf sha256={nda.document.file.sha256} name={nda.document.file.name} /></Suspense></div>}
      <Gives terms={nda.terms} owner={side === 'owner' ? 'You give' : `${nda.owner.name} gives`} reader={side === 'signer' ? 'You give' : `${nda.signer.name} gives`} />
      {mustSign && user && (
        <SignForm
          key={nda.document.hash} name={user.name} company={nda.signer.company} documentHash={hash} submitLabel="Sign and open" note={`Access opens at once. ${nda.owner.name} has approved these words.`}
          onSign={async (body) => {
            const signed = await signNda(nda.id, body);
            client.setQueryData(['ndas', 'one', nda.id], signed);
            await afterMove(client);
          }}
          onStale={() => void reload()}
        />
      )}
      <Papers nda={nda} />
      <div className="nda__cols">
        <section aria-labelledby="history-title">
          <h2 className="t-h3 mb-3" id="history-title">History</h2>
          <History history={nda.history} />
          <Rounds ndaId={nda.id} current={nda.document.hash} />
        </section>
        {reading && <PersonRecord person={side === 'owner' ? nda.signer : nda.owner} record={side === 'owner' ? reading.signer : reading.owner} as={side === 'owner' ? 'reader' : 'owner'} />}
      </div>
      {nda.signedAt !== null && <Suspense><Questions nda={nda} /></Suspense>}
      {side === 'signer' && nda.signedAt !== null && <p className="t-2 mt-8">What you promised, with end dates, is in your <Link className="link" to={paths.obligations.href()}>ledger</Link>.</p>}
    </>
  );
}

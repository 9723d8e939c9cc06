import type { NdaCard } from '../../../../worker/features/ndas/schema.ts';
import { paths } from '../../app/paths.ts';
import { formatAgo, formatDay } from '../../lib/format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Status } from '../../ui/status.tsx';
import { PassportSigning } from './passport-signing.tsx';
import { statusWords } from './words.ts';

function sentence({ status, owner, createdAt, signedAt, expiresAt, dueAt }: NdaCard): string {
  const until = dueAt === null ? '' : ` It runs out on ${formatDay(dueAt)}.`;
  switch (status) {
    case 'requested': return `You asked ${formatAgo(createdAt)}. ${owner.name} answers next.${until}`;
    case 'countered': return `${owner.name} offered other terms. Accept them, answer, or let it be.${until}`;
    case 'approved': return `${owner.name} approved. Sign, and it opens at once.${until}`;
    case 'signed': return `Signed ${signedAt === null ? '' : formatDay(signedAt)}. Open to you${expiresAt === null ? '' : ` until ${formatDay(expiresAt)}`}.`;
    case 'rejected': return `${owner.name} declined.`;
    case 'revoked': return `${owner.name} revoked your access. What you promised still holds.`;
    case 'expired': return 'Your access has ended. What you promised still holds.';
    case 'lapsed': return 'Nobody answered in time.';
    default: return 'It was withdrawn.';
  }
}

/** Where the reader's own agreement for this pitch stands, and the one next step. */
export function OwnState({ nda, onAsk }: { nda: NdaCard; onAsk: () => void }) {
  const { label, tone } = statusWords[nda.status];
  const to = paths.nda.href(nda.id);
  const isOver = !['requested', 'countered', 'approved', 'signed'].includes(nda.status);
  return (
    <section className="mt-6" aria-label="Your NDA">
      <p><Status tone={tone}>{label}</Status></p>
      <p className="t-sm t-2 mt-2">{sentence(nda)}</p>
      {nda.status === 'approved' && <ButtonLink kind="primary" block className="mt-3" to={to}>Read and sign</ButtonLink>}
      {nda.status === 'approved' && <PassportSigning nda={nda} />}
      {nda.status === 'countered' && <ButtonLink kind="primary" block className="mt-3" to={to}>Read the new terms</ButtonLink>}
      {isOver && <Button kind="primary" block className="mt-3" onClick={onAsk}>Ask again</Button>}
      {(nda.status === 'requested' || nda.status === 'signed' || isOver) && <ButtonLink kind="quiet" block className="mt-2" to={to}>{nda.status === 'signed' ? 'Your agreement' : 'See the request'}</ButtonLink>}
    </section>
  );
}

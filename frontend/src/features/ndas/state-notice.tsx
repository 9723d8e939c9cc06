import type { Nda } from '../../../../worker/features/ndas/schema.ts';
import { formatDay } from '../../lib/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { turnOf, waited } from './words.ts';

interface Said {
  tone: 'notice' | 'caution' | 'negative' | 'positive';
  text: string;
}

const due = (nda: Nda): string => (nda.dueAt === null ? '' : ` It runs out on ${formatDay(nda.dueAt)}.`);

/** Where it stands and whose move it is, to one side. */
export function sayState(nda: Nda, side: 'owner' | 'signer', now = Date.now()): Said {
  const [other, yours] = [side === 'owner' ? nda.signer.name : nda.owner.name, turnOf(nda, side) === 'you'];
  const reason = nda.history.at(-1)?.reason;
  const because = reason ? ` “${reason}”` : '';
  switch (nda.status) {
    case 'requested': return yours ? { tone: 'caution', text: `${other} has waited ${waited(nda.createdAt, now)} for your answer.${due(nda)}` } : { tone: 'notice', text: `${other} has your request and answers next.${due(nda)}` };
    case 'countered': return yours ? { tone: 'caution', text: `${other} offered other terms.${because} The document below holds them.${due(nda)}` } : { tone: 'notice', text: `${other} has your offer and answers next.${due(nda)}` };
    case 'approved': return yours ? { tone: 'caution', text: `Approved. Read the document and sign it below; then it opens.${due(nda)}` } : { tone: 'notice', text: `You have approved. ${other} signs next.${due(nda)}` };
    case 'signed': return { tone: 'positive', text: `Signed. Access is open${nda.expiresAt === null ? '' : ` until ${formatDay(nda.expiresAt)}`}.` };
    case 'rejected': return { tone: 'negative', text: `${side === 'owner' ? 'You declined' : `${other} declined`}.${because}` };
    case 'withdrawn': return { tone: 'notice', text: `It was withdrawn.${because}` };
    case 'lapsed': return { tone: 'notice', text: 'Nobody answered in time, and it ran out.' };
    case 'revoked': return { tone: 'negative', text: `${side === 'owner' ? 'You revoked access' : `${other} revoked access`}.${because} The duties of secrecy stay.` };
    case 'expired': return { tone: 'notice', text: 'Access has ended as agreed. The duties of secrecy stay.' };
    case 'superseded': return { tone: 'notice', text: 'A later agreement took its place.' };
  }
}

export function StateNotice({ nda, side }: { nda: Nda; side: 'owner' | 'signer' }) {
  const { tone, text } = sayState(nda, side);
  return <Notice tone={tone} {...(tone === 'caution' && { icon: 'clock' as const })}>{text}</Notice>;
}

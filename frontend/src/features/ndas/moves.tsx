import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { NdaCard } from '../../../../worker/features/ndas/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { afterMove, approveNda, rejectNda, revokeNda, withdrawNda } from './api.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const CounterDialog = lazy(() => import('./counter-dialog.tsx'));

/** What one side can do now, besides signing: the list comes from the server's own table of moves. */
export function Moves({ nda, side, size }: { nda: NdaCard; side: 'owner' | 'signer'; size?: 'sm' }) {
  const client = useQueryClient();
  const [open, setOpen] = useState<'counter' | 'reject' | 'withdraw' | 'revoke' | null>(null);
  const moved = () => afterMove(client);
  const approve = useMutation({ mutationFn: () => approveNda(nda.id), onSettled: moved });
  const can = (action: string) => nda.next.some((move) => move.by === side && move.action === action);
  const other = side === 'owner' ? nda.signer.name : nda.owner.name;
  const close = () => setOpen(null);
  const about = `${other}, ${nda.pitch.title}`;
  return (
    <>
      <div className="row row--wrap">
        {can('approve') && <Button kind="primary" size={size} busy={approve.isPending} aria-label={size ? `Approve: ${about}` : undefined} onClick={() => approve.mutate()}>{side === 'owner' ? 'Approve' : 'Accept these terms'}</Button>}
        {can('counter') && <Button size={size} aria-label={size ? `Change terms: ${about}` : undefined} onClick={() => setOpen('counter')}>{side === 'owner' ? 'Change terms' : 'Offer other terms'}</Button>}
        {can('reject') && <Button kind="quiet" size={size} aria-label={size ? `Decline: ${about}` : undefined} onClick={() => setOpen('reject')}>Decline</Button>}
        {can('withdraw') && <Button kind="quiet" size={size} aria-label={size ? `Withdraw: ${about}` : undefined} onClick={() => setOpen('withdraw')}>Withdraw</Button>}
        {can('revoke') && <Button kind="danger" size={size} aria-label={size ? `Revoke access: ${about}` : undefined} onClick={() => setOpen('revoke')}>Revoke access</Button>}
      </div>
      {approve.isError && <div className="mt-3"><Notice tone="negative" announce>{approve.error instanceof ApiError ? approve.error.message : 'It could not be approved.'}</Notice></div>}
      {open === 'counter' && <Suspense><CounterDialog nda={nda} other={other} onMoved={moved} onClose={close} /></Suspense>}
      {open === 'reject' && (
        <ReasonDialog
          title={`Decline ${other}`} description="They are told, with your reason. They may ask again later." label="Reason" submit="Decline" onClose={close}
          onSubmit={async (reason) => { await rejectNda(nda.id, reason); await moved(); }}
        />
      )}
      {open === 'withdraw' && (
        <ReasonDialog
          title={side === 'owner' ? 'Withdraw your approval' : 'Withdraw your request'} description={`${other} is told. Nothing has been opened yet.`} label="Reason" optional submit="Withdraw" onClose={close}
          onSubmit={async (reason) => { await withdrawNda(nda.id, reason); await moved(); }}
        />
      )}
      {open === 'revoke' && (
        <ReasonDialog
          title={`Revoke access of ${other}`} description="Everything behind the NDA closes at once, also while it is being read. The duties of secrecy stay." label="Reason" submit="Revoke access" onClose={close}
          onSubmit={async (reason) => { await revokeNda(nda.id, reason); await moved(); }}
        />
      )}
    </>
  );
}

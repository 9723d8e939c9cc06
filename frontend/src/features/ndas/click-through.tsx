import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { acceptClickThrough, afterMove, clickThroughQuery } from './api.ts';

/** The gate that opens by a promise: the words first, then one button. */
export function ClickThrough({ pitchId }: { pitchId: string }) {
  const client = useQueryClient();
  const { data } = useQuery(clickThroughQuery(pitchId));
  const agree = useMutation({ mutationFn: () => acceptClickThrough(pitchId), onSuccess: () => afterMove(client) });
  if (data === undefined || data.accepted) return null;
  return (
    <section className="mt-6" aria-labelledby="click-through-title">
      <h3 className="t-h3" id="click-through-title">Opens with a promise</h3>
      <p className="t-sm t-2 mt-2">“{data.wording}”</p>
      <Button block className="mt-3" busy={agree.isPending} onClick={() => agree.mutate()}>Agree and open</Button>
      {agree.isError && <div className="mt-3"><Notice tone="negative" announce>{agree.error instanceof ApiError ? agree.error.message : 'It could not be opened.'}</Notice></div>}
    </section>
  );
}

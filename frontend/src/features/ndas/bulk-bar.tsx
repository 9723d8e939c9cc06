import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { countOf } from '../../lib/format.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Notice } from '../../ui/notice.tsx';
import { afterMove, type BulkResult, decideMany } from './api.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** "3 approved." or "2 of 3 approved; 1 had changed meanwhile." */
export function bulkSentence(results: readonly BulkResult[], deed: 'approved' | 'declined'): string {
  const done = results.filter(({ ok }) => ok).length;
  return done === results.length ? `${done} ${deed}.` : `${done} of ${results.length} ${deed}; ${results.length - done} had changed meanwhile.`;
}

interface BulkBarProps {
  ids: readonly string[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** The same answer to several requests; each stands by itself, so that one that changed stops no other. */
export function BulkBar({ ids, chosen, onChoose }: BulkBarProps) {
  const client = useQueryClient();
  const [isDeclining, setDeclining] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const finish = async (results: readonly BulkResult[], deed: 'approved' | 'declined') => {
    setSaid(bulkSentence(results, deed));
    onChoose(new Set());
    await afterMove(client);
  };
  const approve = useMutation({ mutationFn: () => decideMany([...chosen], { action: 'approve' }), onSuccess: (results) => finish(results, 'approved') });
  return (
    <>
      <div className="bulkbar">
        <Checkbox
          label={chosen.size === 0 ? 'Choose all' : `${chosen.size} chosen`} checked={chosen.size > 0 && chosen.size === ids.length} indeterminate={chosen.size > 0 && chosen.size < ids.length}
          onChange={(event) => onChoose(new Set(event.target.checked ? ids : []))}
        />
        {chosen.size > 0 && (
          <>
            <Button size="sm" kind="primary" busy={approve.isPending} onClick={() => approve.mutate()}>Approve {chosen.size}</Button>
            <Button size="sm" onClick={() => setDeclining(true)}>Decline {chosen.size}</Button>
          </>
        )}
        {said !== null && <p className="t-2" role="status">{said}</p>}
      </div>
      {approve.isError && <Notice tone="negative" announce>{approve.error instanceof ApiError ? approve.error.message : 'They could not be approved.'}</Notice>}
      {isDeclining && (
        <ReasonDialog
          title={`Decline ${countOf(chosen.size, 'request')}`} description="Each of them is told, with this reason." label="Reason" submit="Decline all" onClose={() => setDeclining(false)}
          onSubmit={async (reason) => finish(await decideMany([...chosen], { action: 'reject', reason }), 'declined')}
        />
      )}
    </>
  );
}

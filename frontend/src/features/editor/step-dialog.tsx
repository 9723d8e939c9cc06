import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ApiError } from '../../lib/http.ts';
import { countOf } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { pitchRequestsQuery } from '../ndas/api.ts';
import { useMaker } from './maker.ts';

export type Step = 'unpublish' | 'archive' | 'delete';

const words: Record<Step, { title: string; about: string; button: string }> = {
  unpublish: { title: 'Take it out of the market?', about: 'It leaves browse, search and every list within two seconds. Nothing of it is lost, and you can publish it again at any time.', button: 'Unpublish' },
  archive: { title: 'Archive this pitch?', about: 'It leaves the market, if it is there, and moves to the end of your list. Everything in it is kept, and it can be restored.', button: 'Archive' },
  delete: { title: 'Delete this pitch for good?', about: 'Its words, files, versions and figures are gone, and nobody can bring them back. Archiving keeps them.', button: 'Delete for good' },
};

interface StepDialogProps {
  step: Step;
  pitch: { id: string; title: string };
  onStep: () => Promise<unknown>;
  onClose: () => void;
}

/** Before a pitch leaves the market or is gone: what follows, and for whom it stays open. */
export default function StepDialog({ step, pitch, onStep, onClose }: StepDialogProps) {
  const maker = useMaker();
  const requests = useQuery(pitchRequestsQuery(pitch.id)).data?.items ?? [];
  const signed = requests.filter(({ status }) => status === 'signed').length;
  const waiting = requests.length - signed;
  const act = useMutation({ mutationFn: onStep, onSuccess: onClose });
  const { title, about, button } = words[step];
  return (
    <Dialog
      open onOpenChange={onClose} title={title} description={about}
      foot={(
        <>
          <Button kind="quiet" onClick={onClose}>Keep it</Button>
          <Button kind={step === 'unpublish' ? 'primary' : 'danger'} busy={act.isPending} onClick={() => act.mutate()}>{button}</Button>
        </>
      )}
    >
      <div className="stack mt-4">
        {step !== 'delete' && signed > 0 && (
          <Notice tone="caution" icon="eye">
            <p>{countOf(signed, 'reader')} signed an agreement and {signed === 1 ? 'keeps' : 'keep'} reading what it opened, until it ends or you revoke it under <Link className="link" to={paths.requests.href(maker, 'signed')}>Requests</Link>.</p>
          </Notice>
        )}
        {step !== 'delete' && waiting > 0 && <p className="t-2">{countOf(waiting, 'request')} for access {waiting === 1 ? 'waits' : 'wait'} for your answer.</p>}
        {act.error && <Notice tone="negative" announce>{act.error instanceof ApiError ? act.error.message : 'It did not work.'} Nothing has changed.</Notice>}
      </div>
    </Dialog>
  );
}

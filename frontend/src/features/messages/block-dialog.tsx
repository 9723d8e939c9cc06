import { useMutation } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { setBlock } from '../people/api.ts';

export default function BlockDialog({ person, onClose, onDone }: { person: { id: string; name: string }; onClose: () => void; onDone: () => Promise<unknown> }) {
  const block = useMutation({
    mutationFn: () => setBlock(person.id, true),
    onSuccess: async () => {
      await onDone();
      onClose();
    },
  });
  return (
    <Dialog
      open onOpenChange={onClose} title={`Block ${person.name}?`}
      description="Nobody can write in this conversation any more, and in groups your words are left out for each other. What was said stays. Nobody is told. Agreements between you stay as they are; your account page lists whom you have blocked."
      foot={<><Button kind="quiet" onClick={onClose}>Cancel</Button><Button kind="danger" busy={block.isPending} onClick={() => block.mutate()}>Block</Button></>}
    >
      {block.isError && <p className="t-negative mt-3" role="alert">That didn’t work. Try again.</p>}
    </Dialog>
  );
}

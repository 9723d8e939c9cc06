import { useMutation } from '@tanstack/react-query';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** One page to send on: what everyone may read, as a PDF. */
export function OneSheetButton({ pitch }: { pitch: Pitch }) {
  const save = useMutation({ mutationFn: async () => (await import('./save-one-sheet.ts')).saveOneSheet(pitch) });
  return (
    <>
      <Button size="lg" busy={save.isPending} onClick={() => save.mutate()}><Icon name="download" />One-sheet</Button>
      {save.isError && <p className="t-xs self-center" role="alert">The PDF was not made. Check the connection and try again.</p>}
    </>
  );
}

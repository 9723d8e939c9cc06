import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { SigningOut } from './use-sign-out.ts';

/** Before signing out with messages that have not left: they would be gone. */
export default function KeptWarning({ leaving: { kept, confirm, stay } }: { leaving: SigningOut }) {
  const what = kept === 1 ? 'One message' : `${kept} messages`;
  return (
    <Dialog
      open onOpenChange={stay} title={`${what} ${kept === 1 ? 'has' : 'have'} not left this device`}
      description={`${kept === 1 ? 'It goes' : 'They go'} out as soon as this browser is online again and you are signed in. Signing out now throws ${kept === 1 ? 'it' : 'them'} away.`}
      foot={<><Button kind="quiet" onClick={stay}>Stay signed in</Button><Button kind="danger" onClick={confirm}>Sign out and discard</Button></>}
    />
  );
}

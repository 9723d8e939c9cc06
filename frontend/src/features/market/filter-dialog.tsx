import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface FilterDialogProps {
  /** "277 pitches". */
  found: string;
  onClose: () => void;
  onClear: () => void;
  children: ReactNode;
}

/** The facets on a phone. They take effect at once; the button below only says how many there are and closes. */
export default function FilterDialog({ found, onClose, onClear, children }: FilterDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Filters"
      sheet
      foot={
        <>
          <Button kind="quiet" onClick={onClear}>Clear</Button>
          <Button kind="primary" className="btn--fill-phone" onClick={onClose}>Show {found}</Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

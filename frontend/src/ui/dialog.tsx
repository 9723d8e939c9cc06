import { Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '../lib/class-names.ts';
import { useReturnFocus } from '../lib/use-return-focus.ts';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What it is about, in a sentence, read out with the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons: the way back first, the deed last. */
  foot?: ReactNode;
  /** Fills a phone's screen. */
  sheet?: boolean;
  /** For what has to be compared side by side. */
  wide?: boolean;
}

export function Dialog({ open, onOpenChange, title, description, children, foot, sheet = false, wide = false }: DialogProps) {
  const focus = useReturnFocus();
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="backdrop" />
        <RadixDialog.Content {...focus} className={cx('dialog dialog--modal', sheet && 'dialog--sheet', wide && 'dialog--wide')} {...(description === undefined && { 'aria-describedby': undefined })}>
          <div className="dialog__head">
            <RadixDialog.Title className="t-h2">{title}</RadixDialog.Title>
            <RadixDialog.Close asChild>
              <IconButton icon="close" label="Close" className="dialog__close" />
            </RadixDialog.Close>
          </div>
          <div className="dialog__body">
            {description !== undefined && <RadixDialog.Description>{description}</RadixDialog.Description>}
            {children}
          </div>
          {foot !== undefined && <div className="dialog__foot">{foot}</div>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

import { Popover as RadixPopover } from 'radix-ui';
import type { ReactNode } from 'react';

interface PopoverProps {
  /** What the panel holds, for those who hear it. */
  label: string;
  /** One button: it opens and closes the panel. */
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}

/** A panel of its own beside its button; it closes by Escape and by a click elsewhere, and gives the focus back. */
export function Popover({ label, trigger, open, onOpenChange, children }: PopoverProps) {
  return (
    <RadixPopover.Root open={open} onOpenChange={onOpenChange}>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Content className="popover" aria-label={label} align="end" sideOffset={6} collisionPadding={8}>{children}</RadixPopover.Content>
    </RadixPopover.Root>
  );
}

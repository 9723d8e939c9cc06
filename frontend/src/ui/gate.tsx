import { cx } from '../lib/class-names.ts';
import { Icon } from './icon.tsx';

/** Whether a thing is open to the reader, with the word for its gate. */
export function Gate({ open, children, className }: { open: boolean; children: string; className?: string | undefined }) {
  return (
    <span className={cx('gate', open && 'gate--open', className)}>
      <Icon name={open ? 'unlock' : 'lock'} />
      {children}
    </span>
  );
}

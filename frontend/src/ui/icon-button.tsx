import type { ComponentProps } from 'react';
import { cx } from '../lib/class-names.ts';
import { Icon, type IconName } from './icon.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  icon: IconName;
  /** What it does, said to those who don't see the mark. */
  label: string;
  /** A dot: something waits. Say what in the label. */
  dot?: boolean;
}

export function IconButton({ icon, label, dot = false, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} aria-label={label} className={cx('iconbtn', className)}>
      <Icon name={icon} />
      {dot && <span className="iconbtn__dot" />}
    </button>
  );
}

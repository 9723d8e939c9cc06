import { cx } from '../lib/class-names.ts';

export interface ButtonLook {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  size?: 'sm' | 'md' | 'lg' | undefined;
  block?: boolean | undefined;
  iconOnly?: boolean | undefined;
  className?: string | undefined;
}

/** The button's classes, for a link that looks like one: `<Link className={buttonClass({ kind: 'primary' })}>`. */
export const buttonClass = ({ kind = 'secondary', size = 'md', block, iconOnly, className }: ButtonLook = {}): string =>
  cx('btn', `btn--${kind}`, size !== 'md' && `btn--${size}`, block && 'btn--block', iconOnly && 'btn--icon', className);

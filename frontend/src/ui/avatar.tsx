import { cx } from '../lib/class-names.ts';
import { initials } from '../lib/format.ts';

interface AvatarProps {
  name: string;
  size?: 'sm' | 'lg';
  /** Companies are square. */
  company?: boolean;
  online?: boolean;
}

const tints = ['', 'avatar--a', 'avatar--b', 'avatar--c', 'avatar--d'];

/** The same name always gets the same tint. */
const tintOf = (name: string): string | undefined => tints[[...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % tints.length];

/** Initials for the eye; the name must stand beside it or in the control's label. */
export function Avatar({ name, size, company = false, online = false }: AvatarProps) {
  return (
    <span aria-hidden="true" className={cx('avatar', size && `avatar--${size}`, tintOf(name), company && 'avatar--co', online && 'is-online')}>
      {initials(name)}
    </span>
  );
}

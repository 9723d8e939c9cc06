import type { ReactNode } from 'react';
import { cx } from '../lib/class-names.ts';

interface CardProps {
  head?: ReactNode;
  children: ReactNode;
  /** It floats: a shadow and a stronger line. */
  lift?: boolean;
  className?: string | undefined;
}

/** Only for a thing that could be picked up: the gate panel, a dialog, a door. Never inside another card. */
export function Card({ head, children, lift = false, className }: CardProps) {
  return (
    <div className={cx('card', lift && 'card--lift', className)}>
      {head !== undefined && <div className="card__head">{head}</div>}
      <div className="card__body">{children}</div>
    </div>
  );
}

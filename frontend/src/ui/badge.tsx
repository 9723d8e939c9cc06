import type { ReactNode } from 'react';
import { cx } from '../lib/class-names.ts';
import { Icon, type IconName } from './icon.tsx';

interface BadgeProps {
  tone?: 'positive' | 'caution' | 'negative' | 'notice' | 'accent' | 'line' | undefined;
  icon?: IconName | undefined;
  children: ReactNode;
}

export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span className={cx('badge', tone && `badge--${tone}`)}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

import type { ReactNode } from 'react';
import { cx } from '../lib/class-names.ts';
import { Icon, type IconName } from './icon.tsx';

type Tone = 'notice' | 'caution' | 'negative' | 'positive';
const icons: Record<Tone, IconName> = { notice: 'info', caution: 'offline', negative: 'alert', positive: 'check' };

interface NoticeProps {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
  actions?: ReactNode;
  /** Set when it appears in answer to what the person just did: it is then read out. */
  announce?: boolean;
}

export function Notice({ tone = 'notice', icon, children, actions, announce = false }: NoticeProps) {
  return (
    <div className={cx('notice', tone !== 'notice' && `notice--${tone}`)} role={announce ? (tone === 'negative' ? 'alert' : 'status') : undefined}>
      <Icon name={icon ?? icons[tone]} />
      <div className="grow">
        {children}
        {actions !== undefined && <div className="notice__actions">{actions}</div>}
      </div>
    </div>
  );
}

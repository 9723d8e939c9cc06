import { cx } from '../lib/class-names.ts';

export const iconNames = [
  'alert', 'arrow-right', 'arrow-up-right', 'bell', 'board', 'bookmark', 'calendar', 'chart', 'chat', 'check', 'chev-down', 'chev-left', 'chev-right',
  'clip', 'clock', 'close', 'download', 'drag', 'edit', 'eye', 'filter', 'flag', 'gear', 'grid', 'history', 'home', 'inbox', 'info', 'link', 'list',
  'lock', 'minus', 'moon', 'more', 'offline', 'pages', 'people', 'play', 'plus', 'pulse', 'search', 'send', 'shield', 'sign', 'sun', 'swap', 'unlock',
  'upload', 'wallet', 'zoom-in', 'zoom-out',
] as const;
export type IconName = (typeof iconNames)[number];

/** A 16 px mark in the text's colour. Always decoration: the words stand beside it or in the control's label. */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return <i aria-hidden="true" className={cx('icon', `icon-${name}`, className)} />;
}

import { useLocation } from 'react-router';
import { paths } from '../../app/paths.ts';
import { formatCount } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { Deed } from './api.ts';
import { useMarkSwitch } from './use-marks.ts';

const words: Record<Deed, { off: string; on: string; icon: IconName }> = {
  liked: { off: 'Like', on: 'Liked', icon: 'plus' },
  watching: { off: 'Watch', on: 'Watching', icon: 'bookmark' },
  following: { off: 'Follow', on: 'Following', icon: 'plus' },
};

interface MarkButtonProps {
  deed: Deed;
  pitchId: string;
  ownerId: string;
  /** What is marked, for those who don't see the page: "Salt Year". */
  of: string;
  on: boolean;
  count?: number;
  size?: 'sm' | 'md' | 'lg';
  kind?: 'secondary' | 'quiet';
}

/** Like, watch or follow. A visitor is led to the sign-in page and comes back. */
export function MarkButton({ deed, pitchId, ownerId, of, on, count, size = 'md', kind = 'secondary' }: MarkButtonProps) {
  const { user, status } = useSession();
  const { pathname, search } = useLocation();
  const change = useMarkSwitch(deed, { pitchId, ownerId });
  const { off, on: done, icon } = words[deed];
  const label = (
    <>
      <Icon name={on ? 'check' : icon} />
      {on ? done : off} <span className="visually-hidden">{of}</span>
      {count !== undefined && count > 0 && <span className="num t-2">{formatCount(count)}</span>}
    </>
  );
  if (status === 'anonymous') return <ButtonLink kind={kind} size={size} to={paths.signIn.href(pathname + search)}>{label}</ButtonLink>;
  return (
    <>
      <Button kind={kind} size={size} aria-pressed={on} aria-disabled={user === null || undefined} onClick={() => user !== null && change.mutate(!on)}>{label}</Button>
      {change.isError && <span className="t-xs t-negative" role="alert">That didn’t work. Try again.</span>}
    </>
  );
}

import { useNavigate } from 'react-router';
import { paths } from '../app/paths.ts';
import { useSession } from '../lib/session.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Menu } from '../ui/menu.tsx';
import type { NavEntry } from '../ui/navigation.ts';

interface AccountMenuProps {
  /** Pages that have no place in the sidebar. */
  more: readonly NavEntry[];
  onSignOut: () => void;
}

export function AccountMenu({ more, onSignOut }: AccountMenuProps) {
  const { user } = useSession();
  const navigate = useNavigate();
  if (user === null) return null;
  return (
    <Menu
      trigger={
        <button type="button" className="account">
          <Avatar name={user.name} />
          <span className="visually-hidden">Account: {user.name}</span>
        </button>
      }
      entries={[
        { kind: 'heading', label: <><b className="t-strong">{user.name}</b><br />{user.email}</> },
        { kind: 'separator' },
        ...more.map(({ label, icon, href }) => ({ label, icon, onSelect: () => void navigate(href) })),
        { label: 'Your account', icon: 'gear', onSelect: () => void navigate(paths.account.href()) },
        { label: 'Notification settings', icon: 'bell', onSelect: () => void navigate(paths.notificationSettings.href()) },
        { label: 'Sign out', icon: 'arrow-up-right', onSelect: onSignOut },
      ]}
    />
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { paths } from '../app/paths.ts';
import { signOut } from '../features/identity/api.ts';
import { useSession } from '../lib/session.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Menu } from '../ui/menu.tsx';

export function AccountMenu() {
  const { user } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  if (user === null) return null;
  const leave = async () => {
    await signOut(client);
    await navigate(paths.landing.href());
  };
  return (
    <Menu
      trigger={
        <button type="button" aria-label={`Account: ${user.name}`}>
          <Avatar name={user.name} />
        </button>
      }
      entries={[
        { kind: 'heading', label: <><b className="t-strong">{user.name}</b><br />{user.email}</> },
        { kind: 'separator' },
        { label: 'Sign out', icon: 'arrow-up-right', onSelect: () => void leave() },
      ]}
    />
  );
}

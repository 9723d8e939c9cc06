import { Link, useLocation, useNavigate } from 'react-router';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { isCurrent, type NavEntry } from './navigation.ts';

const places = 5;

/** The sidebar on a phone: five places. What has no place of its own is behind "More". */
export function BottomBar({ label, entries }: { label: string; entries: readonly NavEntry[] }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const shown = entries.length <= places ? entries : entries.slice(0, places - 1);
  const rest = entries.slice(shown.length);
  return (
    <nav className="bottombar" aria-label={label}>
      {shown.map((entry) => (
        <Link key={entry.href} to={entry.href} aria-current={isCurrent(entry, pathname) ? 'page' : undefined}>
          <Icon name={entry.icon} />
          {entry.label}
          {entry.waiting && entry.waiting.value > 0 && (
            <span className="iconbtn__dot">
              <span className="visually-hidden">{entry.waiting.value} {entry.waiting.of}</span>
            </span>
          )}
        </Link>
      ))}
      {rest.length > 0 && (
        <Menu
          trigger={
            <button type="button">
              <Icon name="more" />
              More
            </button>
          }
          entries={rest.map(({ label: name, icon, href }) => ({ label: name, icon, onSelect: () => void navigate(href) }))}
        />
      )}
    </nav>
  );
}

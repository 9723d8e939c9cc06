import { Link } from 'react-router';
import type { Watchlist } from '../../../../worker/features/watchlist/schema.ts';
import { paths } from '../../app/paths.ts';

const none = '(none)';

/** The folder that an address names: undefined for all, `''` for what lies in none. */
export function readFolder(params: URLSearchParams): string | undefined {
  const given = params.get('folder');
  return given === null ? undefined : given === none ? '' : given;
}

export function FolderTabs({ folders, current }: { folders: Watchlist['folders']; current: string | undefined }) {
  const all = folders.reduce((sum, { count }) => sum + count, 0);
  const tabs = [{ name: 'All', folder: undefined, count: all }, ...folders.map(({ name, count }) => ({ name: name === '' ? 'No folder' : name, folder: name, count }))];
  return (
    <nav className="tabs" aria-label="Folders">
      {tabs.map(({ name, folder, count }) => (
        <Link key={folder ?? 'all/'} to={paths.watchlist.href(folder === undefined ? undefined : folder === '' ? none : folder)} aria-current={folder === current ? 'page' : undefined}>
          {name}
          <span className="tabs__n">{count}</span>
        </Link>
      ))}
    </nav>
  );
}

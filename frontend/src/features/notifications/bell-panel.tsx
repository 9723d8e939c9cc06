import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { bellQuery } from './api.ts';
import { NotificationRow } from './notification-row.tsx';
import { useReading } from './use-reading.ts';
import './notifications.css';

/** The newest lines, and the ways on. */
export default function BellPanel({ onClose }: { onClose: () => void }) {
  const { data, error, refetch, isFetching } = useQuery(bellQuery);
  const { read, readAll, failed } = useReading();
  return (
    <div className="bellpanel">
      <div className="bellpanel__head">
        <h2 className="t-h3">Notifications</h2>
        {data !== undefined && data.unread > 0 && <Button kind="quiet" size="sm" onClick={readAll}>Mark all as read</Button>}
      </div>
      {failed && <p className="bellpanel__note t-xs t-negative" role="alert">That didn’t work. Try again.</p>}
      {error && data === undefined && <div className="bellpanel__note"><ErrorPanel title="Your notifications didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} /></div>}
      {data === undefined && !error && <div className="bellpanel__note" aria-busy="true"><Skeleton shape="lines" count={4} /></div>}
      {data?.items.length === 0 && <p className="bellpanel__note t-2">Nothing yet. What happens to your pitches, agreements and searches is told here.</p>}
      {data !== undefined && data.items.length > 0 && <ul className="bellpanel__list" tabIndex={0} aria-label="Newest notifications">{data.items.map((item) => <NotificationRow key={item.id} notification={item} onRead={read} onGo={onClose} />)}</ul>}
      <div className="bellpanel__foot">
        <Link className="link" to={paths.notifications.href()} onClick={onClose}>See all</Link>
        <Link className="link" to={paths.notificationSettings.href()} onClick={onClose}>Settings</Link>
      </div>
    </div>
  );
}

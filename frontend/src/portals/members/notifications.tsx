import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { Notification } from '../../../../worker/features/notifications/schema.ts';
import { paths } from '../../app/paths.ts';
import { notificationsQuery } from '../../features/notifications/api.ts';
import { NotificationRow } from '../../features/notifications/notification-row.tsx';
import { useReading } from '../../features/notifications/use-reading.ts';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segment } from '../../ui/segment.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import '../../features/notifications/notifications.css';

const DAY = 86_400_000;

/** Lines by when they came, in their order. */
function byTime(items: readonly Notification[], now = new Date()): [string, Notification[]][] {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const groups = new Map<string, Notification[]>();
  for (const item of items) {
    const at = Date.parse(item.at);
    const name = at >= today ? 'Today' : at >= today - 6 * DAY ? 'This week' : 'Earlier';
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups];
}

/** Everything a person was told, newest first. */
export default function NotificationsPage() {
  usePage({ title: 'Notifications' });
  const [params, setParams] = useSearchParams();
  const which = params.get('show') === 'unread' ? 'unread' : 'all';
  const { data, error, refetch, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(notificationsQuery(which));
  const { read, readAll, failed } = useReading();
  const items = data?.pages.flatMap((page) => page.items);
  return (
    <div className="page">
      <div className="page__head">
        <div><h1 className="t-h1">Notifications</h1></div>
        <div className="row">
          <Segment label="Which" options={[{ value: 'all', label: 'All' }, { value: 'unread', label: 'Unread' }]} value={which} onChange={(value) => setParams(value === 'all' ? {} : { show: value }, { replace: true })} />
          {items?.some(({ readAt }) => readAt === null) && <Button size="sm" onClick={readAll}>Mark all as read</Button>}
          <ButtonLink kind="quiet" size="sm" to={paths.notificationSettings.href()}>Settings</ButtonLink>
        </div>
      </div>
      {failed && <Notice tone="negative" announce>That didn’t work. Nothing was marked; try again.</Notice>}
      {error && items === undefined && <ErrorPanel title="Your notifications didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {items === undefined && !error && <div aria-busy="true"><Skeleton shape="lines" count={8} /></div>}
      {items?.length === 0 && which === 'all' && <Empty title="Nothing yet" action={<ButtonLink to={paths.notificationSettings.href()}>Choose what you hear of</ButtonLink>}>What happens to your pitches, agreements and searches is told here.</Empty>}
      {items?.length === 0 && which === 'unread' && <Empty title="Nothing unread" action={<ButtonLink to={paths.notifications.href()}>Show what you have read</ButtonLink>}>You have seen everything.</Empty>}
      {items && byTime(items).map(([name, group]) => (
        <section key={name} aria-label={name}>
          <h2 className="t-h3 toldlist__head">{name}</h2>
          <ul className="toldlist">{group.map((item) => <NotificationRow key={item.id} notification={item} onRead={read} />)}</ul>
        </section>
      ))}
      {hasNextPage && <div className="more"><Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show more</Button></div>}
    </div>
  );
}

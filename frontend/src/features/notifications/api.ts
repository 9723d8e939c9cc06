import { infiniteQueryOptions, type InfiniteData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Notification, NotificationList, Preferences, PreferencesChange, PushKey, PushSubscriptionCreate, Unsubscribed } from '../../../../worker/features/notifications/schema.ts';
import { http } from '../../lib/http.ts';

/** Lines in the bell's panel. */
const NEWEST = 8;

export const bellQuery = queryOptions({
  queryKey: ['notifications', 'bell'],
  queryFn: ({ signal }) => http.get<NotificationList>('/api/notifications', { query: { limit: String(NEWEST) }, signal }),
});

export const notificationsQuery = (which: 'all' | 'unread') => infiniteQueryOptions({
  queryKey: ['notifications', 'list', which],
  queryFn: ({ pageParam, signal }) => http.get<NotificationList>('/api/notifications', { query: { cursor: pageParam, unread: which === 'unread' ? 'true' : undefined }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

export const preferencesQuery = queryOptions({
  queryKey: ['notifications', 'preferences'],
  queryFn: ({ signal }) => http.get<Preferences>('/api/notifications/preferences', { signal }),
});

export const markRead = (id: string) => http.put<void>(`/api/notifications/${id}/read`);
export const markAllRead = () => http.put<void>('/api/notifications/read-all');
export const changePreferences = (change: PreferencesChange) => http.put<Preferences>('/api/notifications/preferences', change);
export const stopMails = (token: string) => http.post<Unsubscribed>(`/api/unsubscribe?token=${encodeURIComponent(token)}`);
export const askPushKey = async (): Promise<string | null> => (await http.get<PushKey>('/api/notifications/push-key')).key;
export const addSubscription = (subscription: PushSubscriptionCreate) => http.post<void>('/api/notifications/push-subscriptions', subscription);
export const removeSubscription = (endpoint: string) => http.delete<void>('/api/notifications/push-subscriptions', { body: { endpoint } });

const change = (client: QueryClient, ofBell: (list: NotificationList) => NotificationList, ofPage: (items: Notification[]) => Notification[]): void => {
  client.setQueryData(bellQuery.queryKey, (list) => list && ofBell(list));
  client.setQueriesData<InfiniteData<NotificationList>>({ queryKey: ['notifications', 'list'] }, (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: ofPage(page.items) })) });
};

/** What the server will say once it has marked them: `ids` null is everything. Lines stay where they are. */
export function showRead(client: QueryClient, ids: readonly string[] | null, at: string): void {
  const isMeant = ({ id, readAt }: Notification): boolean => readAt === null && (ids === null || ids.includes(id));
  const mark = (items: Notification[]) => items.map((item) => (isMeant(item) ? { ...item, readAt: at } : item));
  change(client, (list) => ({ ...list, items: mark(list.items), unread: ids === null ? 0 : Math.max(0, list.unread - list.items.filter(isMeant).length) }), mark);
}

/** A line just came: it takes the place of what it stands for. The pages show it at their top. */
export function showCome(client: QueryClient, come: Notification): void {
  const isOlder = (item: Notification): boolean => item.id === come.id || (item.group === come.group && item.readAt === null);
  client.setQueryData(bellQuery.queryKey, (list) => list && { ...list, items: [come, ...list.items.filter((item) => !isOlder(item))].slice(0, NEWEST), unread: list.unread + (come.count > 1 || list.items.some(({ id }) => id === come.id) ? 0 : 1) });
  client.setQueriesData<InfiniteData<NotificationList>>({ queryKey: ['notifications', 'list'] }, (data) => data && {
    ...data, pages: data.pages.map((page, index) => ({ ...page, items: [...(index === 0 ? [come] : []), ...page.items.filter((item) => !isOlder(item))] })),
  });
}

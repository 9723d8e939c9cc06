import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Notification, Preferences } from '../../../../worker/features/notifications/schema.ts';
import { Bell } from '../../features/notifications/bell.tsx';
import { followNotifications } from '../../features/notifications/follow.ts';
import { liveHub } from '../../lib/live/live.ts';
import { renderAt } from '../../testing/render.tsx';
import { sampleUser } from '../../testing/samples.ts';
import { answer, breakOff, refuse } from '../../testing/server.ts';
import NotificationSettingsPage from './notification-settings.tsx';
import NotificationsPage from './notifications.tsx';

const line = (change: Partial<Notification> = {}): Notification => ({ id: 'n1', kind: 'comment', group: 'comments:p1', title: 'Noor commented on “Salt Year”', body: '', link: '/pitches/salt-year#comments', count: 1, at: new Date().toISOString(), readAt: null, ...change });
const list = (...items: Notification[]) => ({ items, nextCursor: null, unread: items.filter(({ readAt }) => readAt === null).length });

const channels = { inApp: true, mail: 'now', push: false } as const;
const preferences = (change: Partial<Preferences> = {}): Preferences => ({
  timeZone: 'UTC', quietHours: null, weeklyCap: 20, mailsThisWeek: 7, digest: { frequency: 'daily', hour: 8 }, devices: [],
  kinds: [{ kind: 'nda-signed', section: 'Agreements', label: 'An agreement is signed', required: true, channels }, { kind: 'comment', section: 'Your projects', label: 'Comments on your pitches', required: false, channels }], ...change,
});

beforeEach(() => {
  answer('get', '/api/auth/session', { user: sampleUser() });
});

describe('the bell', () => {
  it('says how much is unread, shows it, and leads there as read', async () => {
    answer('get', '/api/notifications', list(line(), line({ id: 'n2', group: 'nda:1', title: 'Signed with Noor: “Salt Year”', link: '/ndas/1', readAt: '2026-11-20T10:00:00.000Z' })));
    const read = answer('put', '/api/notifications/n1/read', null, 204);
    const { user, address } = renderAt('/creator', <Bell />);
    await user.click(await screen.findByRole('button', { name: 'Notifications, 1 unread' }));
    const panel = await screen.findByRole('dialog', { name: 'Notifications' });
    await user.click(await within(panel).findByRole('link', { name: /Noor commented/ }));
    await waitFor(() => expect([address(), read.length]).toEqual(['/pitches/salt-year#comments', 1]));
    expect(await screen.findByRole('button', { name: 'Notifications' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('follows the stream: what comes takes the place of what it stands for, what is read elsewhere is read here', async () => {
    answer('get', '/api/notifications', list(line()));
    const { client } = renderAt('/creator', <Bell />);
    const stop = followNotifications(client);
    const say = (event: Parameters<typeof liveHub.lines>[0][number]['event']) => liveHub.lines([{ seq: 1, at: '2026-11-23T10:00:00.000Z', event }]);
    await screen.findByRole('button', { name: 'Notifications, 1 unread' });
    say({ kind: 'notification', notification: line({ id: 'n3', title: '2 comments on “Salt Year”', count: 2 }) });
    await screen.findByRole('button', { name: 'Notifications, 1 unread' });
    say({ kind: 'notification', notification: line({ id: 'n4', group: 'nda:2', title: 'Noor asks to read “Kestrel”' }) });
    await screen.findByRole('button', { name: 'Notifications, 2 unread' });
    say({ kind: 'notification_read', ids: ['n3'], at: '2026-11-23T10:01:00.000Z' });
    await screen.findByRole('button', { name: 'Notifications, 1 unread' });
    say({ kind: 'notification_read', ids: null, at: '2026-11-23T10:02:00.000Z' });
    await screen.findByRole('button', { name: 'Notifications' });
    stop();
  });
});

describe('the list', () => {
  it('marks one or all, and shows the unread ones by its address', async () => {
    const asked = answer('get', '/api/notifications', list(line(), line({ id: 'n2', group: 'nda:1', title: 'Noor asks to read “Kestrel”' })));
    const all = answer('put', '/api/notifications/read-all', null, 204);
    const { user, address } = renderAt('/notifications', <NotificationsPage />);
    const read = answer('put', '/api/notifications/n2/read', null, 204);
    await user.click(await screen.findByRole('button', { name: 'Mark as read: Noor asks to read “Kestrel”' }));
    await waitFor(() => expect(read).toHaveLength(1));
    expect(screen.queryByRole('button', { name: /Mark as read: Noor asks/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Mark all as read' }));
    await waitFor(() => expect(all).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Unread' }));
    await waitFor(() => expect(address()).toBe('/notifications?show=unread'));
    expect(new URL(asked.at(-1)?.url ?? '').searchParams.get('unread')).toBe('true');
  });

  it('is empty, or failed, and says what to do', async () => {
    answer('get', '/api/notifications', list());
    const { unmount } = renderAt('/notifications', <NotificationsPage />);
    expect(await screen.findByRole('heading', { name: 'Nothing yet' })).toBeTruthy();
    unmount();
    refuse('get', '/api/notifications', 500, 'internal');
    renderAt('/notifications', <NotificationsPage />);
    expect(await screen.findByText('Request req-1')).toBeTruthy();
  });
});

describe('settings', () => {
  it('show the week\u2019s mails, and change what they say at once', async () => {
    let held = preferences();
    answer('get', '/api/notifications/preferences', () => held);
    answer('get', '/api/notifications/push-key', { key: null });
    const put = answer('put', '/api/notifications/preferences', () => held);
    const { user } = renderAt('/notifications/settings', <NotificationSettingsPage />);
    expect(await screen.findByText('7 of 20 mails this week')).toBeTruthy();
    expect(screen.getByText('Always, here and by mail')).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Mail: An agreement is signed' })).toBeNull();
    held = preferences({ kinds: preferences().kinds.map((kind) => ({ ...kind, channels: { ...channels, mail: 'off' } })) });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Mail: Comments on your pitches' }), 'Never');
    await waitFor(() => expect(put).toHaveLength(1));
    expect(await put[0]?.json()).toEqual({ kinds: { comment: { inApp: true, mail: 'off', push: false } } });
    expect(await screen.findByText(/^Saved/)).toBeTruthy();
    // What binds is shown and mailed whatever is chosen; whether a device hears of it as well is chosen.
    await user.click(screen.getByRole('checkbox', { name: 'Push: An agreement is signed' }));
    await waitFor(() => expect(put).toHaveLength(2));
    expect(await put[1]?.json()).toMatchObject({ kinds: { 'nda-signed': { push: true } } });
    held = preferences({ quietHours: { from: '22:00', to: '07:00' } });
    await user.click(screen.getByRole('switch'));
    await waitFor(() => expect(put).toHaveLength(3));
    expect(await put[2]?.json()).toMatchObject({ quietHours: { from: '22:00', to: '07:00' } });
    expect(await screen.findByLabelText('From')).toBeTruthy();
  });

  it('that could not be saved come back, and say so', async () => {
    answer('get', '/api/notifications/preferences', preferences());
    answer('get', '/api/notifications/push-key', { key: null });
    breakOff('put', '/api/notifications/preferences');
    const { user } = renderAt('/notifications/settings', <NotificationSettingsPage />);
    await user.click(await screen.findByRole('checkbox', { name: 'Push: Comments on your pitches' }));
    expect(await screen.findByText(/That was not saved/)).toBeTruthy();
    await waitFor(() => expect((screen.getByRole('checkbox', { name: 'Push: Comments on your pitches' }) as HTMLInputElement).checked).toBe(false));
  });
});

// Shows what is pushed and opens where it leads. It holds no page and no cache: without it everything works the same.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** Only a path of this site. */
const pathOf = (path) => (typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : '/notifications');

self.addEventListener('push', (event) => {
  const { title = 'Pitchey', body = '', path, tag } = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification(title, { body, tag, icon: '/favicon.svg', data: { path: pathOf(path) } }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const address = new URL(pathOf(event.notification.data?.path), self.location.origin).href;
  event.waitUntil((async () => {
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const there = pages.find((page) => page.url === address) ?? pages[0];
    if (!there) return self.clients.openWindow(address);
    await there.focus();
    if (there.url !== address) await there.navigate(address).catch(() => self.clients.openWindow(address));
  })());
});

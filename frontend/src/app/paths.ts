/** The portals whose members pitch projects of their own. */
export type Maker = 'creator' | 'production';

/** Every URL of the app. `path` is the route's pattern, `href` makes a link. */
export const paths = {
  landing: { path: '/', href: () => '/' },
  howItWorks: { path: '/', href: () => '/#how' },
  browse: { path: '/browse', href: (search = '') => `/browse${search}` },
  /** By slug; an id works as well. */
  pitch: { path: '/pitches/:slug', href: (slug: string) => `/pitches/${encodeURIComponent(slug)}` },
  /** A profile, by handle. */
  person: { path: '/people/:handle', href: (handle: string) => `/people/${encodeURIComponent(handle)}` },
  signIn: { path: '/sign-in', href: (next?: string) => (next === undefined ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`) },
  join: { path: '/join', href: (door?: 'creator' | 'investor' | 'production') => (door === undefined ? '/join' : `/join?door=${door}`) },
  verifyEmail: { path: '/verify-email', href: (token: string) => `/verify-email?token=${encodeURIComponent(token)}` },
  confirmAttachment: { path: '/confirm-attachment', href: (token: string) => `/confirm-attachment?token=${encodeURIComponent(token)}` },
  forgotPassword: { path: '/forgot-password', href: () => '/forgot-password' },
  resetPassword: { path: '/reset-password', href: (token: string) => `/reset-password?token=${encodeURIComponent(token)}` },
  terms: { path: '/terms', href: () => '/terms' },
  privacy: { path: '/privacy', href: () => '/privacy' },
  accessibility: { path: '/accessibility', href: () => '/accessibility' },
  /** Of every member, whatever the portal. */
  watchlist: { path: '/watchlist', href: (folder?: string) => (folder === undefined ? '/watchlist' : `/watchlist?folder=${encodeURIComponent(folder)}`) },
  feed: { path: '/feed', href: () => '/feed' },
  savedSearches: { path: '/saved-searches', href: () => '/saved-searches' },
  account: { path: '/account', href: () => '/account' },
  notifications: { path: '/notifications', href: () => '/notifications' },
  notificationSettings: { path: '/notifications/settings', href: () => '/notifications/settings' },
  messages: { path: '/messages', href: (show?: 'requests' | 'archived') => (show === undefined ? '/messages' : `/messages?show=${show}`) },
  conversation: { path: '/messages/:id', href: (id: string, messageId?: string) => (messageId === undefined ? `/messages/${id}` : `/messages/${id}#m-${messageId}`) },
  compare: { path: '/compare', href: (ids: readonly string[]) => `/compare?ids=${ids.join(',')}` },
  unsubscribe: { path: '/unsubscribe', href: (token: string) => `/unsubscribe?token=${encodeURIComponent(token)}` },
  /** Agreements of both sides; mails link to one of them. */
  ndas: { path: '/ndas', href: (which?: 'over') => (which === undefined ? '/ndas' : `/ndas?show=${which}`) },
  nda: { path: '/ndas/:id', href: (id: string) => `/ndas/${id}` },
  obligations: { path: '/obligations', href: () => '/obligations' },
  passport: { path: '/passport', href: () => '/passport' },
  document: { path: '/pitches/:slug/documents/:fileId', href: (slug: string, fileId: string) => `/pitches/${encodeURIComponent(slug)}/documents/${fileId}` },
  requests: { path: 'requests', href: (portal: Maker, show?: string) => `/${portal}/requests${show === undefined ? '' : `?show=${show}`}` },
  ndaTemplates: { path: 'templates', href: (portal: Maker) => `/${portal}/templates` },
  pitchInterest: { path: 'pitches/:id/interest', href: (portal: Maker, id: string) => `/${portal}/pitches/${encodeURIComponent(id)}/interest` },
  kit: { path: '/__kit', href: () => '/__kit' },
  ownPitches: { path: 'pitches', href: (portal: Maker) => `/${portal}/pitches` },
  newPitch: { path: 'pitches/new', href: (portal: Maker) => `/${portal}/pitches/new` },
  editPitch: { path: 'pitches/:id/edit', href: (portal: Maker, id: string) => `/${portal}/pitches/${encodeURIComponent(id)}/edit` },
  pitchAnalytics: { path: 'pitches/:id/views', href: (portal: Maker, id: string) => `/${portal}/pitches/${encodeURIComponent(id)}/views` },
  reports: { path: 'reports', href: (status?: 'upheld' | 'dismissed') => (status === undefined ? '/admin/reports' : `/admin/reports?status=${status}`) },
  appeals: { path: 'appeals', href: () => '/admin/appeals' },
  operations: { path: 'operations', href: () => '/admin/operations' },
  creator: { path: '/creator/*', href: () => '/creator' },
  investor: { path: '/investor/*', href: () => '/investor' },
  production: { path: '/production/*', href: () => '/production' },
  admin: { path: '/admin/*', href: () => '/admin' },
} as const;

/** Where to go after signing in: only a path of this site, never another host's address. */
export function safeNext(next: string | null, fallback: string): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !next.includes('\\') ? next : fallback;
}

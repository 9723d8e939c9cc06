import type { Portal, SessionUser } from './session.ts';

type Person = SessionUser | null;

/** What a person is offered. The server enforces the same rules; a policy here only keeps dead buttons off the page. */
export const policies = {
  'portal:enter': (user: Person, portal: Portal) => user !== null && user.portal === portal,
  'pitch:create': (user: Person) => user?.portal === 'creator' || user?.portal === 'production',
  'pitch:edit': (user: Person, pitch: { creator: { id: string } }) => user !== null && user.id === pitch.creator.id,
  'nda:request': (user: Person) => user?.portal === 'investor' || user?.portal === 'production',
} as const;

// The mails of identity. Links always lead to our configured origin, whatever host a request claims to be for.
import { TOKEN_MS } from '../../auth/one-time-tokens.ts';
import { LOCK_MS } from '../../auth/limits.ts';
import type { Settings } from '../../env.ts';
import { mailMessage } from '../../platform/mail/messages.ts';
import type { OutboxMessage } from '../../platform/outbox/outbox.ts';

interface Receiver {
  email: string;
  name: string;
}

const page = ({ APP_ORIGIN }: Settings, path: string, token?: string): string => `${APP_ORIGIN}${path}${token === undefined ? '' : `?token=${encodeURIComponent(token)}`}`;

export const verifyMail = (id: string, settings: Settings, { email, name }: Receiver, token: string): OutboxMessage =>
  mailMessage(id, 'mail.verify-email', { to: email, name, link: page(settings, '/verify-email', token), hours: TOKEN_MS['verify-email'] / 3_600_000 });

export const takenMail = (id: string, settings: Settings, { email, name }: Receiver): OutboxMessage =>
  mailMessage(id, 'mail.address-taken', { to: email, name, link: page(settings, '/sign-in') });

export const resetMail = (id: string, settings: Settings, { email, name }: Receiver, token: string): OutboxMessage =>
  mailMessage(id, 'mail.reset-password', { to: email, name, link: page(settings, '/reset-password', token), minutes: TOKEN_MS['reset-password'] / 60_000 });

export const changedMail = (id: string, settings: Settings, { email, name }: Receiver): OutboxMessage =>
  mailMessage(id, 'mail.password-changed', { to: email, name, link: page(settings, '/forgot-password') });

export const lockedMail = (id: string, settings: Settings, { email, name }: Receiver): OutboxMessage =>
  mailMessage(id, 'mail.account-locked', { to: email, name, link: page(settings, '/forgot-password'), minutes: LOCK_MS / 60_000 });

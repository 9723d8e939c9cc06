// From an outbox job to a mail that has left.
import type { Clock } from '../clock.ts';
import { systemClock } from '../clock.ts';
import type { Consumer } from '../outbox/consume.ts';
import { mailbox, mailText } from './message.ts';
import { mails, type MailTopic } from './messages.ts';
import { type Connect, sendMail } from './smtp.ts';
import { compose } from './compose.ts';

export interface MailSettings {
  SMTP_HOST: string;
  SMTP_PORT: number;
  /** TLS from the first byte. Off: STARTTLS, which is demanded unless the server is on this machine. */
  SMTP_SECURE: 'on' | 'off';
  SMTP_USER?: string | undefined;
  SMTP_PASSWORD?: string | undefined;
  MAIL_FROM: string;
}

const isThisMachine = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/.test(host);

/** Sends the mail of a job. Its Message-ID is the outbox id. */
export function createMailSender({ settings, connect, clock = systemClock }: { settings: MailSettings; connect: Connect; clock?: Clock }): Consumer {
  const { SMTP_HOST: host, SMTP_PORT: port, SMTP_SECURE: secure, SMTP_USER: user, SMTP_PASSWORD: password } = settings;
  const from = mailbox(settings.MAIL_FROM);
  const tls = secure === 'on' ? 'implicit' : isThisMachine(host) ? 'none' : 'starttls';
  const credentials = user && password ? { user, password } : undefined;

  return async ({ id, topic, payload }) => {
    const parsed = mails[topic as MailTopic].safeParse(payload);
    if (!parsed.success) return { undeliverable: `payload: ${parsed.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ')}` };
    const { to, unsubscribe: token, origin }: { to: string; unsubscribe?: string; origin?: string } = parsed.data;
    const unsubscribe = token === undefined || origin === undefined ? undefined : `${origin}/api/unsubscribe?token=${encodeURIComponent(token)}`;
    const data = mailText({ id, from, to, unsubscribe, date: clock.now(), ...compose(topic as MailTopic, parsed.data) });
    const { refused } = await sendMail({ connect, host, port, tls, credentials, domain: from.address.split('@').at(-1) as string }, { from: from.address, to, data });
    return refused === undefined ? undefined : { undeliverable: refused };
  };
}

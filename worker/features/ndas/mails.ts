// The mails of an agreement.
import type { Deed } from '../../http/deed.ts';
import { type MailTopic, mailMessage } from '../../platform/mail/messages.ts';
import type { OutboxMessage } from '../../platform/outbox/outbox.ts';

export type NdaMailTopic = Extract<MailTopic, `mail.nda-${string}` | 'mail.documents-opened'>;

export interface NdaMail {
  id: string;
  project: string;
  to: { name: string; email: string };
  other: { name: string; company?: string | null };
  topic: NdaMailTopic;
}

const nameOf = ({ name, company }: NdaMail['other']): string => (company ? `${name} (${company})` : name).slice(0, 200);

/** One mail to one side, linking to the agreement's page. */
export const ndaMail = ({ services, settings }: Pick<Deed, 'services' | 'settings'>, { id, project, to, other, topic }: NdaMail): OutboxMessage =>
  mailMessage(services.newId(), topic, { to: to.email, name: to.name, link: `${settings.APP_ORIGIN}/ndas/${id}`, project: project.slice(0, 200), other: nameOf(other) });

// A mail's whole way: outbox job, template, SMTP, and the inbox that a developer opens.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Mail, startMail } from '../../../scripts/local/mail.ts';
import { nodeConnect } from '../../testing/node-socket.ts';
import { mailMessage, mails, type MailTopic } from './messages.ts';
import { createMailSender, type MailSettings } from './sender.ts';

const folder = mkdtempSync(join(tmpdir(), 'pitchey-mail-'));
let inbox: Mail;
beforeAll(async () => { inbox = await startMail({ dataDir: folder }); });
afterAll(async () => {
  await inbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

const settings = (patch: Partial<MailSettings> = {}): MailSettings => ({ SMTP_HOST: '127.0.0.1', SMTP_PORT: inbox.smtpPort, SMTP_SECURE: 'off', MAIL_FROM: 'Pitchey <post@pitchey.example>', ...patch });
const job = (id: string, topic: string, payload: Record<string, unknown>) => ({ id, topic, payload, attempt: 1 });

interface Received {
  id: string;
  subject: string;
  text: string;
  html: string;
  from: { address: string; name: string }[];
  to: { address: string }[];
  messageId?: string;
  headers: Record<string, string>;
}
const received = async (to: string): Promise<Received[]> => ((await (await fetch(`${inbox.url}/api/email`)).json()) as Received[]).filter((mail) => mail.to[0]?.address === to);

it('arrives whole, twice with one Message-ID when it is sent twice', async () => {
  const send = createMailSender({ settings: settings(), connect: nodeConnect });
  const link = 'https://pitchey.example/reset-password?token=abc_DEF-123~x%2B/==';
  const { payload } = mailMessage('0190aaaa', 'mail.reset-password', { to: 'ana@example.com', name: 'Zoë Núñez', link, minutes: 30 });
  for (let n = 0; n < 2; n += 1) expect(await send(job('0190aaaa', 'mail.reset-password', payload))).toBeUndefined();
  await expect.poll(async () => (await received('ana@example.com')).length).toBe(2);
  const [first, second] = await received('ana@example.com');
  expect(first).toMatchObject({ subject: 'Choose a new Pitchey password', from: [{ address: 'post@pitchey.example', name: 'Pitchey' }] });
  expect(first?.text).toContain('Hello Zoë Núñez,');
  expect(first?.text).toContain(link);
  expect(first?.html).toContain('Hello Zoë Núñez,');
  expect(first?.html).toContain(link);
  expect(first?.headers['message-id']).toBe('<0190aaaa@pitchey.example>');
  expect(second?.headers['message-id']).toBe(first?.headers['message-id']);
});

it('has a text and an HTML side, and nothing left to fill in, for every topic', async () => {
  const send = createMailSender({ settings: settings(), connect: nodeConnect });
  const everything = { reason: 'It uses somebody else’s script.',
    to: '', name: 'Ana', link: 'https://pitchey.example/x', hours: 24, minutes: 15, project: 'Salt Year', other: 'Iris Film', role: 'Ada Tarrow', standing: 'signed', days: 14,
    search: 'Northern dramas', found: '“Salt Year”', unsubscribe: '0190.abc', outcome: 'upheld', list: '– One\n– Two', count: 2, origin: 'https://pitchey.example',
  };
  for (const topic of Object.keys(mails) as MailTopic[]) {
    const to = `${topic}@example.com`;
    const payload = mails[topic].parse({ ...everything, to });
    expect(await send(job(topic, topic, payload))).toBeUndefined();
    await expect.poll(async () => (await received(to)).length, { message: topic }).toBe(1);
    const [mail] = await received(to);
    expect(mail?.text).toContain('Hello Ana,');
    const source = await (await fetch(`${inbox.url}/api/email/${mail?.id}/source`)).text();
    expect(source.includes('List-Unsubscribe: <https://pitchey.example/api/unsubscribe?token=0190.abc>'), topic).toBe(!/^mail\.(verify|address|reset|password|account|attachment-asked|pitch-|appeal-)/.test(topic));
    expect(mail?.text.includes('https://pitchey.example/unsubscribe?token=0190.abc')).toBe(topic === 'mail.search-alert');
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(/\{\{|undefined|\[object/);
  }
}, 30_000);

it('is undeliverable when its payload is no mail', async () => {
  const send = createMailSender({ settings: settings(), connect: nodeConnect });
  expect(await send(job('x', 'mail.verify-email', { to: 'nobody', name: 'Ana', link: 'javascript:alert(1)' }))).toEqual({ undeliverable: expect.stringMatching(/to .*link .*hours/) });
});

it('goes unencrypted to this machine only', async () => {
  const asked: string[] = [];
  const connect: typeof nodeConnect = (address, options) => { asked.push(options.secureTransport); return nodeConnect({ ...address, hostname: '127.0.0.1' }, options); };
  const { payload } = mailMessage('x', 'mail.password-changed', { to: 'a@example.com', name: 'Ana', link: 'https://pitchey.example/x' });
  await createMailSender({ settings: settings({ SMTP_HOST: 'localhost' }), connect })(job('x', 'mail.password-changed', payload));
  await expect(createMailSender({ settings: settings({ SMTP_HOST: 'smtp.example.com', SMTP_PORT: 1 }), connect })(job('x', 'mail.password-changed', payload))).rejects.toThrow();
  await expect(createMailSender({ settings: settings({ SMTP_HOST: 'smtp.example.com', SMTP_PORT: 1, SMTP_SECURE: 'on' }), connect })(job('x', 'mail.password-changed', payload))).rejects.toThrow();
  expect(asked).toEqual(['off', 'starttls', 'on']);
});

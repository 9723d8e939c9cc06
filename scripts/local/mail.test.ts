import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMail, type Mail } from './mail.ts';

const folder = mkdtempSync(join(tmpdir(), 'pitchey mail '));
let mail: Mail;
beforeAll(async () => { mail = await startMail({ dataDir: folder }); });
afterAll(async () => {
  await mail.stop();
  rmSync(folder, { recursive: true });
});

async function send(lines: string[]): Promise<void> {
  const socket = connect(mail.smtpPort, '127.0.0.1');
  const replies = createInterface({ input: socket })[Symbol.asyncIterator]();
  const reply = async () => {
    for (;;) {
      const { value = '' } = (await replies.next()) as { value?: string };
      if (!/^[23]\d\d-/.test(value)) return value;
    }
  };
  expect(await reply()).toMatch(/^220/);
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    expect(await reply()).toMatch(/^[23]/);
  }
  socket.end();
}

it('takes a message over SMTP, shows it over HTTP and keeps it over a restart', async () => {
  await send(['EHLO here', 'MAIL FROM:<a@pitchey.example>', 'RCPT TO:<b@pitchey.example>', 'DATA', 'To: b@pitchey.example\r\nSubject: Hello\r\n\r\nWorld\r\n.', 'QUIT']);
  const inbox = async () => (await (await fetch(`${mail.url}/api/email`)).json()) as { subject: string; text: string; to: { address: string }[] }[];
  await expect.poll(inbox).toMatchObject([{ subject: 'Hello', to: [{ address: 'b@pitchey.example' }] }]);
  await mail.stop();
  mail = await startMail({ dataDir: folder, smtpPort: mail.smtpPort, webPort: mail.webPort });
  await expect.poll(inbox).toMatchObject([{ subject: 'Hello' }]);
});

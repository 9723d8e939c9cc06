import { afterEach, describe, expect, it } from 'vitest';
import { nodeConnect } from '../../testing/node-socket.ts';
import { type SinkOptions, type SmtpSink, startSmtpSink } from '../../testing/smtp-sink.ts';
import { isPlainAddress, sendMail, type SmtpOptions } from './smtp.ts';

let sink: SmtpSink;
afterEach(() => sink.stop());

async function send(to: string, { server = {}, client = {}, data = 'Subject: hi\r\n\r\nhello' }: { server?: SinkOptions; client?: Partial<SmtpOptions>; data?: string } = {}) {
  sink = await startSmtpSink(server);
  return sendMail({ connect: nodeConnect, host: '127.0.0.1', port: sink.port, tls: 'none', domain: 'pitchey.example', stepMs: 300, ...client }, { from: 'post@pitchey.example', to, data });
}

describe('handing over', () => {
  it('gives the message as it is, lines that begin with a dot included', async () => {
    const data = 'Subject: dots\r\n\r\n.\r\n..two\r\nend';
    expect(await send('a@example.com', { data })).toEqual({});
    expect(sink.mails).toEqual([{ from: 'post@pitchey.example', to: 'a@example.com', data, secured: false }]);
  });

  it('tells a refusal from what may pass', async () => {
    expect(await send('never-a@example.com')).toEqual({ refused: '550 no such person: [recipient]' });
    await sink.stop();
    expect(await send('spam-a@example.com')).toEqual({ refused: '554 no thanks' });
    await sink.stop();
    await expect(send('later-a@example.com')).rejects.toThrow('RCPT answered 451');
    await sink.stop();
    await expect(send('a@example.com', { server: { greeting: '421 busy' } })).rejects.toThrow('greeted with 421');
  });

  it('does not wait for ever, and notices a closed connection at once', async () => {
    await expect(send('hang-a@example.com')).rejects.toThrow('no answer within 300 ms');
    await sink.stop();
    await expect(send('drop-a@example.com', { client: { stepMs: 60_000 } })).rejects.toThrow();
    await sink.stop();
    await expect(send('a@example.com', { client: { port: 1 } })).rejects.toThrow();
  });

  it('never lets an address say a command', async () => {
    for (const to of ['a@b.c>\r\nRCPT TO:<d@e.f', 'a b@c.d', 'a@b.c,d@e.f', '"a"@b.c', '<a@b.c>', 'ü@b.c', 'a@b.c\n', `${'a'.repeat(250)}@b.cd`]) {
      expect(isPlainAddress(to)).toBe(false);
      expect((await send(to)).refused).toMatch(/not an address/);
      expect(sink.mails).toEqual([]);
      await sink.stop();
    }
    sink = await startSmtpSink();
  });
});

describe('TLS', () => {
  it('is asked for, and the server asked again what it offers', async () => {
    await send('a@example.com', { server: { offers: ['STARTTLS', 'AUTH PLAIN LOGIN'] }, client: { tls: 'starttls', credentials: { user: 'u', password: 'p:ü' } } });
    expect(sink.mails).toMatchObject([{ secured: true, auth: 'u:p:ü' }]);
  });

  it('is never done without: no mail, no password goes to a server that offers none', async () => {
    await expect(send('a@example.com', { server: { offers: ['AUTH PLAIN'] }, client: { tls: 'starttls', credentials: { user: 'u', password: 'p' } } })).rejects.toThrow('offers no STARTTLS');
    expect(sink.mails).toEqual([]);
  });

  it('ends when something was said before it began', async () => {
    await expect(send('a@example.com', { server: { offers: ['STARTTLS'], injected: '250 all fine\r\n' }, client: { tls: 'starttls' } })).rejects.toThrow('before TLS');
  });
});

describe('signing in', () => {
  it('uses PLAIN, else LOGIN; a wrong password is no fault of the recipient', async () => {
    const credentials = { user: 'u', password: 'p' };
    await send('a@example.com', { server: { offers: ['AUTH LOGIN'] }, client: { credentials } });
    expect(sink.mails).toMatchObject([{ auth: 'u:p' }]);
    await sink.stop();
    await expect(send('a@example.com', { server: { offers: ['AUTH PLAIN'] }, client: { credentials: { user: 'u', password: 'wrong' } } })).rejects.toThrow(/^smtp: AUTH answered 535/);
  });
});

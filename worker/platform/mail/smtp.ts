// SMTP (RFC 5321) over one socket: greet, TLS, sign in, hand over one message, leave. Written here because what a mail may cost
// matters: every wait is bounded, a closed connection is an error at once, TLS is never silently skipped, and a refusal says whether
// trying again makes sense.
import { withinBudget } from '../within-budget.ts';

export interface SmtpSocket {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
  startTls(): SmtpSocket;
  close(): Promise<void>;
}

export type Connect = (address: { hostname: string; port: number }, options: { secureTransport: 'on' | 'starttls' | 'off'; allowHalfOpen: false }) => SmtpSocket;

export interface SmtpOptions {
  connect: Connect;
  host: string;
  port: number;
  /** `implicit`: TLS from the first byte; `starttls`: demanded, the session ends where it is not offered; `none`: for a relay on this machine. */
  tls: 'implicit' | 'starttls' | 'none';
  credentials?: { user: string; password: string } | undefined;
  /** Our own name, for EHLO. */
  domain: string;
  /** ms for each answer of the server. */
  stepMs?: number;
}

export interface Envelope {
  from: string;
  to: string;
  /** The whole message: CRLF lines, ASCII. */
  data: string;
}

interface Reply {
  code: number;
  text: string;
}

/** A bare address: what may stand between < and > without meaning something else to the server. */
export const isPlainAddress = (address: string): boolean => /^[\x21-\x7e]+@[\x21-\x7e]+$/.test(address) && !/[<>()[\]\\,;:"]/.test(address) && address.length <= 254;

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** Lines of an SMTP conversation over a socket that may be swapped for its encrypted self. */
function conversation(socket: SmtpSocket, stepMs: number) {
  const reader = socket.readable.getReader();
  const writer = socket.writable.getWriter();
  const decoder = new TextDecoder();
  let buffered = '';

  async function line(): Promise<string> {
    for (;;) {
      const end = buffered.indexOf('\n');
      if (end >= 0) {
        const text = buffered.slice(0, end).replace(/\r$/, '');
        buffered = buffered.slice(end + 1);
        return text;
      }
      if (buffered.length > 65_536) throw new Error('smtp: the server sends an endless line');
      const { value, done } = await reader.read();
      if (done) throw new Error('smtp: the server closed the connection');
      buffered += decoder.decode(value, { stream: true });
    }
  }

  async function wholeReply(): Promise<Reply> {
    const lines: string[] = [];
    for (;;) {
      const text = await line();
      lines.push(text.slice(4));
      if (!/^\d{3}-/.test(text)) return { code: Number(text.slice(0, 3)), text: lines.join('\n') };
      if (lines.length > 100) throw new Error('smtp: the server sends an endless reply');
    }
  }

  return {
    reply: () => withinBudget(wholeReply(), stepMs),
    write: (text: string) => withinBudget(writer.write(new TextEncoder().encode(text)), stepMs),
    /** What the server said too early; before TLS that is an attack (it would be read as said within). */
    early: () => buffered,
    release() {
      reader.releaseLock();
      writer.releaseLock();
    },
  };
}

/**
 * Hands one message over. Gives `refused` when the server will never take this message for this recipient; throws for everything
 * that may pass: a server that is away, busy (4xx), or does not like us (sign-in, sender).
 */
export async function sendMail(options: SmtpOptions, { from, to, data }: Envelope): Promise<{ refused?: string }> {
  if (!isPlainAddress(from) || !isPlainAddress(to)) return { refused: 'not an address that SMTP can carry' };
  const { connect, host, port, tls, credentials, domain, stepMs = 10_000 } = options;
  let socket = connect({ hostname: host, port }, { secureTransport: tls === 'implicit' ? 'on' : tls === 'starttls' ? 'starttls' : 'off', allowHalfOpen: false });
  let talk = conversation(socket, stepMs);
  // Servers like to repeat the address; logs and error reports must not hold it.
  const answer = ({ code, text }: Reply): string => `${code} ${text}`.replaceAll(to, '[recipient]').slice(0, 300);

  async function say(command: string, expected: number, shown = command): Promise<Reply> {
    await talk.write(`${command}\r\n`);
    const reply = await talk.reply();
    if (Math.floor(reply.code / 100) !== expected) throw new Error(`smtp: ${shown.split(' ')[0]} answered ${answer(reply)}`);
    return reply;
  }

  async function signIn(user: string, password: string, offered: string): Promise<void> {
    if (/^AUTH[ =].*\bPLAIN\b/im.test(offered)) {
      await say(`AUTH PLAIN ${base64(`\0${user}\0${password}`)}`, 2);
    } else {
      await say('AUTH LOGIN', 3);
      await say(base64(user), 3, 'user');
      await say(base64(password), 2, 'password');
    }
  }

  try {
    const greeting = await talk.reply();
    if (greeting.code !== 220) throw new Error(`smtp: greeted with ${answer(greeting)}`);
    let { text: offered } = await say(`EHLO ${domain}`, 2);
    if (tls === 'starttls') {
      if (!/^STARTTLS$/im.test(offered)) throw new Error('smtp: the server offers no STARTTLS, and nothing goes out unencrypted');
      await say('STARTTLS', 2);
      if (talk.early() !== '') throw new Error('smtp: the server spoke before TLS began');
      talk.release();
      socket = socket.startTls();
      talk = conversation(socket, stepMs);
      ({ text: offered } = await say(`EHLO ${domain}`, 2));
    }
    if (credentials) await signIn(credentials.user, credentials.password, offered);
    await say(`MAIL FROM:<${from}>`, 2);
    await talk.write(`RCPT TO:<${to}>\r\n`);
    const recipient = await talk.reply();
    if (recipient.code >= 500) return { refused: answer(recipient) };
    if (recipient.code >= 300) throw new Error(`smtp: RCPT answered ${answer(recipient)}`);
    await say('DATA', 3);
    // A line that is a single dot would end the message: dots at line starts are doubled (RFC 5321 4.5.2).
    await talk.write(`${data.replace(/^\./gm, '..').replace(/(?:\r\n)?$/, '\r\n')}.\r\n`);
    const taken = await talk.reply();
    if (taken.code >= 500) return { refused: answer(taken) };
    if (taken.code !== 250) throw new Error(`smtp: the message was answered with ${answer(taken)}`);
    return {};
  } finally {
    // The message is taken or not by now: parting words may fail.
    await talk.write('QUIT\r\n').catch(() => undefined);
    await withinBudget(socket.close(), 1_000).catch(() => undefined);
  }
}

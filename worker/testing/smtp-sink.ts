// An SMTP server on loopback that keeps what it is given, and behaves as the address says: `later-…` is told to come back, `never-…` is
// refused, `spam-…` is refused after its text, `hang-…` is kept waiting, `drop-…` is hung up on.
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export interface SinkMail {
  from: string;
  to: string;
  /** As it came over the wire, dots undoubled. */
  data: string;
  /** User and password of the session. */
  auth?: string;
  /** Whether the session asked for TLS. */
  secured: boolean;
}

export interface SmtpSink {
  port: number;
  mails: SinkMail[];
  stop(): Promise<void>;
}

export interface SinkOptions {
  /** Lines of the answer to EHLO. STARTTLS is answered and then ignored: what is tested is the conversation, not the cipher. */
  offers?: string[];
  /** Said with the answer to STARTTLS, as one who sits between would. */
  injected?: string;
  greeting?: string;
}

export async function startSmtpSink({ offers = ['SIZE 1000000', '8BITMIME'], injected = '', greeting = '220 sink' }: SinkOptions = {}): Promise<SmtpSink> {
  const mails: SinkMail[] = [];
  const sockets = new Set<Socket>();

  async function talk(socket: Socket): Promise<void> {
    const say = (line: string): void => { socket.write(`${line}\r\n`); };
    const session: SinkMail = { from: '', to: '', data: '', secured: false };
    const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
    const next = async (): Promise<string | undefined> => ((await lines.next()) as { value?: string }).value;
    say(greeting);
    for (let line = await next(); line !== undefined; line = await next()) {
      const [verb, rest] = [line.split(' ')[0]?.toUpperCase(), line.slice(line.indexOf(' ') + 1)];
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (verb === 'EHLO') ['sink', ...offers].forEach((offer, index, all) => { say(`250${index === all.length - 1 ? ' ' : '-'}${offer}`); });
      else if (verb === 'STARTTLS') {
        session.secured = true;
        socket.write(`220 go ahead\r\n${injected}`);
      } else if (verb === 'AUTH') {
        const plain = Buffer.from(rest.split(' ')[1] ?? '', 'base64').toString();
        if (rest.startsWith('PLAIN')) session.auth = plain.split('\0').slice(1).join(':');
        else {
          say('334 VXNlcm5hbWU6');
          const user = Buffer.from((await next()) ?? '', 'base64').toString();
          say('334 UGFzc3dvcmQ6');
          session.auth = `${user}:${Buffer.from((await next()) ?? '', 'base64').toString()}`;
        }
        say(session.auth?.endsWith(':wrong') ? '535 no' : '235 yes');
      } else if (verb === 'MAIL') {
        session.from = address;
        say('250 ok');
      } else if (verb === 'RCPT') {
        session.to = address;
        if (address.startsWith('drop-')) return void socket.destroy();
        if (!address.startsWith('hang-')) say(address.startsWith('later-') ? '451 later' : address.startsWith('never-') ? `550 no such person: ${address}` : '250 ok');
      } else if (verb === 'DATA') {
        say('354 go on');
        const text: string[] = [];
        for (let part = await next(); part !== undefined && part !== '.'; part = await next()) text.push(part.replace(/^\.\./, '.'));
        if (session.to.startsWith('spam-')) say('554 no thanks');
        else {
          mails.push({ ...session, data: text.join('\r\n') });
          say('250 taken');
        }
      } else if (verb === 'QUIT') {
        say('221 bye');
        socket.end();
      } else say('500 what?');
    }
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined); // a client that leaves in anger is part of the tests
    socket.on('close', () => sockets.delete(socket));
    talk(socket).catch(() => socket.destroy());
  });
  const port = await new Promise<number>((resolve) => {
    server.listen({ host: '127.0.0.1', port: 0 }, () => resolve((server.address() as { port: number }).port));
  });
  return {
    port, mails,
    stop: () => new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    }),
  };
}

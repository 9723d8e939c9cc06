// Node's TCP in the shape of workerd's `connect`, so that node tests run the same SMTP code. `startTls` changes nothing on the wire.
import { connect as dial, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Connect, SmtpSocket } from '../platform/mail/smtp.ts';

function wrap(socket: Socket): SmtpSocket {
  const { readable, writable } = Duplex.toWeb(socket) as unknown as Pick<SmtpSocket, 'readable' | 'writable'>;
  const wrapped: SmtpSocket = {
    readable, writable,
    startTls: () => wrapped,
    close: async () => { socket.destroy(); },
  };
  return wrapped;
}

export const nodeConnect: Connect = ({ hostname, port }) => {
  const socket = dial({ host: hostname, port });
  socket.on('error', () => undefined); // reported through the streams
  return wrap(socket);
};

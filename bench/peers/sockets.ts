// node bench/peers/sockets.ts ws|socket.io: a room in Node, every message to everyone who named the same path (or `room`). Says its port as
// one line of JSON.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { type WebSocket, WebSocketServer } from 'ws';

const server = createServer((_, response) => response.end('ok'));

function startWs(): void {
  const rooms = new Map<string, Set<WebSocket>>();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => {
    const path = request.url ?? '/';
    const room = rooms.get(path) ?? new Set();
    rooms.set(path, room.add(socket));
    socket.on('message', (data, isBinary) => { for (const other of room) other.send(data, { binary: isBinary }); });
    socket.on('close', () => room.delete(socket));
  });
}

function startSocketIo(): void {
  const io = new Server(server, { transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) => {
    const room = String(socket.handshake.query.room);
    void socket.join(room);
    socket.on('say', (text: string) => { io.to(room).emit('said', text); });
  });
}

if (process.argv[2] === 'socket.io') startSocketIo();
else startWs();
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port, pid: process.pid })));

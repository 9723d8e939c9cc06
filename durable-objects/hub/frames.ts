// What a frame of a tab brings about.
import type { Answer, Reply, RoomPort } from '../shared/ports.ts';
import { createDeeds } from './deeds.ts';
import type { createLines } from './lines.ts';
import { isForRoom, MOST_ROOMS } from './logic.ts';
import type { ClientFrame, Room, ServerFrame } from './protocol.ts';
import type { Tab, Tabs } from './tabs.ts';

export interface FramePorts {
  userId: string;
  tabs: Tabs;
  lines: ReturnType<typeof createLines>;
  room(name: Room): RoomPort;
  /** Asks a room; its silence is an answer too. */
  ask(name: Room, work: () => Promise<Answer>): Promise<Answer>;
  /** Whether the person may be in the room, by the database. */
  mayJoin(room: Room): Promise<boolean>;
  stateChanged(): Promise<void>;
}

const member = ({ userId, name, connection }: Tab) => ({ userId, name, connection });

export function createFrames({ userId, tabs, lines, room, ask, mayJoin, stateChanged }: FramePorts) {
  function refuse(socket: WebSocket, id: string | null, refusal: Omit<Extract<ServerFrame, { type: 'error' }>, 'type' | 'id'>): void {
    tabs.say(socket, { type: 'error', id, ...refusal });
  }

  const deeds = createDeeds(async (name, doings) => {
    let replies: Reply[] = [];
    const given = await ask(name, async () => {
      replies = (await room(name).sayAll?.(userId, doings)) ?? [];
      return { ok: true, result: null };
    });
    return given.ok ? replies : doings.map(() => given);
  });

  function answer(socket: WebSocket, id: string | null, given: Answer): void {
    if (!given.ok) {
      const { ok: _, ...refusal } = given;
      refuse(socket, id, refusal);
    } else if (id !== null) tabs.say(socket, { type: 'ack', id, result: given.result });
  }

  async function join(socket: WebSocket, name: Room): Promise<void> {
    const tab = tabs.of(socket);
    if (!tab.rooms.includes(name)) {
      if (tab.rooms.length >= MOST_ROOMS) return refuse(socket, name, { code: 'too_many', message: `A tab joins at most ${MOST_ROOMS} rooms. Leave one first.` });
      // Noted before the database is asked, so that whatever is taken away from now on reaches this room too.
      tab.rooms.push(name);
      tabs.keep(socket);
    }
    let may = false;
    try {
      may = await mayJoin(name);
    } finally {
      if (!may) forget(socket, name);
    }
    if (!may) return refuse(socket, name, { code: 'not_found', message: 'There is nothing here.' });
    const given = await ask(name, () => room(name).join(member(tab)));
    // Closed or taken away while the room was asked.
    if (!tabs.isOpen(socket) || !tab.rooms.includes(name)) return void await ask(name, async () => { await room(name).leave(tab.connection); return { ok: true, result: null }; });
    if (given.ok) return tabs.say(socket, { type: 'joined', room: name, state: given.result });
    forget(socket, name);
    answer(socket, name, given);
  }

  function forget(socket: WebSocket, name: Room): void {
    const tab = tabs.of(socket);
    tab.rooms = tab.rooms.filter((other) => other !== name);
    if (tabs.isOpen(socket)) tabs.keep(socket);
  }

  /** Takes a tab out of a room, and tells both. */
  async function leave(socket: WebSocket, name: Room, reason: 'asked' | 'forbidden'): Promise<void> {
    forget(socket, name);
    tabs.say(socket, { type: 'left', room: name, reason });
    await gone(tabs.of(socket).connection, [name]);
  }

  /** Tells rooms that a tab is no longer there. */
  const gone = (connection: string, rooms: readonly Room[]): Promise<unknown> =>
    Promise.all(rooms.map((name) => ask(name, async () => { await room(name).leave(connection); return { ok: true, result: null }; })));

  async function say(socket: WebSocket, frame: Extract<ClientFrame, { type: 'deed' | 'patch' | 'typing' | 'focus' }>): Promise<void> {
    const id = 'id' in frame ? frame.id : null;
    const tab = tabs.of(socket);
    if (!isForRoom(frame)) return refuse(socket, id, { code: 'bad_frame', message: 'This room does not understand that.' });
    // A deed is decided by the statement that writes it, everything else by being in the room.
    if (frame.type === 'deed') {
      const reply = await deeds(frame.room, { id: frame.id, name: tab.name, deed: frame.deed });
      return reply.ok ? tabs.tell(socket, `{"type":"ack","id":${JSON.stringify(frame.id)},"result":${reply.text}}`) : answer(socket, id, reply);
    }
    if (!tab.rooms.includes(frame.room)) return refuse(socket, id, { code: 'forbidden', message: 'Join the room first.' });
    answer(socket, id, await ask(frame.room, () => room(frame.room).say(member(tab), frame)));
  }

  return {
    refuse,
    leave,
    gone,
    /** Does what the frame asks for. The sender's standing is believed at this moment. */
    async take(socket: WebSocket, frame: ClientFrame): Promise<void> {
      const tab = tabs.of(socket);
      switch (frame.type) {
        case 'seen':
          // Never more than was told, and never back.
          tab.seen = Math.max(tab.seen, Math.min(frame.bytes, tab.sent));
          tabs.keep(socket);
          return tab.catching ? lines.readOn(socket) : undefined;
        case 'presence':
          if (tab.state === frame.state) return;
          tab.state = frame.state;
          tabs.keep(socket);
          return stateChanged();
        case 'resume': return lines.catchUp(socket, frame.since);
        case 'join': return join(socket, frame.room);
        case 'leave': return leave(socket, frame.room, 'asked');
        default: return say(socket, frame);
      }
    },
  };
}

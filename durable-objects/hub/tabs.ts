// The sockets of one person. What is known of each lives in its attachment, which survives hibernation; nothing else does.
import type { Room, ServerFrame } from './protocol.ts';
import { MOST_UNSEEN } from './logic.ts';

/** What a socket carries. At most 2 KB as the runtime keeps it: ids and numbers only. */
export interface Tab {
  connection: string;
  userId: string;
  name: string;
  sessionId: string;
  /** Of the person, as of the last look at the database. */
  epoch: number;
  /** ms until which that look holds, while the epoch stands still. */
  until: number;
  rooms: Room[];
  /** Last line of the stream told to it; -1 until it was greeted. */
  seq: number;
  /** Characters told to it, and read by it as it says. */
  sent: number;
  seen: number;
  state: 'active' | 'away';
  /** Reading up lines from the database: live ones wait. `reset` is what the closing frame will say. */
  catching: null | { reset: boolean };
}

export type ByeReason = Extract<ServerFrame, { type: 'bye' }>['reason'];

/** Close codes: 1000 asked for, 1008 against the rules, 1009 too large, 1012 come back, 4001 signed out. */
export const CLOSE = { slow: 1012, signed_out: 4001, too_many: 1008, restart: 1012 } as const satisfies Record<ByeReason, number>;

const OPEN = 1;
/** ms that what a socket was told waits to be kept. A hub with a timer does not fall asleep, and what is kept is read after sleep alone. */
const KEEP_MS = 500;

export function createTabs(ctx: Pick<DurableObjectState, 'getWebSockets'>) {
  // A copy a socket: reading an attachment means decoding it.
  const known = new WeakMap<WebSocket, Tab>();

  function of(socket: WebSocket): Tab {
    let tab = known.get(socket);
    if (!tab) known.set(socket, (tab = socket.deserializeAttachment() as Tab));
    return tab;
  }

  /** Keeps what was changed on `of(socket)`. */
  const keep = (socket: WebSocket): void => socket.serializeAttachment(of(socket));

  let changed = new Set<WebSocket>();
  /** The same within a moment: writing an attachment with every line costs as much as sending it. */
  function keepSoon(socket: WebSocket): void {
    if (changed.size === 0) {
      setTimeout(() => {
        const due = changed;
        changed = new Set();
        for (const one of due) if (isOpen(one)) keep(one);
      }, KEEP_MS);
    }
    changed.add(socket);
  }

  function put(socket: WebSocket, tab: Tab): void {
    known.set(socket, tab);
    socket.serializeAttachment(tab);
  }

  const isOpen = (socket: WebSocket): boolean => socket.readyState === OPEN;
  // The runtime also lists sockets that are being closed.
  const open = (): WebSocket[] => ctx.getWebSockets().filter(isOpen);

  /**
   * Sends a text as it is; `seq`: the last line of the stream in it. A socket that is told too much without saying `seen` is cut instead:
   * nobody waits for it.
   */
  function tell(socket: WebSocket, text: string, seq?: number): void {
    if (!isOpen(socket)) return;
    const tab = of(socket);
    if (tab.sent - tab.seen + text.length > MOST_UNSEEN) return bye(socket, 'slow');
    try {
      socket.send(text);
    } catch {
      // Closed in this very moment: webSocketClose follows.
      return;
    }
    tab.sent += text.length;
    if (seq !== undefined) tab.seq = seq;
    keepSoon(socket);
  }

  const say = (socket: WebSocket, frame: ServerFrame): void => tell(socket, JSON.stringify(frame));

  /** The last words of a socket; `resume` is where its next one goes on. */
  function bye(socket: WebSocket, reason: ByeReason, code: number = CLOSE[reason]): void {
    if (!isOpen(socket)) return;
    const frame: ServerFrame = { type: 'bye', reason, resume: String(Math.max(0, of(socket).seq)) };
    try {
      socket.send(JSON.stringify(frame));
      socket.close(code, reason);
    } catch {
      return;
    }
  }

  return { of, keep, put, isOpen, open, tell, say, bye };
}

export type Tabs = ReturnType<typeof createTabs>;

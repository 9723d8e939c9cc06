// People talk at twenty messages a second while everything around them is killed: hubs, rooms, the Worker, sockets, tabs, the database. In the
// end every message that was written is there once, in its author's order, and every page has shown all of them, once, in the room's order.
import { randomUUID } from 'node:crypto';
import { pause } from '../live/ledger.ts';
import { type LiveWorld, startLiveWorld } from '../live/world.ts';
import type { Browser, JournalPerson, Page } from './browser.ts';

// The pages' code is checked with the browser's types, this program with the Worker's: they meet at run time.
const { browser } = await import(new URL('../../e2e/journal/tabs.ts', import.meta.url).href) as { browser: Browser };

export interface Verdict {
  kills: Record<string, number>;
  written: number;
  /** Written and not there; there and not shown by a page. */
  missing: number;
  duplicate: number;
  misordered: number;
  /** Pages that had to begin anew, and messages that were refused: neither may be. */
  resets: number;
  refused: number;
  seconds: number;
}

const PEOPLE = 4;
const TABS = 2;
const PER_SECOND = 20;
/** ms that the database is silent. */
const DOWN_MS = 10_000;

interface Stage { world: LiveWorld; people: JournalPerson[]; pages: Page[]; rooms: string[]; kills: Record<string, number> }

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

async function die({ world }: Stage, kind: 'hub' | 'conversation', id: string): Promise<void> {
  await fetch(`http://127.0.0.1:${world.worker.port}/api/bench/die/${kind}/${id}`, { method: 'POST', signal: AbortSignal.timeout(5_000) }).then((response) => response.arrayBuffer()).catch(() => undefined); // a call into what dies
}

/** The database answers nobody, and lives. Kills go on meanwhile. */
async function silence({ world }: Stage): Promise<void> {
  process.kill(world.gatewayPid, 'SIGSTOP');
  await pause(DOWN_MS);
  process.kill(world.gatewayPid, 'SIGCONT');
}

/** Kinds of kills, with how often of a hundred. `down`: the database is silent. */
function killers(stage: Stage, isDown: () => boolean, setDown: (work: Promise<void>) => void): [name: string, share: number, kill: () => Promise<void> | void][] {
  const { pages, people, rooms, world } = stage;
  return [
    ['hub evicted', 30, () => die(stage, 'hub', pick(people).talker.id)],
    ['room evicted', 27, () => die(stage, 'conversation', pick(rooms))],
    ['socket cut', 24, () => pick(pages).tab?.cut()],
    ['tab closed', 14, () => {
      const page = pick(pages);
      page.tab?.stop();
      browser.openTab(page, world.worker.port);
    }],
    ['Worker restarted', 4, () => world.worker.restart()],
    ['database down 10 s', 1, () => { if (!isDown()) setDown(silence(stage)); }],
  ];
}

async function play(stage: Stage, kills: number, log: (line: string) => void): Promise<void> {
  const { people, rooms } = stage;
  let [isOver, down] = [false, null as Promise<void> | null];
  const writing = (async () => {
    for (let due = performance.now(); !isOver; due += 1000 / PER_SECOND) {
      await pause(due - performance.now());
      browser.write(pick(people), pick(rooms));
    }
  })();
  const list = killers(stage, () => down !== null, (work) => { down = work.finally(() => { down = null; }); });
  for (let n = 0; n < kills; n += 1) {
    // Every kind comes at least once, then by its share.
    let ticket = Math.random() * 100;
    const [name, , kill] = n < list.length ? list[n] as (typeof list)[0] : list.find(([, share]) => (ticket -= share) < 0) ?? list[0] as (typeof list)[0];
    stage.kills[name] = (stage.kills[name] ?? 0) + 1;
    await kill();
    await pause(100 + Math.random() * 500);
    if ((n + 1) % 50 === 0) log(`  ${n + 1} kills, ${people.reduce((sum, { written }) => sum + written.length, 0)} messages written, ${people.reduce((sum, { kept }) => sum + kept.length, 0)} not yet sent`);
  }
  isOver = true;
  await writing;
  await down;
}

interface Row { conversation_id: string; seq: number; client_id: string; sender_id: string; body: string }

/** Waits until nothing is left to be sent or shown, or for so long. */
async function calm({ people, pages, world }: Stage, within: number): Promise<Row[]> {
  const deadline = Date.now() + within;
  const read = async (): Promise<Row[]> => (await world.client.query<Row>('SELECT conversation_id, seq, client_id, sender_id, body FROM messages ORDER BY conversation_id, seq')).rows;
  while (people.some(({ kept }) => kept.length > 0) && Date.now() < deadline) await pause(100);
  for (const { tab } of pages) tab?.check();
  let rows = await read();
  while (pages.some(({ shown }) => new Set(shown.map(({ clientId }) => clientId)).size < rows.length) && Date.now() < deadline) {
    await pause(200);
    rows = await read();
  }
  return rows;
}

function judge({ people, pages, rooms }: Stage, rows: readonly Row[]): Pick<Verdict, 'missing' | 'duplicate' | 'misordered'> {
  const verdict = { missing: 0, duplicate: 0, misordered: 0 };
  const there = new Map(rows.map(({ client_id }) => [client_id, 0]));
  for (const { client_id } of rows) there.set(client_id, (there.get(client_id) ?? 0) + 1);
  for (const { written } of people) for (const { id } of written) if (!there.has(id)) verdict.missing += 1;
  for (const times of there.values()) verdict.duplicate += times - 1;
  for (const room of rooms) {
    const order = rows.filter(({ conversation_id }) => conversation_id === room);
    // Numbers without a gap, and each author's own in the order they wrote them.
    order.forEach(({ seq }, index) => { if (seq !== index + 1) verdict.misordered += 1; });
    const last = new Map<string, number>();
    for (const { sender_id, body } of order) {
      if (Number(body) <= (last.get(sender_id) ?? 0)) verdict.misordered += 1;
      last.set(sender_id, Number(body));
    }
    for (const { shown } of pages) {
      const own = shown.filter(({ conversationId }) => conversationId === room);
      const seen = new Set(own.map(({ clientId }) => clientId));
      verdict.duplicate += own.length - seen.size;
      for (const { client_id } of order) if (!seen.has(client_id)) verdict.missing += 1;
      own.forEach(({ seq }, index) => { if (index > 0 && seq <= (own[index - 1] as typeof own[0]).seq) verdict.misordered += 1; });
    }
  }
  return verdict;
}

/** Plays so many kills and judges what is left. */
export async function runJournal(kills: number, log: (line: string) => void): Promise<Verdict> {
  const began = Date.now();
  const world = await startLiveWorld('bench/journal/worker.ts');
  const stage: Stage = { world, people: [], pages: [], rooms: [], kills: {} };
  try {
    const { conversationId, people } = await world.talk(PEOPLE);
    // A second room of the same people: a hub speaks for both.
    const second = randomUUID();
    await world.client.query("INSERT INTO conversations (id, kind, title, created_at, last_at) VALUES ($1, 'group', 'Again', now(), now())", [second]);
    await world.client.query('INSERT INTO conversation_participants (conversation_id, user_id, joined_at, folder) SELECT $1, user_id, now(), folder FROM conversation_participants WHERE conversation_id = $2', [second, conversationId]);
    stage.rooms.push(conversationId, second);
    for (const talker of people) stage.people.push({ talker, kept: [], written: [], accepted: new Set(), refused: [], busy: Promise.resolve(), pages: [] });
    for (const person of stage.people) {
      for (let tab = 0; tab < TABS; tab += 1) {
        const page: Page = { person, cursor: 0, shown: [], resets: 0, asked: [], live: [], tab: null };
        person.pages.push(page);
        stage.pages.push(page);
        browser.openTab(page, world.worker.port);
      }
    }
    await play(stage, kills, log);
    const rows = await calm(stage, 180_000);
    return {
      kills: stage.kills, written: stage.people.reduce((sum, { written }) => sum + written.length, 0), ...judge(stage, rows),
      resets: stage.pages.reduce((sum, { resets }) => sum + resets, 0), refused: stage.people.reduce((sum, { refused }) => sum + new Set(refused).size, 0), seconds: Math.round((Date.now() - began) / 1000),
    };
  } finally {
    for (const { tab } of stage.pages) tab?.stop();
    // A stopped process hears nothing but this.
    process.kill(world.gatewayPid, 'SIGCONT');
    await world.stop();
  }
}

// node scripts/outbox.ts [url]                what was given up: id, topic, when, why (url: of the database, else DATABASE_URL)
// node scripts/outbox.ts [url] again <topic>  sends a topic's given-up messages again, all of them; the Worker's sweep picks them up
// node scripts/outbox.ts [url] again <id>     one of them
import pg from 'pg';

interface Dead {
  id: string;
  topic: string;
  settled_at: Date;
  last_error: string | null;
}

/** Messages given up, newest first. */
export async function deadMessages(client: pg.Client): Promise<Dead[]> {
  const { rows } = await client.query<Dead>(`SELECT id, topic, settled_at, last_error FROM outbox WHERE status = 'dead' ORDER BY settled_at DESC LIMIT 200`);
  return rows;
}

/** Makes dead messages pending again, with all their tries; gives their number. `which`: an id or a topic. */
export async function sendAgain(client: pg.Client, which: string): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE outbox SET status = 'pending', attempts = 0, available_at = now(), settled_at = NULL, last_error = NULL WHERE status = 'dead' AND (id::text = $1 OR topic = $1)`, [which]);
  return rowCount ?? 0;
}

async function main(args: string[]): Promise<void> {
  const isUrl = /^postgres(?:ql)?:/.test(args[0] ?? '');
  const url = isUrl ? args[0] : process.env.DATABASE_URL;
  const [command, which] = isUrl ? args.slice(1) : args;
  if (!url) throw new Error('Give the database as an argument or in DATABASE_URL.');
  if (command !== undefined && (command !== 'again' || !which)) throw new Error('Usage: node scripts/outbox.ts [url] [again <topic or id>]');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (which) console.log(`${await sendAgain(client, which)} to be sent again, within 90 s`);
    else for (const { id, topic, settled_at, last_error } of await deadMessages(client)) console.log([id, topic, settled_at.toISOString(), last_error].join('  '));
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}

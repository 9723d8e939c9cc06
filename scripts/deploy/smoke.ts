// node scripts/deploy/smoke.ts <origin> [version]: asks a deployed site whether it is well; OPS_TOKEN in the environment asks its dependencies too.
// Exits 0 when it is, 1 with one sentence a finding.
import { setTimeout as delay } from 'node:timers/promises';

interface Answer {
  status: number;
  body: string;
  type: string;
}

async function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(10_000) });
  return { status: response.status, body: await response.text(), type: response.headers.get('content-type') ?? '' };
}

/** What is wrong with the site at `origin`, one sentence each. */
export async function findings(origin: string, version: string | undefined, opsToken: string | undefined): Promise<string[]> {
  const found: string[] = [];
  const check = async (what: string, url: string, wrong: (answer: Answer) => string | false, headers?: Record<string, string>): Promise<void> => {
    try {
      const complaint = wrong(await ask(url, headers));
      if (complaint) found.push(`${what}: ${complaint}`);
    } catch (error) {
      found.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  await check('health', `${origin}/api/health`, ({ status, body }) => {
    if (status !== 200) return `answered ${status}`;
    const health = JSON.parse(body) as { status?: string; version?: string };
    if (health.status !== 'ok') return `says ${health.status}`;
    return version !== undefined && health.version !== version && `runs ${health.version}, not ${version}`;
  });
  await check('page', `${origin}/`, ({ status, type, body }) => (status !== 200 || !type.startsWith('text/html') || !body.includes('<script')) && `answered ${status} ${type}`);
  await check('market', `${origin}/api/pitches?limit=1`, ({ status }) => status !== 200 && `answered ${status}`);
  if (opsToken) {
    await check('dependencies', `${origin}/api/health/deep`, ({ status, body }) => status !== 200 && `answered ${status}: ${body.slice(0, 500)}`, { authorization: `Bearer ${opsToken}` });
  }
  return found;
}

if (import.meta.main) {
  const [origin, version] = process.argv.slice(2);
  if (!origin || !URL.canParse(origin)) {
    console.error('Usage: node scripts/deploy/smoke.ts <origin> [version]');
    process.exit(1);
  }
  // A version reaches every location within seconds, not at once.
  let found: string[] = [];
  for (const pause of [0, 5_000, 10_000, 20_000]) {
    await delay(pause);
    found = await findings(new URL(origin).origin, version, process.env.OPS_TOKEN);
    if (found.length === 0) break;
  }
  for (const finding of found) console.error(finding);
  console.log(found.length === 0 ? `${origin} is well` : `${origin}: ${found.length} findings`);
  if (found.length > 0) process.exitCode = 1;
}

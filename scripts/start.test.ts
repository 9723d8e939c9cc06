// What `npm start` says when it cannot: one sentence and a non-zero exit. That it starts, and stops without a trace, the journeys show.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { freePort } from './local/ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'pitchey start '));
afterAll(() => rmSync(folder, { recursive: true }));

async function start(settings: Record<string, string>): Promise<{ code: unknown; said: string }> {
  const env = { ...process.env, PITCHEY_PORT: String(await freePort()), PITCHEY_DATA_DIR: join(folder, 'data'), PITCHEY_SEED: 'none', ...settings };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => { said += String(text); });
  const [code] = await once(child, 'close');
  return { code, said: said.trim() };
}

it('names a port in use', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  expect(await start({ PITCHEY_PORT: String(port) })).toEqual({ code: 1, said: `Pitchey could not start. Port ${port}, wanted for the pages (PITCHEY_PORT), is in use by another program.` });
  server.close();
});

it('names a setting that is none', async () => {
  expect(await start({ PITCHEY_PORT: 'soon' })).toEqual({ code: 1, said: 'Pitchey could not start. PITCHEY_PORT is "soon", which is not a port number.' });
  expect(await start({ PITCHEY_LIMITS: 'never' })).toEqual({ code: 1, said: 'Pitchey could not start. PITCHEY_LIMITS is "never"; it may be on or off.' });
});

it('names a data folder that cannot be used', async () => {
  writeFileSync(join(folder, 'file'), '');
  expect(await start({ PITCHEY_DATA_DIR: join(folder, 'file') })).toMatchObject({ code: 1, said: expect.stringMatching(/^Pitchey could not start\. The data folder .* cannot be written to \(EEXIST\)\.$/) });
  mkdirSync(join(folder, 'broken'));
  writeFileSync(join(folder, 'broken', 'secrets.json'), '{');
  expect(await start({ PITCHEY_DATA_DIR: join(folder, 'broken') })).toMatchObject({ code: 1, said: expect.stringMatching(/^Pitchey could not start\. .*secrets\.json is damaged: [^\n]*$/) });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRedis, type Redis } from './redis.ts';
import { startUpstashBridge, type Bridge } from './upstash-bridge.ts';

const folder = mkdtempSync(join(tmpdir(), 'pitchey redis '));
let redis: Redis;
let bridge: Bridge;

async function start(port?: number, password?: string): Promise<Redis> {
  const started = await startRedis({ dataDir: folder, ...(port && { port }), ...(password && { password }) });
  if (!started) throw new Error('These tests need a redis-server on PATH: apt-get install redis-server, or brew install redis.');
  return started;
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<[number, unknown]> {
  const response = await fetch(bridge.url + path, { method: 'POST', headers: { authorization: `Bearer ${bridge.token}`, ...headers }, body: JSON.stringify(body) });
  return [response.status, await response.json()];
}

beforeAll(async () => {
  redis = await start();
  bridge = await startUpstashBridge({ redisPort: redis.port, redisPassword: redis.password, token: 'local-token' });
});

afterAll(async () => {
  await bridge.stop();
  await redis.stop();
  rmSync(folder, { recursive: true });
});

describe('the Upstash bridge', () => {
  it('runs single commands', async () => {
    expect(await post('/', ['SET', 'title', 'Emma', 'EX', 60])).toEqual([200, { result: 'OK' }]);
    expect(await post('/', ['GET', 'title'])).toEqual([200, { result: 'Emma' }]);
    expect(await post('/', ['GET', 'title'], { 'upstash-encoding': 'base64' })).toEqual([200, { result: 'RW1tYQ==' }]);
    expect(await post('/', ['GET', 'nothing'])).toEqual([200, { result: null }]);
    expect(await post('/', ['EVAL', 'return {1, ARGV[1]}', 0, 'two'])).toEqual([200, { result: [1, 'two'] }]);
    expect(await post('/', ['INCR', 'title'])).toEqual([400, { error: expect.stringMatching(/^ERR value is not an integer/) }]);
  });

  it('runs pipelines and transactions', async () => {
    const pipeline = [['SET', 'n', 1], ['LPUSH', 'n', 'x'], ['INCR', 'n']];
    const answers = [{ result: 'OK' }, { error: expect.stringMatching(/^WRONGTYPE/) }, { result: 2 }];
    expect(await post('/pipeline', pipeline)).toEqual([200, answers]);
    expect(await post('/multi-exec', pipeline)).toEqual([200, answers]);
    expect((await post('/multi-exec', [['SET', 'n', 5], ['NOSUCHCOMMAND']]))[0]).toBe(400);
    expect(await post('/', ['GET', 'n'])).toEqual([200, { result: '2' }]);
  });

  it('refuses strangers and what is not a command', async () => {
    expect((await post('/', ['PING'], { authorization: 'Bearer wrong-token' }))[0]).toBe(401);
    for (const body of [[], {}, 'PING', [['nested']], [null]]) expect((await post('/', body))[0]).toBe(400);
    expect((await post('/elsewhere', ['PING']))[0]).toBe(400);
  });

  it('answers 503 within 2 s while Redis is frozen or gone, and works once it is back', async () => {
    const timed = async () => {
      const before = performance.now();
      const [status] = await post('/', ['PING']);
      expect(performance.now() - before).toBeLessThan(2_000);
      return status;
    };
    process.kill(redis.pid, 'SIGSTOP');
    expect(await timed()).toBe(503);
    process.kill(redis.pid, 'SIGCONT');
    await expect.poll(timed).toBe(200);
    process.kill(redis.pid, 'SIGKILL');
    await redis.exited;
    expect(await timed()).toBe(503);
    redis = await start(redis.port, redis.password);
    await expect.poll(timed, { timeout: 5_000 }).toBe(200);
  });
});

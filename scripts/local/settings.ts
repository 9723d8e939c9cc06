import { createECDH, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePorts, isPortFree } from './ports.ts';

export type StackSettings = { port: number; dataDir: string; seed: boolean; limits: 'on' | 'off'; hotReload: boolean };
export type Secrets = { authSecret: string; opsToken: string; redisToken: string; redisPassword: string; pushPublicKey: string; pushPrivateKey: string };
export type Ports = { api: number; inbox: number; smtp: number; postgres: number; gateway: number; redis: number; redisBridge: number };

/** Reads PITCHEY_PORT, PITCHEY_DATA_DIR, PITCHEY_SEED and PITCHEY_LIMITS. Throws one sentence for a value that is none. */
export function readSettings(env: NodeJS.ProcessEnv, root: string, hotReload: boolean): StackSettings {
  const port = Number(env.PITCHEY_PORT || 5173);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`PITCHEY_PORT is "${env.PITCHEY_PORT}", which is not a port number.`);
  const choice = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = env[name] || fallback;
    const found = allowed.find((one) => one === value);
    if (!found) throw new Error(`${name} is "${value}"; it may be ${allowed.join(' or ')}.`);
    return found;
  };
  return {
    port, hotReload,
    dataDir: resolve(root, env.PITCHEY_DATA_DIR || '.data'),
    seed: choice('PITCHEY_SEED', ['demo', 'none'], 'demo') === 'demo',
    limits: choice('PITCHEY_LIMITS', ['on', 'off'], 'on'),
  };
}

/** Makes the data folder and proves that it can be written to. */
export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    const probe = join(dataDir, `.writable-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new Error(`The data folder ${dataDir} cannot be written to (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}).`, { cause: error });
  }
}

/** The pair by which push services know this site. */
export function makePushKeys(): Pick<Secrets, 'pushPublicKey' | 'pushPrivateKey'> {
  const pair = createECDH('prime256v1');
  const pushPublicKey = pair.generateKeys('base64url');
  // A scalar with leading zeros comes shorter; a key is always 32 bytes.
  const scalar = pair.getPrivateKey();
  return { pushPublicKey, pushPrivateKey: Buffer.concat([Buffer.alloc(32 - scalar.byteLength), scalar]).toString('base64url') };
}

/** The secrets of this data folder: made at its first start, kept with its data. */
export function keptSecrets(dataDir: string): Secrets {
  const kept = readJson<Partial<Secrets>>(join(dataDir, 'secrets.json')) ?? {};
  const make = () => randomBytes(24).toString('hex');
  const { pushPublicKey, pushPrivateKey } = kept;
  const push = pushPublicKey && pushPrivateKey ? { pushPublicKey, pushPrivateKey } : makePushKeys();
  const secrets = { authSecret: kept.authSecret ?? make(), opsToken: kept.opsToken ?? make(), redisToken: kept.redisToken ?? make(), redisPassword: kept.redisPassword ?? make(), ...push };
  writeJson(join(dataDir, 'secrets.json'), secrets);
  return secrets;
}

/** Inner ports: the ones of the last start where they are free, so that the inbox keeps its address, else any free ones. */
export async function keptPorts(dataDir: string): Promise<Ports> {
  const file = join(dataDir, 'ports.json');
  const kept = readJson<Partial<Ports>>(file) ?? {};
  const names = ['api', 'inbox', 'smtp', 'postgres', 'gateway', 'redis', 'redisBridge'] as const;
  const fresh = await freePorts(names.length);
  const entries = await Promise.all(names.map(async (name, index) => {
    const last = kept[name];
    return [name, last && (await isPortFree(last)) ? last : fresh[index]];
  }));
  const ports = Object.fromEntries(entries) as Ports;
  writeJson(file, ports);
  return ports;
}

/** Reads a JSON file of ours; undefined when there is none. Throws one sentence when it is damaged. */
export function readJson<T>(file: string): T | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    throw new Error(`${file} is damaged: delete it, or move the data folder away to start afresh.`, { cause: error });
  }
}

/** Writes a JSON file that only this user may read. */
export function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export type Exit = { code: number | null; signal: NodeJS.Signals | null };
export type Child = { name: string; pid: number; exited: Promise<Exit>; stop(): Promise<void> };

/** Environment variables; the generated bindings make NodeJS.ProcessEnv name the Worker's own, which our programs do not have. */
export type Environment = Record<string, string | undefined>;

export type ChildOptions = {
  /** How it is called in messages. */
  name: string;
  command: string;
  args: string[];
  cwd?: string | undefined;
  env?: Environment | undefined;
  uid?: number | undefined;
  gid?: number | undefined;
  /** Standard output and error go to this file, which is started afresh, or else to `onLine`. */
  logFile?: string;
  onLine?: (line: string) => void;
  /** Written to its standard input, which is then closed. */
  input?: string;
  /** Signals of stop() in turn, each with the ms to wait for an exit; SIGKILL follows. */
  stopSignals?: [NodeJS.Signals, number][];
};

const running = new Set<Child>();
// The last resort when this process ends without having stopped them.
process.on('exit', () => { for (const { pid } of running) killGroup(pid); });

/** Stops whatever was started here and still runs, such as a part whose start was broken off. */
export async function endRemainingChildren(): Promise<void> {
  await Promise.all([...running].map((child) => child.stop()));
}

/**
 * Starts a program in a process group of its own, so that a Ctrl-C reaches it only through stop(), in our order, and that
 * whatever it started can be ended with it. It also ends when this process dies (Linux). Resolves once it runs, rejects when it cannot.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { name, stopSignals = [['SIGTERM', 6_000]] } = options;
  const child = launch(options);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new Error(`${name} could not be started: ${error.message}.`, { cause: error })));
  });
  const pid = child.pid ?? 0; // set once it has spawned
  if (options.onLine) readLines(child, options.onLine);
  const exited = new Promise<Exit>((resolve) => child.once('exit', (code, signal) => {
    killGroup(pid); // what it left behind would keep its ports
    running.delete(self);
    resolve({ code, signal });
  }));
  const isRunning = () => child.exitCode === null && child.signalCode === null;

  async function stop(): Promise<void> {
    for (const [signal, limit] of stopSignals) {
      if (!isRunning()) break;
      child.kill(signal);
      const timer = new AbortController();
      await Promise.race([exited, delay(limit, undefined, { signal: timer.signal }).catch(() => undefined)]);
      timer.abort();
    }
    if (isRunning()) killGroup(pid);
    await exited;
    // What was killed with it needs a moment; where no one reaps orphans, some container's, they would never be gone.
    for (const deadline = Date.now() + 500; groupExists(pid) && Date.now() < deadline;) await delay(10);
  }
  const self: Child = { name, pid, exited, stop };
  if (isRunning()) running.add(self);
  return self;
}

function launch({ command, args, cwd, env, uid, gid, logFile, input, onLine }: ChildOptions): ChildProcess {
  if (logFile) mkdirSync(dirname(logFile), { recursive: true });
  const log = logFile ? openSync(logFile, 'w', 0o600) : onLine ? 'pipe' : 'ignore';
  const tied = tieToParent(command, args);
  try {
    const child = spawn(tied.command, tied.args, {
      detached: true, stdio: [input === undefined ? 'ignore' : 'pipe', log, log],
      ...(cwd && { cwd }), ...(env && { env: env as NodeJS.ProcessEnv }), ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }),
    });
    // It may exit before it has read all of its input; the exit is the news then.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    return child;
  } finally {
    if (typeof log === 'number') closeSync(log);
  }
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function groupExists(leader: number): boolean {
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
}

let canTie: boolean | undefined;

// setpriv replaces itself by the program, so that the process id stays; SIGTERM comes from the kernel when this process is gone.
function tieToParent(command: string, args: string[]): { command: string; args: string[] } {
  if (command === 'setpriv') return { command, args };
  canTie ??= process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true'], { stdio: 'ignore' }).status === 0;
  return canTie ? { command: 'setpriv', args: ['--pdeathsig', 'TERM', command, ...args] } : { command, args };
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    });
    stream?.on('end', () => { if (rest) onLine(rest); });
  }
}

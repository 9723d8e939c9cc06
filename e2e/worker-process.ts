// The processes in which the stack under test runs its Worker, for journeys through a Worker that dies.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface Process {
  pid: number;
  parent: number;
  command: string;
}

const fromProc = (name: string): Process[] => {
  try {
    // The name in brackets may hold anything; what follows its last bracket is state and parent.
    const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
    return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
  } catch {
    return []; // it ended meanwhile
  }
};

function processes(): Process[] {
  if (existsSync('/proc/self/stat')) return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap(fromProc);
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 1 << 24 }).split('\n');
  return lines.flatMap((line) => {
    const found = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    return found ? [{ pid: Number(found[1]), parent: Number(found[2]), command: `${found[3]} ` }] : [];
  });
}

/** Kills the Worker of the API at `api` without a word, as a crash would: the one that listens and the one that runs our code. Gives how many died. */
export function killWorker(api: string): number {
  const all = processes();
  const listener = all.find(({ command }) => command.includes(`--socket-addr=entry=127.0.0.1:${new URL(api).port} `));
  if (!listener) throw new Error(`nothing of this machine listens for ${api}`);
  const family = all.filter(({ parent, command }) => parent === listener.parent && /workerd(?:\.exe)? serve /.test(command));
  for (const { pid } of family) process.kill(pid, 'SIGKILL');
  return family.length;
}

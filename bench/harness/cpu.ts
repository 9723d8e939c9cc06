// CPU time of a process, from the scheduler's own account. A busy machine changes how long a request takes far more than what it costs.
import { readdirSync, readFileSync } from 'node:fs';

/** ms on a core so far, all threads; undefined where the system does not tell (anything but Linux). */
export function cpuMs(pid: number): number | undefined {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]), 0) / 1e6;
  } catch {
    return undefined;
  }
}

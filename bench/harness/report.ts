// How a benchmark's result is told: a table on the screen, and the same as JSON in .data/bench/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { percentiles, Interval } from './stats.ts';

export interface Report {
  name: string;
  question: string;
  ratio?: Interval;
  target?: number;
  aim?: number;
  better?: 'higher' | 'lower';
  /** Name, rate a second, latency in ms. */
  rows?: [name: string, rate: Interval, latency: ReturnType<typeof percentiles>][];
  /** Further findings, each with whether it holds; undefined: told, not judged. */
  findings?: { text: string; holds?: boolean }[];
}

/** Met by the worse end of the interval, or by nothing. */
export function isMet({ ratio, target, better, findings = [] }: Report): boolean {
  const byRatio = !ratio || target === undefined || (better === 'lower' ? ratio.high <= target : ratio.low >= target);
  return byRatio && findings.every(({ holds }) => holds !== false);
}

export function tell(report: Report, log: (line: string) => void): void {
  const { name, question, ratio, target, aim, better, rows = [], findings = [] } = report;
  log(`${name}: ${question}`);
  for (const [side, rate, latency] of rows) {
    log(`  ${side.padEnd(22)} ${rate.median.toFixed(0).padStart(7)}/s (${rate.min.toFixed(0)}-${rate.max.toFixed(0)})  p50 ${latency.p50.toFixed(2)}  p95 ${latency.p95.toFixed(2)}  p99 ${latency.p99.toFixed(2)}  p99.9 ${latency.p999.toFixed(2)} ms`);
  }
  if (ratio) {
    const sign = better === 'lower' ? '<=' : '>=';
    const wanted = target === undefined ? '' : `, target ${sign} ${target}${aim === undefined ? '' : ` (aim ${aim})`}: ${isMet({ ...report, findings: [] }) ? 'met' : 'not met'}`;
    log(`  ratio ${ratio.median.toFixed(3)} [${ratio.low.toFixed(3)}, ${ratio.high.toFixed(3)}] (min ${ratio.min.toFixed(3)}, max ${ratio.max.toFixed(3)}, ${ratio.n} rounds)${wanted}`);
  }
  for (const { text, holds } of findings) log(`  ${text}${holds === undefined ? '' : holds ? ': met' : ': not met'}`);
}

/** Keeps a report beside the others of this machine; not in git, since it says more about the machine than about the code. */
export function keep(key: string, report: Report): void {
  const folder = resolve(import.meta.dirname, '../../.data/bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${key}.json`), JSON.stringify({ at: new Date().toISOString(), ...report }, null, 2));
}

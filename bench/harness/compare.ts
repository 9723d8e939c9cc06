// Ours and a peer in turn, A-B-B-A, so that a machine that slows down or speeds up does so for both.
import { interval, percentiles, type Interval } from './stats.ts';

export interface Measured {
  /** What is compared, larger is better: requests or statements a second. */
  rate: number;
  /** ms each. */
  latencies: readonly number[];
}

export interface Plan {
  rounds: number;
  seconds: number;
  warmUpSeconds: number;
}

export interface Side {
  name: string;
  /** One run of so many seconds. */
  run(seconds: number): Promise<Measured>;
}

export interface Comparison {
  ratio: Interval;
  rounds: { ours: number; peer: number; ratio: number }[];
  ours: { rate: Interval; latency: ReturnType<typeof percentiles> };
  peer: { rate: Interval; latency: ReturnType<typeof percentiles> };
}

export const fullPlan: Plan = { rounds: 6, seconds: 8, warmUpSeconds: 3 };
export const quickPlan: Plan = { rounds: 6, seconds: 2, warmUpSeconds: 1 };

/** Two runs of each side a round, in the order A-B-B-A (and B-A-A-B every other round); a round's ratio is of their sums. */
export async function compare(ours: Side, peer: Side, plan: Plan, log: (line: string) => void): Promise<Comparison> {
  const rounds: Comparison['rounds'] = [];
  const latencies: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (let round = 0; round < plan.rounds; round += 1) {
    const sums = { ours: 0, peer: 0 };
    const order = round % 2 === 0 ? (['ours', 'peer', 'peer', 'ours'] as const) : (['peer', 'ours', 'ours', 'peer'] as const);
    for (const turn of order) {
      const side = turn === 'ours' ? ours : peer;
      await side.run(plan.warmUpSeconds);
      const { rate, latencies: measured } = await side.run(plan.seconds);
      sums[turn] += rate / 2;
      for (const latency of measured) latencies[turn].push(latency);
    }
    const ratio = sums.ours / sums.peer;
    rounds.push({ ...sums, ratio });
    log(`  round ${round + 1}: ${ours.name} ${sums.ours.toFixed(0)}/s, ${peer.name} ${sums.peer.toFixed(0)}/s, ratio ${ratio.toFixed(3)}`);
  }
  return {
    ratio: interval(rounds.map(({ ratio }) => ratio)), rounds,
    ours: { rate: interval(rounds.map((round) => round.ours)), latency: percentiles(latencies.ours) },
    peer: { rate: interval(rounds.map((round) => round.peer)), latency: percentiles(latencies.peer) },
  };
}

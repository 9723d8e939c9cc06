// Medians, percentiles and intervals. Pure; the random numbers come from a seed, so that a report can be made again.

export interface Interval {
  median: number;
  min: number;
  max: number;
  /** 95 % bootstrap interval of the median. */
  low: number;
  high: number;
  n: number;
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The share-quantile by linear interpolation. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('no values');
  const ordered = sorted(values);
  const at = (ordered.length - 1) * share;
  const below = ordered[Math.floor(at)] as number;
  const above = ordered[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** mulberry32: a small seeded generator, uniform in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Median, extremes and the bootstrap interval of the median over 10,000 resamples. */
export function interval(values: readonly number[], seed = 20261123): Interval {
  const random = seeded(seed);
  const medians = Array.from({ length: 10_000 }, () => median(values.map(() => values[Math.floor(random() * values.length)] as number)));
  return { median: median(values), min: Math.min(...values), max: Math.max(...values), low: quantile(medians, 0.025), high: quantile(medians, 0.975), n: values.length };
}

/** p50, p95, p99 and p99.9 of latencies in ms. */
export const percentiles = (latencies: readonly number[]): Record<'p50' | 'p95' | 'p99' | 'p999', number> => ({
  p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95), p99: quantile(latencies, 0.99), p999: quantile(latencies, 0.999),
});

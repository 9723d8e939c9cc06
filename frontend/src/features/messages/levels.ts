// How loud a recording is over its length, as bars to look at. Pure.

/** Loudness of a stretch of samples (-1 to 1), 0 to 1: its root mean square, lifted so that speech fills the bars. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.min(1, Math.sqrt(sum / Math.max(1, samples.length)) * 3.5);
}

/** `count` bars over the whole recording. */
export function barsOf(samples: Float32Array, count: number): number[] {
  const step = samples.length / count;
  return Array.from({ length: count }, (_, index) => levelOf(samples.subarray(Math.floor(index * step), Math.max(Math.floor(index * step) + 1, Math.floor((index + 1) * step)))));
}

/** Milliseconds as "0:07" or "4:59". */
export function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

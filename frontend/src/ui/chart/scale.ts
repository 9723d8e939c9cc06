/** Round steps from 0 up to at least `max`, about `count` of them: 1, 2, 4 or 5 times a power of ten. */
export function ticks(max: number, count = 3): number[] {
  if (max <= 0) return [0, 1];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 4, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  const whole = Math.max(1, step);
  return Array.from({ length: Math.ceil(max / whole) + 1 }, (_, index) => index * whole);
}

/** Which of `length` labels to write so that `room` of them fit: the first, the last and even steps between. */
export function labelled(length: number, room: number): Set<number> {
  if (length <= room) return new Set(Array.from({ length }, (_, index) => index));
  const step = Math.ceil((length - 1) / Math.max(1, room - 1));
  return new Set(Array.from({ length }, (_, index) => index).filter((index) => index % step === 0));
}

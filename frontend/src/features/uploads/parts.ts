// Sends the parts of a file that the server does not have yet. Pure over its ports, so that every bad day can be played in a test.
import { tried } from './retry.ts';

export interface PartsPlan {
  size: number;
  partSize: number;
  parts: number;
  /** Numbers, from 1, of the parts that arrived before. */
  arrived: ReadonlySet<number>;
}

export interface PartsPorts {
  /** Sends one part; `onSent` tells how many of its bytes are gone. Rejects with ApiError or AbortError. */
  put(part: number, from: number, to: number, onSent: (bytes: number) => void): Promise<void>;
  /** Resolves after `ms`, or rejects when the upload is stopped. */
  wait(ms: number): Promise<void>;
  /** Bytes that are there or on their way, of all. */
  onProgress(sent: number): void;
}

/** Parts under way at once. */
const LANES = 2;

export const boundsOf = ({ size, partSize }: Pick<PartsPlan, 'size' | 'partSize'>, part: number): [from: number, to: number] => [(part - 1) * partSize, Math.min(part * partSize, size)];

/** Sends what is missing, two parts at a time, each tried again with growing pauses. Rejects with the first error that stays. */
export async function sendParts(plan: PartsPlan, ports: PartsPorts): Promise<void> {
  const missing = Array.from({ length: plan.parts }, (_, index) => index + 1).filter((part) => !plan.arrived.has(part));
  const sent = new Map<number, number>();
  const report = (): void => ports.onProgress([...sent.values()].reduce((sum, bytes) => sum + bytes, 0));
  for (const part of plan.arrived) {
    const [from, to] = boundsOf(plan, part);
    sent.set(part, to - from);
  }
  report();

  async function sendOne(part: number): Promise<void> {
    const [from, to] = boundsOf(plan, part);
    await tried(
      () => ports.put(part, from, to, (bytes) => {
        sent.set(part, bytes);
        report();
      }),
      ports.wait,
      () => {
        sent.delete(part);
        report();
      },
    );
    sent.set(part, to - from);
    report();
  }

  async function lane(): Promise<void> {
    for (let part = missing.shift(); part !== undefined; part = missing.shift()) await sendOne(part);
  }
  await Promise.all(Array.from({ length: LANES }, lane));
}

import { describe, expect, it } from 'vitest';
import { ApiError } from '../../lib/http.ts';
import { sendParts, type PartsPlan, type PartsPorts } from './parts.ts';

const plan: PartsPlan = { size: 25, partSize: 10, parts: 3, arrived: new Set() };
const away = () => new ApiError('No answer', { kind: 'network', status: 0, code: 'network' });

function ports(put: (part: number, times: number) => void | Promise<void>) {
  const puts: [number, number, number][] = [];
  const waits: number[] = [];
  const progress: number[] = [];
  const made: PartsPorts = {
    async put(part, from, to, onSent) {
      puts.push([part, from, to]);
      onSent(Math.ceil((to - from) / 2));
      await put(part, puts.filter(([sent]) => sent === part).length);
    },
    async wait(ms) { waits.push(ms); },
    onProgress: (sent) => progress.push(sent),
  };
  return { made, puts, waits, progress };
}

describe('an upload in parts', () => {
  it('sends each part once, the last one short, and ends at the whole size', async () => {
    const { made, puts, progress } = ports(() => undefined);
    await sendParts(plan, made);
    expect(puts.toSorted(([left], [right]) => left - right)).toEqual([[1, 0, 10], [2, 10, 20], [3, 20, 25]]);
    expect(progress.at(-1)).toBe(25);
  });

  it('goes on where it was: parts that arrived are counted and not sent again', async () => {
    const { made, puts, progress } = ports(() => undefined);
    await sendParts({ ...plan, arrived: new Set([1, 2]) }, made);
    expect(puts).toEqual([[3, 20, 25]]);
    expect(progress[0]).toBe(20);
  });

  it('tries a part again with growing pauses while the network is away', async () => {
    const { made, puts, waits } = ports((part, times) => { if (part === 2 && times < 4) throw away(); });
    await sendParts(plan, made);
    expect(puts.filter(([part]) => part === 2)).toHaveLength(4);
    expect(waits).toEqual([500, 1000, 2000]);
  });

  it('waits as long as the server says', async () => {
    const { made, waits } = ports((part, times) => { if (part === 1 && times === 1) throw new ApiError('Later', { kind: 'http', status: 429, code: 'rate_limited', retryAfter: 7 }); });
    await sendParts(plan, made);
    expect(waits).toEqual([7000]);
  });

  it('gives up at once on a refusal, and after six tries otherwise', async () => {
    const refused = ports(() => { throw new ApiError('Not what it says', { kind: 'http', status: 415, code: 'unsupported_media_type' }); });
    await expect(sendParts({ ...plan, parts: 1, size: 5 }, refused.made)).rejects.toMatchObject({ status: 415 });
    expect(refused.puts).toHaveLength(1);
    const gone = ports(() => { throw away(); });
    await expect(sendParts({ ...plan, parts: 1, size: 5 }, gone.made)).rejects.toMatchObject({ kind: 'network' });
    expect(gone.puts).toHaveLength(6);
  });

  it('never counts bytes that were lost on the way', async () => {
    const { made, progress } = ports((part, times) => { if (part === 1 && times === 1) throw away(); });
    await sendParts({ ...plan, parts: 1, size: 10 }, made);
    expect(progress).toEqual([0, 5, 0, 5, 10]);
  });
});

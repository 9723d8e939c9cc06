import { http as mock, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { server } from '../../testing/server.ts';
import { isWhole, sendWhole } from './whole.ts';

vi.mock('./wait-for.ts', () => ({ waitFor: vi.fn(async () => undefined) }));
const { waitFor } = await import('./wait-for.ts');

const file = new File(['%PDF-1.7 a treatment %%EOF'], 'treat ment.pdf', { type: 'application/pdf' });
const whole = { key: 'a-key', pitchId: 'p1', kind: 'treatment', gate: 'nda', file } as const;
const made = { id: 'f1' };
const signal = () => new AbortController().signal;

beforeEach(() => vi.mocked(waitFor).mockClear());

/** Answers in turn; gives the requests. */
function answering(...answers: (() => Response)[]): Request[] {
  const asked: Request[] = [];
  server.use(mock.post('*/api/uploads/whole', async ({ request }) => {
    asked.push(request);
    return (answers[asked.length - 1] ?? answers.at(-1) as () => Response)();
  }));
  return asked;
}

describe('a file in one request', () => {
  it('is its bytes, with what they are in the address', async () => {
    const asked = answering(() => HttpResponse.json(made, { status: 201 }));
    expect(await sendWhole(whole, () => undefined, signal())).toEqual(made);
    const [request] = asked as [Request];
    expect(Object.fromEntries(new URL(request.url).searchParams)).toEqual({ pitchId: 'p1', kind: 'treatment', gate: 'nda', fileName: 'treat ment.pdf', contentType: 'application/pdf' });
    expect([request.headers.get('content-type'), request.headers.get('idempotency-key')]).toEqual(['application/octet-stream', 'a-key']);
    expect(await request.text()).toBe(await file.text());
  });

  it('is the same request when it is tried again, and its bar goes back before', async () => {
    const asked = answering(() => HttpResponse.error(), () => HttpResponse.json({ error: { code: 'unavailable', message: 'Later' } }, { status: 503, headers: { 'retry-after': '3' } }), () => HttpResponse.json(made, { status: 201 }));
    const progress: number[] = [];
    expect(await sendWhole(whole, (sent) => progress.push(sent), signal())).toEqual(made);
    expect(asked.map((request) => request.headers.get('idempotency-key'))).toEqual(['a-key', 'a-key', 'a-key']);
    expect(vi.mocked(waitFor).mock.calls.map(([ms]) => ms)).toEqual([500, 3000]);
    expect(progress.filter((sent) => sent === 0).length).toBeGreaterThanOrEqual(2);
  });

  it('is not tried again when it was refused', async () => {
    const asked = answering(() => HttpResponse.json({ error: { code: 'unsupported_media_type', message: 'Treatment: send PDF.' } }, { status: 415 }));
    await expect(sendWhole(whole, () => undefined, signal())).rejects.toMatchObject({ status: 415, message: 'Treatment: send PDF.' });
    expect(asked).toHaveLength(1);
  });

  it('is not for what is larger than a part', () => {
    const of = (size: number) => ({ size }) as File;
    expect([isWhole(of(8 * 1024 * 1024)), isWhole(of(8 * 1024 * 1024 + 1))]).toEqual([true, false]);
  });
});

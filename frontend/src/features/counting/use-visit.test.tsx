import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderAt } from '../../testing/render.tsx';
import { useMarketTrail } from './use-market-trail.ts';
import { useVisit } from './use-visit.ts';

const id = '01900000-0000-7000-8000-000000000001';
function Page({ pitchId }: { pitchId: string | undefined }) {
  useVisit(pitchId);
  return null;
}
function Market({ words, hits }: { words?: string; hits?: number }) {
  useMarketTrail(words, hits);
  return null;
}

let sent: { path: string; body: Record<string, unknown> }[];
let visibility: DocumentVisibilityState;
const show = (state: DocumentVisibilityState) => {
  visibility = state;
  act(() => { document.dispatchEvent(new Event('visibilitychange')); });
};

beforeEach(() => {
  sent = [];
  visibility = 'visible';
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  vi.spyOn(window, 'fetch').mockImplementation(async (path, init) => {
    sent.push({ path: path as string, body: JSON.parse(init?.body as string) as Record<string, unknown> });
    return new Response(null, { status: 202 });
  });
});
afterEach(() => vi.useRealTimers());

describe('a visit', () => {
  it('counts after a second on screen, once, and tells on leaving how long it was', () => {
    const { unmount } = renderAt(`/pitches/x?via=mail`, <Page pitchId={id} />);
    vi.advanceTimersByTime(999);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(sent).toEqual([{ path: `/api/pitches/${id}/views`, body: expect.objectContaining({ source: expect.any(String) }) }]);
    vi.advanceTimersByTime(20_000);
    show('hidden');
    expect(sent[1]?.body).toMatchObject({ seconds: 21, depth: expect.any(Number) });
    vi.advanceTimersByTime(60_000);
    show('visible');
    vi.advanceTimersByTime(4_000);
    unmount();
    expect(sent[2]?.body).toMatchObject({ seconds: 25 });
    expect(sent).toHaveLength(3);
  });

  it('of a moment, of a hidden page or of nobody’s pitch is none', () => {
    renderAt('/pitches/x', <Page pitchId={id} />).unmount();
    visibility = 'hidden';
    const hidden = renderAt('/pitches/x', <Page pitchId={id} />);
    vi.advanceTimersByTime(30_000);
    hidden.unmount();
    visibility = 'visible';
    renderAt('/pitches/x', <Page pitchId={undefined} />);
    vi.advanceTimersByTime(30_000);
    expect(sent).toEqual([]);
  });

  it('knows the search that it was opened from', () => {
    const market = renderAt('/browse?q=tide', <Market words="tide" hits={3} />);
    vi.advanceTimersByTime(1_500);
    market.unmount();
    renderAt('/pitches/x', <Page pitchId={id} />);
    vi.advanceTimersByTime(1_000);
    const [search, view] = sent;
    expect(search).toMatchObject({ path: '/api/searches', body: { words: 'tide', hits: 3 } });
    expect(view?.body).toEqual({ source: 'search', search: search?.body });
  });
});

describe('a search', () => {
  it('counts when its results stood for a moment, not while one types', () => {
    const typing = renderAt('/browse?q=ti', <Market words="ti" hits={9} />);
    vi.advanceTimersByTime(800);
    typing.unmount();
    renderAt('/browse?q=tide', <Market words="tide" hits={3} />);
    vi.advanceTimersByTime(1_500);
    expect(sent.map(({ body }) => body.words)).toEqual(['tide']);
  });
});

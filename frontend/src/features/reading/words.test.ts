import { describe, expect, it } from 'vitest';
import { byFile } from './heat.tsx';
import { logOf, pageRanges, readingTime } from './words.ts';

const page = (number: number, ms: number) => ({ page: number, opens: 1, ms, depth: 1, firstAt: '2026-11-20T10:00:00.000Z', lastAt: '2026-11-20T10:00:00.000Z' });
const copy = (copyId: string, openedAt: string, pages: ReturnType<typeof page>[]) => ({ copyId, code: '7F3A-19KQ', fileId: 'f', fileName: 'Script.pdf', fileHash: 'h', ndaId: null, openedAt, ip: '', userAgent: '', pages });

describe('the reading record in words', () => {
  it('says times and pages shortly', () => {
    expect([45_000, 540_000, 3_600_000, 7_500_000].map(readingTime)).toEqual(['45 s', '9 min', '1 h', '2 h 5 min']);
    expect(pageRanges([3, 1, 2, 7, 7])).toBe('1–3, 7');
    expect(pageRanges([])).toBe('');
  });

  it('logs visits newest first, and no page that was only fetched ahead', () => {
    const log = logOf([copy('a', '2026-11-20T10:00:00.000Z', [page(1, 60_000), page(2, 0)]), copy('b', '2026-11-21T10:00:00.000Z', [page(4, 1000)])]);
    expect(log.map(({ copyId, pages, ms }) => [copyId, pages, ms])).toEqual([['b', '4', 1000], ['a', '1', 60_000]]);
  });

  it('orders files by their most read page', () => {
    const heat = (fileId: string, number: number, ms: number) => ({ fileId, fileName: fileId, page: number, ms, opens: 1, readers: 1 });
    expect(byFile([heat('deck', 2, 10), heat('script', 9, 500), heat('script', 1, 20)]).map(({ name, pages, most }) => [name, pages.map((one) => one.page), most.page])).toEqual([['script', [1, 9], 9], ['deck', [2], 2]]);
  });
});

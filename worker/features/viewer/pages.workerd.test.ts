// The page engine where it runs: a script of 120 pages in workerd, its time beside a bare rendering of the same pages, and its memory.
import { expect, it } from 'vitest';
import { screenplay } from '../../testing/screenplay.ts';
import { loadCodecs } from '../../platform/pdf/codecs.ts';
import { type Codecs, createPageEngine, type PageJob } from '../../platform/pdf/pages.ts';
import { applyMark, markBits } from './mark.ts';
import { watermark } from './watermark.ts';

const MEGABYTE = 1024 * 1024;
const bare = { overlay: () => [], touch: () => undefined } satisfies Pick<PageJob, 'overlay' | 'touch'>;

/** ms since 1970, after I/O: the clock of a Worker stands still while it computes. */
async function now(): Promise<number> {
  await scheduler.wait(1);
  return Date.now();
}

it('renders 120 marked pages within half as much again as bare ones, and within its memory', async () => {
  let codecs: Codecs | undefined;
  let made = 0;
  const engine = createPageEngine(async () => { made += 1; return (codecs = await loadCodecs()); });
  const script = await screenplay(120);
  const source = { key: 'script', load: async () => script };
  expect(await engine.sizes(source)).toHaveLength(120);
  const bits = await markBits('a secret for marks, long enough to be one', 'copy', 1);
  const marked = {
    overlay: watermark({ name: 'Ines Investor', email: 'ines@pitchey.test', code: 'ABCD-2345', at: '2026-11-23T01:02:03Z' }),
    touch: (rgba: Uint8Array, width: number, height: number) => applyMark(rgba, width, height, bits),
  };
  const spent = { bare: 0, marked: 0 };
  const one = async (kind: keyof typeof spent, page: number): Promise<void> => {
    const started = await now();
    const { bytes } = await engine.image(source, { page, width: 1224, ...(kind === 'bare' ? bare : marked) });
    spent[kind] += await now() - started;
    expect(new TextDecoder().decode(bytes.subarray(8, 12))).toBe('WEBP');
  };
  await one('bare', 1);
  await one('marked', 1);
  spent.bare = spent.marked = 0;
  for (let page = 1; page <= 12; page += 1) for (const kind of page % 2 ? ['bare', 'marked', 'marked', 'bare'] as const : ['marked', 'bare', 'bare', 'marked'] as const) await one(kind, page * 10);
  expect(spent.marked / spent.bare).toBeLessThanOrEqual(1.5);
  for (let page = 1; page <= 120; page += 1) await engine.runs(source, page);
  // PDFium's whole memory, the document and a page's bitmap included; the encoder's is about three bitmaps more.
  expect((codecs as Codecs).pdfium.HEAPU8.length).toBeLessThan(48 * MEGABYTE);
  expect(made).toBe(1);
}, 120_000);

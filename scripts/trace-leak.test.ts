// The whole tool on a page that somebody photographed small: the reader is named, with the page it was.
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { applyMark, markBits } from '../worker/features/viewer/mark.ts';
import { watermark } from '../worker/features/viewer/watermark.ts';
import { screenplay } from '../worker/testing/screenplay.ts';
import { createNodePages } from './local/page-engine.ts';
import { findCopy } from './trace-leak.ts';

it('names the reader and the page of a rescaled JPEG, without being told the page', async () => {
  const secret = 'a secret for marks, long enough to be one';
  const pdf = await screenplay(4);
  const copies = Array.from({ length: 50 }, (_, index) => ({ id: `copy-${index}`, code: `C${index}`, name: `Reader ${index}`, email: `${index}@pitchey.test`, created_at: new Date(0) }));
  const bits = await markBits(secret, 'copy-31', 3);
  const { bytes } = await createNodePages().image({ key: 'x', load: async () => pdf }, {
    page: 3, width: 1224, overlay: watermark({ name: 'Reader 31', email: '31@pitchey.test', code: 'C31', at: '2026-11-23T01:02:03Z' }), touch: (rgba, width, height) => applyMark(rgba, width, height, bits),
  });
  const leak = await sharp(bytes).resize({ width: 700 }).jpeg({ quality: 55 }).toBuffer();
  const found = await findCopy({ leak, pdf, page: undefined, copies, secret });
  expect(found).toMatchObject({ copy: { code: 'C31' }, page: 3 });
  expect(found?.score).toBeGreaterThan(8);
  expect(found?.next).toBeLessThan(6);
});

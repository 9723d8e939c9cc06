// Documents page by page. Every request is let in by the database anew; nothing here is kept by any cache between us and the reader.
import { Hono } from 'hono';
import { z } from 'zod';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { limit } from '../../http/limit.ts';
import { Id, valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { slugOf } from '../../platform/text.ts';
import { selectOptionalTexts } from '../files/queries.ts';
import { addReading, selectOptionalPosition, upsertPosition } from '../reading/queries.ts';
import { guarded, takeaway } from './actions.ts';
import { copyOf, viewedFile } from './copies.ts';
import { pageFor, readable, sourceOf } from './render.ts';
import { PageQuery, Position, SearchQuery } from './schema.ts';

const Params = z.object({ id: Id.catch('00000000-0000-0000-0000-000000000000') });
const PageParams = Params.extend({ n: z.string().regex(/^[1-9]\d{0,4}$/).transform(Number).catch(0) });
const MOST_HITS = 200;

/** /api/files/:id/pages and what belongs to it. */
export const viewer = new Hono<AppEnv>()
  .get('/:id/pages', access('user', 'by gate'), limit('read'), valid('param', Params), async (c) => {
    const deed = deedOf(c);
    const file = await viewedFile(deed, c.req.valid('param').id);
    const copy = await copyOf(deed, file);
    const [pages, lastPage] = await Promise.all([readable(deed.services.pages.sizes(sourceOf(deed.services.storage, file))), selectOptionalPosition(deed.services.db, deed.actor.id, file.id)]);
    c.header('Cache-Control', 'private, no-store');
    return c.json({ fileId: file.id, fileName: file.fileName, copyId: copy?.id ?? null, code: copy?.code ?? null, pageCount: pages.length, pages, canDownload: file.canDownload || file.ownerId === deed.actor.id, lastPage });
  })
  .put('/:id/position', access('user', 'by gate'), limit('event'), valid('param', Params), valid('json', Position), async (c) => {
    const deed = deedOf(c);
    const { services: { db, clock }, actor } = deed;
    const file = await viewedFile(deed, c.req.valid('param').id);
    await upsertPosition(db, { userId: actor.id, fileId: file.id, page: c.req.valid('json').page, at: new Date(clock.now()).toISOString() });
    return c.body(null, 204);
  })
  .get('/:id/pages/:n', access('user', 'by gate'), limit('render'), valid('param', PageParams), valid('query', PageQuery), async (c) => {
    const deed = deedOf(c);
    const { id, n: page } = c.req.valid('param');
    const file = await viewedFile(deed, id);
    const count = (await readable(deed.services.pages.sizes(sourceOf(deed.services.storage, file)))).length;
    if (page < 1 || page > count) throw notFound();
    const copy = await copyOf(deed, file);
    const image = await pageFor(deed, file, copy, { page, width: c.req.valid('query').w }, count);
    if (copy) deed.services.defer(addReading(deed.services.db, copy.id, [{ page, opens: 1, ms: 0, depth: 0 }], new Date(deed.services.clock.now()).toISOString()));
    return c.body(image.bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'image/webp', 'Cache-Control': 'private, no-store', 'Content-Disposition': 'inline', 'X-Content-Type-Options': 'nosniff',
      'X-Page-Count': String(count), 'X-Page-Ready': image.ready ? 'yes' : 'no', ...(copy && { 'X-Copy-Code': copy.code }),
    });
  })
  .get('/:id/pages/:n/text', access('user', 'by gate'), limit('read'), valid('param', PageParams), async (c) => {
    const deed = deedOf(c);
    const { id, n: page } = c.req.valid('param');
    const file = await viewedFile(deed, id);
    const runs = await readable(deed.services.pages.runs(sourceOf(deed.services.storage, file), page));
    c.header('Cache-Control', 'private, no-store');
    return c.json({ page, runs });
  })
  .get('/:id/search', access('user', 'by gate'), limit('read'), valid('param', Params), valid('query', SearchQuery), async (c) => {
    const deed = deedOf(c);
    const file = await viewedFile(deed, c.req.valid('param').id);
    const wanted = c.req.valid('query').q.normalize('NFKC').toLowerCase();
    const texts = (await selectOptionalTexts(deed.services.db, file.id))?.pages ?? await readable(deed.services.pages.texts(sourceOf(deed.services.storage, file)));
    const hits = texts.flatMap((raw, index) => {
      const text = raw.normalize('NFKC').replace(/\s+/g, ' ');
      const parts = text.toLowerCase().split(wanted);
      const at = parts[0]?.length ?? 0;
      return parts.length > 1 ? [{ page: index + 1, count: parts.length - 1, snippet: text.slice(Math.max(0, at - 60), at + wanted.length + 60) }] : [];
    });
    c.header('Cache-Control', 'private, no-store');
    return c.json({ hits: hits.slice(0, MOST_HITS), truncated: hits.length > MOST_HITS });
  })
  .get('/:id/copy.pdf', access('user', 'by gate and agreement'), limit('render'), valid('param', Params), async (c) => {
    const deed = deedOf(c);
    const { services } = deed;
    const file = await viewedFile(deed, c.req.valid('param').id);
    sourceOf(services.storage, file);
    const copy = await takeaway(deed, file);
    const object = await services.storage.get(copy.key);
    if (!object) throw new Error(`the copy ${copy.key} is gone`);
    return c.body(guarded(deed, file, object.body), 200, {
      'Content-Type': 'application/pdf', 'Cache-Control': 'private, no-store', 'Content-Disposition': `attachment; filename="${slugOf(file.fileName.replace(/\.pdf$/i, '')) || 'document'}-${copy.code ?? 'own'}.pdf"`, 'Content-Length': String(copy.size),
      'X-Content-Type-Options': 'nosniff',
    });
  });

// The owner's own PDF as an agreement: brought once, shown page by page to whoever is to sign it.
import { Hono } from 'hono';
import { z } from 'zod';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { limit } from '../../http/limit.ts';
import { valid } from '../../http/valid.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { slugOf } from '../../platform/text.ts';
import { keepPdf, LIMIT, objectOf, shownPdf } from './actions.ts';
import { FileNameQuery, type NdaFilePages } from './schema.ts';

const Params = z.object({ sha256: z.hash('sha256').catch('0'.repeat(64)) });
const PageParams = Params.extend({ n: z.string().regex(/^[1-9]\d{0,2}$/).transform(Number).catch(0) });
/** Pixels: an agreement is text on white. */
const WIDTH = 918;

const tooLarge = (): AppError => new AppError('too_large', `An agreement has at most ${LIMIT / 1024 / 1024} MB.`);

/** A body of bounded length, counted as it comes. */
async function bytesOf(body: ReadableStream<Uint8Array> | null, announced: string | undefined): Promise<Uint8Array> {
  if (!body) throw new AppError('bad_request', 'The file is empty.');
  if (Number(announced ?? 0) > LIMIT) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > LIMIT) throw tooLarge();
    pieces.push(piece);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

export const ndaFiles = new Hono<AppEnv>()
  .use(async (c, next) => { c.header('Cache-Control', 'private, no-store'); await next(); })
  .post('/', access(['creator', 'production'], 'own'), limit('create'), valid('query', FileNameQuery), async (c) =>
    c.json(await keepPdf(deedOf(c), await bytesOf(c.req.raw.body, c.req.header('content-length')), c.req.valid('query').name), 201))
  .get('/:sha256/pages', access('user', 'by agreement'), limit('read'), valid('param', Params), async (c) => {
    const deed = deedOf(c);
    const { sha256 } = c.req.valid('param');
    const { fileName, source } = await shownPdf(deed, sha256);
    return c.json<NdaFilePages>({ sha256, fileName, pages: await deed.services.pages.sizes(source) });
  })
  .get('/:sha256/pages/:n', access('user', 'by agreement'), limit('render'), valid('param', PageParams), async (c) => {
    const deed = deedOf(c);
    const { sha256, n: page } = c.req.valid('param');
    const { source } = await shownPdf(deed, sha256);
    if (page < 1 || page > (await deed.services.pages.sizes(source)).length) throw notFound();
    const { bytes } = await deed.services.pages.image(source, { page, width: WIDTH, overlay: () => [], touch: () => undefined });
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'image/webp', 'Content-Disposition': 'inline', 'X-Content-Type-Options': 'nosniff' });
  })
  .get('/:sha256/pages/:n/text', access('user', 'by agreement'), limit('read'), valid('param', PageParams), async (c) => {
    const deed = deedOf(c);
    const { sha256, n: page } = c.req.valid('param');
    const { source } = await shownPdf(deed, sha256);
    if (page < 1 || page > (await deed.services.pages.sizes(source)).length) throw notFound();
    return c.json({ page, runs: await deed.services.pages.runs(source, page) });
  })
  .get('/:sha256/file.pdf', access('user', 'by agreement'), limit('read'), valid('param', Params), async (c) => {
    const deed = deedOf(c);
    const { sha256 } = c.req.valid('param');
    const { fileName } = await shownPdf(deed, sha256);
    const { body, size } = await objectOf(deed.services.storage, sha256);
    return c.body(body, 200, { 'Content-Type': 'application/pdf', 'Content-Length': String(size), 'Content-Disposition': `attachment; filename="${slugOf(fileName.replace(/\.pdf$/i, '')) || 'agreement'}.pdf"`, 'X-Content-Type-Options': 'nosniff' });
  });

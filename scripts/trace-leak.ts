// npm run trace-leak -- --leak page.jpg --pdf original.pdf --file <file id> [--page 12] [--database <url>]
// Names the copy that a leaked page came from. Needs the original document (from the object store), the database with its copies, and
// EVIDENCE_SECRET (or BETTER_AUTH_SECRET where that seals) in the environment. Without --page every page is tried; a leak that shows
// a part of a page only is laid over it by its words first.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import sharp from 'sharp';
import { align, type Part } from '../worker/features/viewer/align.ts';
import { markBits } from '../worker/features/viewer/mark.ts';
import { type GreyImage, NAMED_FROM, trace } from '../worker/features/viewer/tracer.ts';
import { createNodePages } from './local/page-engine.ts';

interface Copy {
  id: string;
  code: string;
  name: string;
  email: string;
  created_at: Date;
}

async function grey(bytes: Uint8Array): Promise<GreyImage> {
  const { data, info } = await sharp(bytes).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

async function copiesOf(database: string, fileId: string): Promise<Copy[]> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const { rows } = await client.query<Copy>('SELECT c.id, c.code, u.name, u.email, c.created_at FROM document_copies c JOIN users u ON u.id = c.user_id WHERE c.file_id = $1 ORDER BY c.created_at', [fileId]);
    return rows;
  } finally {
    await client.end();
  }
}

export interface Finding {
  copy: Copy;
  page: number;
  score: number;
  /** Of the copy that fits second best. */
  next: number;
  /** What of the page the leak shows, where it is not all of it. */
  part: Part | null;
}

/** How well the words of a part must fit the page before its mark is looked at: another page of the same script reaches about a third. */
const FITS_FROM = 0.6;

/** The best match over the asked pages. Throws when the document or the picture cannot be read. */
export async function findCopy({ leak, pdf, page, copies, secret }: { leak: Uint8Array; pdf: Uint8Array; page: number | undefined; copies: readonly Copy[]; secret: string }): Promise<Finding | null> {
  const [engine, source, leaked] = [createNodePages(), { key: 'original', load: async () => pdf }, await grey(leak)];
  const pages = page === undefined ? (await engine.sizes(source)).map((_, index) => index + 1) : [page];
  let best: Finding | null = null;
  const look = async (number: number, clean: GreyImage, part: Part | null): Promise<void> => {
    const candidates = await Promise.all(copies.map(async ({ id }) => ({ copyId: id, bits: await markBits(secret, id, number) })));
    const [first, second] = trace(leaked, clean, candidates, part ?? undefined);
    const copy = copies.find(({ id }) => id === first?.copyId);
    if (first && copy && first.score > (best?.score ?? 0)) best = { copy, page: number, score: first.score, next: second?.score ?? 0, part };
  };
  const cleanOf = async (number: number): Promise<GreyImage> => grey((await engine.image(source, { page: number, width: 1224, overlay: () => [], touch: () => undefined })).bytes);
  for (const number of pages) await look(number, await cleanOf(number), null);
  if (best !== null && (best as Finding).score >= NAMED_FROM) return best;
  // Not a whole page, or none of these: a part of one is looked for, which takes some seconds a page.
  best = null;
  for (const number of pages) {
    const clean = await cleanOf(number);
    const part = align(leaked, clean);
    if (part.fit >= FITS_FROM) await look(number, clean, part);
  }
  return best;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { leak: { type: 'string' }, pdf: { type: 'string' }, file: { type: 'string' }, page: { type: 'string' }, database: { type: 'string' } } });
  const database = values.database ?? process.env.DATABASE_URL;
  const secret = process.env.EVIDENCE_SECRET ?? process.env.BETTER_AUTH_SECRET;
  if (!values.leak || !values.pdf || !values.file || !database || !secret) throw new Error('Give --leak, --pdf and --file, the database (--database or DATABASE_URL) and EVIDENCE_SECRET.');
  const copies = await copiesOf(database, values.file);
  if (copies.length === 0) throw new Error('Nobody has opened this file: there are no copies to compare with.');
  const found = await findCopy({ leak: readFileSync(values.leak), pdf: readFileSync(values.pdf), page: values.page === undefined ? undefined : Number(values.page), copies, secret });
  if (!found || found.score < NAMED_FROM) {
    console.log(`No copy can be named: the best of ${copies.length} reaches ${found?.score.toFixed(1) ?? 0}, ${NAMED_FROM} is needed.`);
    process.exitCode = 2;
    return;
  }
  const { copy, page, score, next, part } = found;
  console.log(`copy ${copy.code}  ${copy.name} <${copy.email}>  made ${copy.created_at.toISOString()}  page ${page}  score ${score.toFixed(1)} (next ${next.toFixed(1)}, of ${copies.length})${part ? `, from a part: ${(100 * part.width * part.height).toFixed(0)} % of the page` : ''}`);
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}

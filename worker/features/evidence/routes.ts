// Proof, for the parties: the check of the chain, the signed PDF and the bundle; and for everyone the keys that seal.
import { Hono } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { limit } from '../../http/limit.ts';
import { Id, valid } from '../../http/valid.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { slugOf } from '../../platform/text.ts';
import { gatesFor } from '../info-requests/actions.ts';
import { selectNdaThread } from '../info-requests/queries.ts';
import { selectReadingRecord } from '../reading/queries.ts';
import { readEvidence } from './read.ts';
import { agreementPdf, ownPdfOf } from './papers.ts';
import { type Dossier, selectOptionalDossier } from './queries.ts';
import { sealKeys } from './seal.ts';

const Params = z.object({ id: Id.catch('00000000-0000-0000-0000-000000000000') });

/** What cannot be read is not judged: 503, whatever the reason. */
async function sure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') throw error;
    throw new AppError('unavailable', 'The record cannot be checked right now. This says nothing about its validity; try again in a moment.', { cause: error, retryAfter: 5 });
  }
}

async function dossierFor(db: Parameters<typeof selectOptionalDossier>[0], id: string, partyId: string): Promise<Dossier> {
  const dossier = await selectOptionalDossier(db, id, partyId);
  if (!dossier) throw notFound();
  return dossier;
}

const fileName = ({ pitchTitle }: Dossier, kind: string, ending: string): string => `attachment; filename="${kind}-${slugOf(pitchTitle) || 'project'}.${ending}"`;

export const ndaEvidence = new Hono<AppEnv>()
  .get('/:id/verify', access('user', 'party'), limit('read'), valid('param', Params), async (c) => {
    const services = c.get('services');
    const { id } = c.req.valid('param');
    const { links, firstBroken } = await sure(async () => {
      await dossierFor(services.db, id, userOf(c).id);
      return readEvidence(services, c.get('settings'), id);
    });
    c.header('Cache-Control', 'private, no-store');
    return c.json({ valid: firstBroken === null, checkedAt: new Date(services.clock.now()).toISOString(), entries: links.length, ...(firstBroken !== null && { firstBroken }) });
  })
  .get('/:id/document.pdf', access('user', 'party'), limit('read'), valid('param', Params), async (c) => {
    const services = c.get('services');
    const dossier = await dossierFor(services.db, c.req.valid('param').id, userOf(c).id);
    const pdf = await agreementPdf(services, c.get('settings'), dossier, await readEvidence(services, c.get('settings'), dossier.id));
    return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf', 'Cache-Control': 'private, no-store', 'Content-Disposition': fileName(dossier, 'agreement', 'pdf'), 'X-Content-Type-Options': 'nosniff' });
  })
  .get('/:id/evidence.zip', access('user', 'party'), limit('read'), valid('param', Params), async (c) => {
    const services = c.get('services');
    const dossier = await dossierFor(services.db, c.req.valid('param').id, userOf(c).id);
    const evidence = await readEvidence(services, c.get('settings'), dossier.id);
    // What packs makes its tables when it is evaluated: not at a start.
    const { packEvidence } = await import('./bundle.ts');
    const zip = await packEvidence(c.get('settings'), {
      dossier, evidence, at: new Date(services.clock.now()).toISOString(),
      signedPdf: await agreementPdf(services, c.get('settings'), dossier, evidence), ownPdf: await ownPdfOf(services, dossier),
      extras: {
        reading: dossier.pitchId ? await selectReadingRecord(services.db, dossier.pitchId, dossier.signer.id) : [],
        messages: await selectNdaThread(services.db, dossier.id, await gatesFor(deedOf(c), dossier.pitchId)),
      },
    });
    return c.body(zip as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/zip', 'Cache-Control': 'private, no-store', 'Content-Disposition': fileName(dossier, 'evidence', 'zip'), 'X-Content-Type-Options': 'nosniff' });
  });

/** Public: whoever holds a bundle compares its key with these. */
export const evidenceKeys = new Hono<AppEnv>().get('/keys', access('public'), limit('read'), async (c) => {
  const keys = await sealKeys(c.get('settings'));
  return c.json({ keys: keys.map(({ id, publicKey }, index) => ({ id, publicKey, algorithm: 'Ed25519', current: index === 0 })) });
});

import { Hono } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { optionalRow, scalar } from '../../platform/db/db.ts';
import { insertReport, selectReports, settleReport } from './queries.ts';
import { Report, ReportCreate, ReportDecision, ReportsQuery } from './schema.ts';

export const reports = new Hono<AppEnv>()
  .post('/', access('user'), limit('create'), valid('json', ReportCreate), async (c) => {
    const { db, clock, newId } = c.get('services');
    const { subject, reason, note } = c.req.valid('json');
    const found = await scalar(db, z.boolean(), insertReport({ id: newId(), reporterId: userOf(c).id, kind: subject.kind, subjectId: subject.id, reason, note, at: new Date(clock.now()).toISOString() }));
    if (!found) throw notFound();
    return c.body(null, 202);
  })
  .get('/', access('admin'), limit('read'), valid('query', ReportsQuery), async (c) =>
    c.json(await selectReports(c.get('services').db, c.req.valid('query').status)))
  .post('/:id/decision', access('admin'), limit('write'), valid('json', ReportDecision), async (c) => {
    const { db, clock, newId, outbox, defer } = c.get('services');
    const noticeId = newId();
    const { decision, resolution } = c.req.valid('json');
    const settled = await optionalRow(db, Report, settleReport(pathId(c), userOf(c).id, decision, resolution, new Date(clock.now()).toISOString(), noticeId));
    if (!settled) throw notFound();
    defer(outbox.relay([noticeId]));
    return c.json(settled);
  });

// The pipeline and the table of contents: one line a feature.
import { Hono } from 'hono';
import { settingsOf } from './env.ts';
import { auth } from './features/auth/routes.ts';
import { catalogue } from './features/catalogue/routes.ts';
import { autoApprovals, clickThrough, companyVerifications } from './features/content-access/routes.ts';
import { searches, views } from './features/counting/routes.ts';
import { comments, pitchComments } from './features/comments/routes.ts';
import { evidenceKeys, ndaEvidence } from './features/evidence/routes.ts';
import { files, uploads } from './features/files/routes.ts';
import { follows, myPeople } from './features/follows/routes.ts';
import { health } from './features/health/routes.ts';
import { me } from './features/me/routes.ts';
import { infoRequests, ndaInfoRequests } from './features/info-requests/routes.ts';
import { likes } from './features/likes/routes.ts';
import { market } from './features/market/routes.ts';
import { ndaTemplates } from './features/nda-templates/routes.ts';
import { ndas } from './features/ndas/routes.ts';
import { obligations } from './features/obligations/routes.ts';
import { openapi } from './features/openapi/routes.ts';
import { passport } from './features/passports/routes.ts';
import { people } from './features/people/routes.ts';
import { pitches } from './features/pitches/routes.ts';
import { pitchReading, reading } from './features/reading/routes.ts';
import { viewer } from './features/viewer/routes.ts';
import { reports } from './features/reports/routes.ts';
import { watching, watchlist } from './features/watchlist/routes.ts';
import { jsonBody } from './http/body.ts';
import type { Actor, AppEnv } from './http/context.ts';
import { onError, onNotFound } from './http/errors.ts';
import { originCors, originGuard } from './http/origin.ts';
import { requestEvent } from './http/request-event.ts';
import { createRouter } from './http/router.ts';
import { session } from './http/session.ts';
import type { Services } from './services.ts';

export type MakeServices = (c: import('hono').Context<AppEnv>) => Services;

/** Methods that may change something; reads do not pass the stages that only these need. */
const UNSAFE = ['POST', 'PUT', 'PATCH', 'DELETE'];
const anonymous: Actor = { kind: 'anonymous' };

/** The API. `makeServices` is called once a request. */
export function createApp(makeServices: MakeServices) {
  const app = new Hono<AppEnv>({ strict: false, router: createRouter() });
  app.onError(onError);
  app.notFound(onNotFound);
  app.use(requestEvent);
  app.use((c, next) => {
    c.set('actor', anonymous);
    c.set('settings', settingsOf(c.env));
    c.set('services', makeServices(c));
    return next();
  });
  app.use(originCors);
  app.on(UNSAFE, '*', originGuard);
  app.route('/api/health', health);
  app.use(session);
  app.on(UNSAFE, '*', jsonBody);
  app.route('/api/catalogue', catalogue);
  app.route('/api/pitches', market);
  app.route('/api/pitches', pitches);
  app.route('/api/uploads', uploads);
  app.route('/api/files', files);
  app.route('/api/users', people);
  app.route('/api/pitches', likes);
  app.route('/api/pitches', watching);
  app.route('/api/pitches', views);
  app.route('/api/searches', searches);
  app.route('/api/pitches', pitchComments);
  app.route('/api/comments', comments);
  app.route('/api/watchlist', watchlist);
  app.route('/api/users', follows);
  app.route('/api/reports', reports);
  app.route('/api/pitches', clickThrough);
  app.route('/api/pitches', pitchReading);
  app.route('/api/ndas', ndas);
  app.route('/api/ndas', ndaEvidence);
  app.route('/api/ndas', ndaInfoRequests);
  app.route('/api/info-requests', infoRequests);
  app.route('/api/nda-templates', ndaTemplates);
  app.route('/api/nda-auto-approvals', autoApprovals);
  app.route('/api/company-verifications', companyVerifications);
  app.route('/api/passport', passport);
  app.route('/api/obligations', obligations);
  app.route('/api/reading', reading);
  app.route('/api/files', viewer);
  app.route('/api/evidence', evidenceKeys);
  app.route('/api/auth', auth);
  app.route('/api/me', me);
  app.route('/api/me', myPeople);
  app.route('/api', openapi(() => app));
  return app;
}

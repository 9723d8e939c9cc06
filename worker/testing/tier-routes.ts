// Where the tier matrix asks: every route of the API with real ids. A route that is missing here fails the matrix, so whoever adds one says
// how it is asked.
import type { TierWorld } from './tier-world.ts';

/** A read: the paths to ask. */
export type Reads = (world: TierWorld) => string[];
/** A change: its bodies by path. It is tried by everybody but the owner. */
export type Changes = (world: TierWorld) => [path: string, body?: unknown][];

const plain = (path: string): Reads => () => [path];
const pitches = (tail: string): Reads => ({ pitch, draft, gone }) => [pitch.id, draft.id, gone.id].map((id) => `/api/pitches/${id}${tail}`);
const ndas = (tail: string): Reads => (world) => world.ndas.map((id) => `/api/ndas/${id}${tail}`);
const files = (tail: string): Reads => (world) => world.pdfs.map((id) => `/api/files/${id}${tail}`);
const NOBODY = '018f0000-0000-7000-8000-000000000000';

/** A page costs little at `?w=612`; what is on it is asked for as text. */
export const reads: Readonly<Record<string, Reads>> = {
  'GET /api/attachments': plain('/api/attachments?token=x'),
  'GET /api/auth/session': plain('/api/auth/session'),
  'GET /api/auth/sessions': plain('/api/auth/sessions'),
  'GET /api/catalogue': plain('/api/catalogue'),
  'GET /api/comps/context': plain('/api/comps/context?genre=drama'),
  'GET /api/comps/search': plain('/api/comps/search?q=salt'),
  'GET /api/docs': plain('/api/docs'),
  'GET /api/evidence/keys': plain('/api/evidence/keys'),
  'GET /api/feed': plain('/api/feed'),
  'GET /api/files/:id': (world) => [...world.files.map((id) => `/api/files/${id}`), ...world.files.map((id) => `/api/files/${id}?w=320`)],
  'GET /api/files/:id/copy.pdf': files('/copy.pdf'),
  'GET /api/files/:id/pages': files('/pages'),
  'GET /api/files/:id/pages/:n': (world) => [`/api/files/${world.pdfs[2]}/pages/1?w=612`],
  'GET /api/files/:id/pages/:n/text': files('/pages/1/text'),
  'GET /api/files/:id/search': files('/search?q=zq'),
  'GET /api/health': plain('/api/health'),
  'GET /api/health/deep': plain('/api/health/deep'),
  'GET /api/marks': ({ pitch, draft, gone }) => [`/api/marks?ids=${pitch.id},${draft.id},${gone.id}`],
  'GET /api/me': plain('/api/me'),
  'GET /api/me/analytics': plain('/api/me/analytics'),
  'GET /api/me/blocked': plain('/api/me/blocked'),
  'GET /api/me/credits': plain('/api/me/credits'),
  'GET /api/me/followers': plain('/api/me/followers'),
  'GET /api/me/following': plain('/api/me/following'),
  'GET /api/nda-auto-approvals': plain('/api/nda-auto-approvals'),
  'GET /api/nda-templates': plain('/api/nda-templates'),
  'GET /api/nda-templates/:id': plain(`/api/nda-templates/${NOBODY}`),
  'GET /api/nda-templates/clauses': plain('/api/nda-templates/clauses'),
  'GET /api/ndas': () => ['/api/ndas', '/api/ndas?role=owner', '/api/ndas?role=signer'],
  'GET /api/ndas/:id': ndas(''),
  'GET /api/ndas/:id/document.pdf': ndas('/document.pdf'),
  'GET /api/ndas/:id/documents': ndas('/documents'),
  'GET /api/ndas/:id/evidence.zip': ndas('/evidence.zip'),
  'GET /api/ndas/:id/info-requests': ndas('/info-requests'),
  'GET /api/ndas/:id/reading': ndas('/reading'),
  'GET /api/ndas/:id/verify': ndas('/verify'),
  'GET /api/ndas/preview': ({ pitch, draft, gone }) => [pitch.id, draft.id, gone.id].map((id) => `/api/ndas/preview?pitchId=${id}`),
  'GET /api/obligations': plain('/api/obligations'),
  'GET /api/obligations/export.csv': plain('/api/obligations/export.csv'),
  'GET /api/obligations/export.ics': plain('/api/obligations/export.ics'),
  'GET /api/openapi.json': plain('/api/openapi.json'),
  'GET /api/operations/overview': plain('/api/operations/overview'),
  'GET /api/passport': plain('/api/passport'),
  'GET /api/pitches': () => ['', '?sort=newest', '?sort=popular', '?sort=trending', '?genre=drama', '?q=salt', '?q=ferrywoman'].map((query) => `/api/pitches${query}`),
  'GET /api/pitches/:id': ({ pitch, draft, gone }) => [pitch, draft, gone].flatMap(({ id, slug }) => [`/api/pitches/${id}`, `/api/pitches/${slug}`, `/api/pitches/${id}?as=deal`]),
  'GET /api/pitches/:id/access': pitches('/access'),
  'GET /api/pitches/:id/analytics': pitches('/analytics'),
  'GET /api/pitches/:id/click-through': pitches('/click-through'),
  'GET /api/pitches/:id/comments': pitches('/comments'),
  'GET /api/pitches/:id/documents': pitches('/documents'),
  'GET /api/pitches/:id/interest': pitches('/interest'),
  'GET /api/pitches/:id/reading': pitches('/reading'),
  'GET /api/pitches/:id/reading/:userId': (world) => [world.signer, world.former].map(({ id }) => `/api/pitches/${world.pitch.id}/reading/${id}`),
  'GET /api/pitches/:id/versions': pitches('/versions'),
  'GET /api/pitches/:id/why': pitches('/why?q=salt&genre=drama'),
  'GET /api/pitches/:slug/head': ({ pitch, draft, gone }) => [pitch, draft, gone].map(({ slug }) => `/api/pitches/${slug}/head`),
  'GET /api/pitches/facets': () => ['/api/pitches/facets', '/api/pitches/facets?genre=drama'],
  'GET /api/pitches/mine': plain('/api/pitches/mine'),
  'GET /api/pitches/suggest': () => ['salt', 'gone', 'zqd', 'zqgone'].map((q) => `/api/pitches/suggest?q=${q}`),
  'GET /api/reports': () => ['/api/reports', '/api/reports?status=upheld'],
  'GET /api/saved-searches': plain('/api/saved-searches'),
  'GET /api/sync': plain('/api/sync?since=0'),
  'GET /api/unsubscribe': plain('/api/unsubscribe?token=x'),
  'GET /api/uploads/:uploadId': (world) => [`/api/uploads/${world.upload}`],
  'GET /api/users/:handle': () => ['cast-1', 'cast-2'].map((handle) => `/api/users/${handle}`),
  'GET /api/users/:id/ties': (world) => [`/api/users/${world.owner.id}/ties`],
  'GET /api/watchlist': plain('/api/watchlist'),
  'GET /ws': plain('/ws'),
};

const change = (tail: string, body?: unknown): Changes => ({ pitch, draft, gone }) => [pitch.id, draft.id, gone.id].map((id) => [`/api/pitches/${id}${tail}`, body]);
const agreement = (tail: string, body: unknown = {}): Changes => (world) => world.ndas.map((id) => [`/api/ndas/${id}${tail}`, body]);
const one = (path: string, body?: unknown): Changes => () => [[path, body]];
const upload = (tail: string, body?: unknown): Changes => (world) => [[`/api/uploads/${world.upload}${tail}`, body]];

/** In the order in which they are tried: what ends an agreement comes last. */
export const changes: Readonly<Record<string, Changes>> = {
  'PUT /api/pitches/:id/like': change('/like'),
  'PUT /api/pitches/:id/watch': change('/watch'),
  'PATCH /api/watchlist/:pitchId': ({ pitch, draft, gone }) => [pitch.id, draft.id, gone.id].map((id) => [`/api/watchlist/${id}`, { folder: 'Maybe' }]),
  'POST /api/pitches/:id/views': change('/views', {}),
  'POST /api/pitches/:id/comments': change('/comments', { body: 'Hello' }),
  'PATCH /api/comments/:id': (world) => [[`/api/comments/${world.comment}`, { body: 'Changed' }]],
  'POST /api/pitches/:id/click-through': ({ draft, gone }) => [draft.id, gone.id].map((id) => [`/api/pitches/${id}/click-through`, { accepted: true }]),
  'POST /api/reports': ({ pitch, draft, gone }) => [pitch.id, draft.id, gone.id].map((id) => ['/api/reports', { subject: { kind: 'pitch', id }, reason: 'spam' }]),
  'POST /api/reports/:id/decision': one(`/api/reports/${NOBODY}/decision`, { decision: 'dismissed', resolution: 'No.' }),
  'POST /api/saved-searches': one('/api/saved-searches', { name: 'Again', filters: { genre: 'drama' } }),
  'PATCH /api/saved-searches/:id': (world) => [[`/api/saved-searches/${world.search}`, { name: 'Other' }]],
  'POST /api/searches': one('/api/searches', { id: NOBODY, words: 'salt', hits: 1 }),
  'POST /api/ndas/request': ({ pitch, draft, gone }) => [pitch.id, draft.id, gone.id].map((pitchId) => ['/api/ndas/request', { pitchId }]),
  'POST /api/ndas/bulk': (world) => [['/api/ndas/bulk', { ids: world.ndas, action: 'approve' }]],
  'POST /api/ndas/:id/approve': agreement('/approve'),
  'POST /api/ndas/:id/counter': agreement('/counter', { terms: {}, note: 'Longer.' }),
  'POST /api/ndas/:id/sign': agreement('/sign', { name: 'X Y', signature: { kind: 'typed', value: 'X Y' }, accepted: true, documentHash: '0'.repeat(64) }),
  'POST /api/ndas/:id/sign-with-passport': agreement('/sign-with-passport'),
  'POST /api/ndas/:id/reject': agreement('/reject', { reason: 'No.' }),
  'POST /api/ndas/:id/info-requests': agreement('/info-requests', { subject: 'Another', body: 'And this?' }),
  'POST /api/info-requests/:id/answers': (world) => [[`/api/info-requests/${world.question}/answers`, { body: 'So.', fileIds: world.files }], [`/api/info-requests/${world.question}/answers`, { body: 'So.' }]],
  'POST /api/info-requests/:id/close': (world) => [[`/api/info-requests/${world.question}/close`, {}]],
  'POST /api/nda-templates': one('/api/nda-templates', {}),
  'PATCH /api/nda-templates/:id': one(`/api/nda-templates/${NOBODY}`, {}),
  'DELETE /api/nda-templates/:id': one(`/api/nda-templates/${NOBODY}`),
  'POST /api/nda-auto-approvals': (world) => [['/api/nda-auto-approvals', { pitchId: world.pitch.id, who: 'everyone' }]],
  'DELETE /api/nda-auto-approvals/:id': one(`/api/nda-auto-approvals/${NOBODY}`),
  'POST /api/passport': one('/api/passport', {}),
  'POST /api/reading': one('/api/reading', { copyId: NOBODY, pages: [{ page: 1, ms: 1, depth: 0 }] }),
  'POST /api/attachments': one('/api/attachments', { token: 'x', answer: 'confirmed' }),
  'POST /api/unsubscribe': one('/api/unsubscribe?token=x'),
  'POST /api/pitches': one('/api/pitches', {}),
  'PATCH /api/pitches/:id': change('', { tone: 'Wet' }),
  'PUT /api/pitches/:id/access': change('/access', { contactDetails: 'public' }),
  'POST /api/pitches/:id/publish': change('/publish'),
  'POST /api/pitches/:id/unpublish': change('/unpublish'),
  'POST /api/pitches/:id/archive': change('/archive'),
  'POST /api/pitches/:id/restore': change('/restore'),
  'POST /api/pitches/:id/team/invitations': change('/team/invitations', { name: 'Petra', role: 'Ada', email: 'petra@pitchey.test' }),
  'POST /api/pitches/:id/versions/:version/restore': change('/versions/1/restore'),
  'PATCH /api/pitches/:id/documents/:fileId': (world) => world.files.map((id) => [`/api/pitches/${world.pitch.id}/documents/${id}`, { gate: 'public' }]),
  'DELETE /api/pitches/:id/documents/:fileId': (world) => world.files.map((id) => [`/api/pitches/${world.pitch.id}/documents/${id}`]),
  'DELETE /api/pitches/:id': change(''),
  'POST /api/uploads': (world) => [['/api/uploads', { pitchId: world.pitch.id, kind: 'script', fileName: 'x.pdf', size: 10, contentType: 'application/pdf' }]],
  'PUT /api/uploads/:uploadId/parts/:n': upload('/parts/1', 'bytes'),
  'POST /api/uploads/:uploadId/complete': upload('/complete'),
  'DELETE /api/uploads/:uploadId': upload(''),
  'PUT /api/users/:id/follow': (world) => [[`/api/users/${world.owner.id}/follow`]],
  'DELETE /api/pitches/:id/like': change('/like'),
  'DELETE /api/pitches/:id/watch': change('/watch'),
  'DELETE /api/comments/:id': one(`/api/comments/${NOBODY}`),
  'DELETE /api/saved-searches/:id': one(`/api/saved-searches/${NOBODY}`),
  'POST /api/ndas/:id/renew': agreement('/renew'),
  'POST /api/ndas/:id/withdraw': agreement('/withdraw'),
  'POST /api/ndas/:id/revoke': agreement('/revoke', { reason: 'Done.' }),
};

/** They name no pitch, or are an operator's move on a pitch with tests of its own (moderation), and answer nothing of one. */
export const elsewhere: readonly string[] = [
  ...['change-password', 'request-password-reset', 'resend-verification', 'reset-password', 'sign-in', 'sign-out', 'sign-up', 'verify-email'].map((what) => `POST /api/auth/${what}`),
  'DELETE /api/auth/sessions/:id', 'PATCH /api/me', 'PUT /api/me/credits', 'PUT /api/company-verifications/:id', 'DELETE /api/company-verifications/:id', 'DELETE /api/passport', 'PUT /api/users/:id/block',
  'DELETE /api/users/:id/block', 'DELETE /api/users/:id/follow', 'POST /api/users/:id/reinstate', 'POST /api/users/:id/suspend', 'POST /api/pitches/:id/put-back', 'POST /api/pitches/:id/takedown',
];

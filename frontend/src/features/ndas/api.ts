import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ClickThrough } from '../../../../worker/features/content-access/schema.ts';
import type { Preview } from '../../../../worker/features/nda-documents/schema.ts';
import type { Nda, NdaDocument, NdaList, NdaParty, NdaReading, NdaStatus, SignBody, Terms } from '../../../../worker/features/ndas/schema.ts';
import { http } from '../../lib/http.ts';

export type Reading = z.output<typeof NdaReading>;
export type Round = z.output<typeof NdaDocument>;
export type RequestPreview = Preview & { blocked: string | null; ownerAnswers: { medianSeconds: number | null; answered: number } };
export type TermsPatch = Partial<Terms>;

type List = z.output<typeof NdaList>;

const NDAS = '/api/ndas';

/** Seconds between looks at what the other side may have changed. */
const LOOK_AGAIN_MS = 20_000;
const waitsForOthers = (status: NdaStatus): boolean => status === 'requested' || status === 'countered' || status === 'approved';

/** The caller's newest agreement for a pitch, or null. */
export const ownNdaQuery = (pitchId: string) =>
  queryOptions({
    queryKey: ['ndas', 'for-pitch', pitchId],
    queryFn: async ({ signal }) => (await http.get<List>(NDAS, { query: { role: 'signer', pitchId, limit: 1 }, signal })).items[0] ?? null,
    refetchInterval: ({ state: { data } }) => (data && waitsForOthers(data.status) ? LOOK_AGAIN_MS : false),
  });

/** How many requests there are for a pitch of one's own, by state. */
export const pitchRequestsQuery = (pitchId: string) =>
  queryOptions({
    queryKey: ['ndas', 'of-pitch', pitchId],
    queryFn: ({ signal }) => http.get<List>(NDAS, { query: { role: 'owner', pitchId, status: ['requested', 'signed'], limit: 100 }, signal }),
  });

export const listQuery = (role: z.output<typeof NdaParty>, statuses: readonly NdaStatus[]) =>
  infiniteQueryOptions({
    queryKey: ['ndas', 'list', role, statuses],
    queryFn: ({ pageParam, signal }) => http.get<List>(NDAS, { query: { role, status: statuses, limit: 20, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** What waits for an owner, longest first; also the number beside the entry of the navigation. */
export const waitingQuery = queryOptions({
  queryKey: ['ndas', 'waiting'],
  queryFn: ({ signal }) => http.get<List>(NDAS, { query: { role: 'owner', status: ['requested'], order: 'oldest', limit: 3 }, signal }),
  refetchInterval: 60_000,
});

export const ndaQuery = (id: string) =>
  queryOptions({
    queryKey: ['ndas', 'one', id],
    queryFn: ({ signal }) => http.get<Nda>(`${NDAS}/${id}`, { signal }),
    refetchInterval: ({ state: { data } }) => (data && waitsForOthers(data.status) ? LOOK_AGAIN_MS : false),
  });

export const readingQuery = (id: string) => queryOptions({ queryKey: ['ndas', 'reading', id], queryFn: ({ signal }) => http.get<Reading>(`${NDAS}/${id}/reading`, { signal }) });

export const roundsQuery = (id: string) => queryOptions({ queryKey: ['ndas', 'rounds', id], queryFn: async ({ signal }) => (await http.get<{ items: Round[] }>(`${NDAS}/${id}/documents`, { signal })).items });

export const previewQuery = (pitchId: string) =>
  queryOptions({ queryKey: ['ndas', 'preview', pitchId], queryFn: ({ signal }) => http.get<RequestPreview>(`${NDAS}/preview`, { query: { pitchId }, signal }), staleTime: 0 });

export const clickThroughQuery = (pitchId: string) => queryOptions({ queryKey: ['ndas', 'click-through', pitchId], queryFn: ({ signal }) => http.get<z.output<typeof ClickThrough>>(`/api/pitches/${pitchId}/click-through`, { signal }) });

/** Verification is a check made now: nothing of an earlier one is shown. */
export const verifyNda = (id: string) => http.get<{ valid: boolean; checkedAt: string; entries: number; firstBroken?: number }>(`${NDAS}/${id}/verify`);

export const acceptClickThrough = (pitchId: string) => http.post<unknown>(`/api/pitches/${pitchId}/click-through`, { accepted: true });

export interface Asking {
  pitchId: string;
  message: string;
  /** Signs at once with the passport where a rule of the owner approves at once. */
  passport?: { documentHash: string; accepted: true };
}

/** `key` makes a second try of the same form the same request. */
export const requestNda = (asking: Asking, key: string) => http.post<Nda>(`${NDAS}/request`, asking, { headers: { 'Idempotency-Key': key } });
export const approveNda = (id: string) => http.post<Nda>(`${NDAS}/${id}/approve`, {});
export const rejectNda = (id: string, reason: string) => http.post<Nda>(`${NDAS}/${id}/reject`, { reason });
export const counterNda = (id: string, terms: TermsPatch, note: string) => http.post<Nda>(`${NDAS}/${id}/counter`, { terms, note });
export const withdrawNda = (id: string, reason: string) => http.post<Nda>(`${NDAS}/${id}/withdraw`, { reason });
export const revokeNda = (id: string, reason: string) => http.post<Nda>(`${NDAS}/${id}/revoke`, { reason });
/** `key` makes a second press the same request. */
export const renewNda = (id: string, message: string, key: string) => http.post<Nda>(`${NDAS}/${id}/renew`, { message }, { headers: { 'Idempotency-Key': key } });
export const signNda = (id: string, body: SignBody) => http.post<Nda>(`${NDAS}/${id}/sign`, body);
export const signWithPassport = (id: string, documentHash: string) => http.post<Nda>(`${NDAS}/${id}/sign-with-passport`, { accepted: true, documentHash });

export interface BulkResult {
  id: string;
  ok: boolean;
  code?: string;
}

export const decideMany = async (ids: readonly string[], decision: { action: 'approve' } | { action: 'reject'; reason: string }) =>
  (await http.post<{ results: BulkResult[] }>(`${NDAS}/bulk`, { ids, ...decision })).results;

/** Whatever a move may have changed asks anew: lists, the pitch's texts, its documents, obligations. Drafts of one's own pitches stay as they are typed. */
export const afterMove = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey: [root, kind] }) => ['ndas', 'documents', 'obligations', 'passport', 'readers'].includes(String(root)) || (root === 'pitches' && kind !== 'own') });

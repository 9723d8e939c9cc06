import { queryOptions } from '@tanstack/react-query';
import type { Appeal, AppealDecision, AppealList } from '../../../../worker/features/appeals/schema.ts';
import type { Moderated } from '../../../../worker/features/moderation/schema.ts';
import type { Report, ReportList } from '../../../../worker/features/reports/schema.ts';
import { http } from '../../lib/http.ts';

export type ReportStatus = Report['status'];

export const reportsQuery = (status: ReportStatus) =>
  queryOptions({ queryKey: ['reports', status], queryFn: ({ signal }) => http.get<ReportList>('/api/reports', { query: { status }, signal }) });

export type AppealStatus = Appeal['status'];

export const appealsQuery = (status: AppealStatus) =>
  queryOptions({ queryKey: ['appeals', status], queryFn: ({ signal }) => http.get<AppealList>('/api/appeals', { query: { status }, signal }) });
export const decideAppeal = (id: string, decision: AppealDecision) => http.post<void>(`/api/appeals/${id}/decision`, decision);

export type Deed = 'uphold' | 'dismiss' | 'take-down' | 'put-back' | 'delete-comment' | 'suspend' | 'reinstate';

/** Does what an operator decided about a report or its subject. The reason goes with it, except to a comment, which has nobody to tell. */
export function decide(deed: Deed, { id, subject }: Report, reason: string): Promise<Moderated | Report | void> {
  const { pitch, person } = subject;
  switch (deed) {
    case 'uphold': return http.post<Report>(`/api/reports/${id}/decision`, { decision: 'upheld', resolution: reason });
    case 'dismiss': return http.post<Report>(`/api/reports/${id}/decision`, { decision: 'dismissed', resolution: reason });
    case 'take-down': return http.post<Moderated>(`/api/pitches/${pitch?.id}/takedown`, { reason });
    case 'put-back': return http.post<Moderated>(`/api/pitches/${pitch?.id}/put-back`, { reason });
    case 'delete-comment': return http.delete<void>(`/api/comments/${subject.id}`);
    case 'suspend': return http.post<Moderated>(`/api/users/${person?.id}/suspend`, { reason });
    case 'reinstate': return http.post<Moderated>(`/api/users/${person?.id}/reinstate`, { reason });
  }
}

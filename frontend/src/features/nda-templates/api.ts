import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { AutoApproval, AutoApprovalCreate } from '../../../../worker/features/content-access/schema.ts';
import type { ClauseLibrary, Template } from '../../../../worker/features/nda-templates/schema.ts';
import type { Access } from '../../../../worker/features/pitches/schema.ts';
import { http } from '../../lib/http.ts';

export type Rule = z.output<typeof AutoApproval>;
export type NewRule = z.input<typeof AutoApprovalCreate>;
export type TemplateContent = Pick<Template, 'name' | 'title' | 'requester' | 'clauses' | 'terms'>;

export const templatesQuery = queryOptions({ queryKey: ['nda-templates'], queryFn: async ({ signal }) => (await http.get<{ items: Template[] }>('/api/nda-templates', { signal })).items });
export const clausesQuery = queryOptions({ queryKey: ['nda-clauses'], queryFn: ({ signal }) => http.get<z.output<typeof ClauseLibrary>>('/api/nda-templates/clauses', { signal }), staleTime: Infinity });
export const createTemplate = (content: TemplateContent) => http.post<Template>('/api/nda-templates', content);
export const changeTemplate = (id: string, content: TemplateContent) => http.patch<Template>(`/api/nda-templates/${id}`, content);
/** A template whose agreement is a PDF: a new one, or a new version of one. */
export const savePdfTemplate = (id: string | null, content: Omit<TemplateContent, 'clauses'> & { fileId?: string }) =>
  (id === null ? http.post<Template>('/api/nda-templates', content) : http.patch<Template>(`/api/nda-templates/${id}`, content));
export const archiveTemplate = (id: string) => http.delete<undefined>(`/api/nda-templates/${id}`);

export const rulesQuery = queryOptions({ queryKey: ['nda-rules'], queryFn: async ({ signal }) => (await http.get<{ items: Rule[] }>('/api/nda-auto-approvals', { signal })).items });
export const createRule = (rule: NewRule) => http.post<Rule>('/api/nda-auto-approvals', rule);
export const deleteRule = (id: string) => http.delete<undefined>(`/api/nda-auto-approvals/${id}`);

/** Which form requests for a pitch are made with. */
export const pitchFormQuery = (pitchId: string) => queryOptions({ queryKey: ['nda-templates', 'of-pitch', pitchId], queryFn: ({ signal }) => http.get<Access>(`/api/pitches/${pitchId}/access`, { signal }), staleTime: 0 });
export const setPitchForm = (pitchId: string, version: number, templateId: string | null) =>
  http.put<Access>(`/api/pitches/${pitchId}/access`, { template: templateId === null ? null : { id: templateId } }, { headers: { 'If-Match': `"${version}"` } });

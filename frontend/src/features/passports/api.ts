import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { SignBody } from '../../../../worker/features/ndas/schema.ts';
import type { Passport, PassportState } from '../../../../worker/features/passports/schema.ts';
import { http } from '../../lib/http.ts';

/** The caller's passport while it is valid, and the form that a passport is signed under. */
export const passportQuery = queryOptions({ queryKey: ['passport'], queryFn: ({ signal }) => http.get<z.output<typeof PassportState>>('/api/passport', { signal }) });
export const signPassport = (body: SignBody) => http.post<z.output<typeof Passport>>('/api/passport', body);
export const endPassport = () => http.delete<undefined>('/api/passport');

import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Ledger, Obligation } from '../../../../worker/features/obligations/schema.ts';
import { http } from '../../lib/http.ts';

export const ledgerQuery = queryOptions({ queryKey: ['obligations'], queryFn: async ({ signal }) => (await http.get<z.output<typeof Ledger>>('/api/obligations', { signal })).items });

export const stateWords: Record<Obligation['state'], { label: string; tone: 'positive' | 'notice' | 'open' }> = {
  in_force: { label: 'In force', tone: 'positive' }, to_come: { label: 'To come', tone: 'notice' }, ended: { label: 'Ended', tone: 'open' },
};

import { formatMoney } from '../../lib/format.ts';
import { planLines } from '../pitches/finance-words.ts';
import type { PlanFields } from './plan-fields.ts';

/** Ids name rows to the server; nobody reads them. */
const isRead = ([name, value]: [string, unknown]): boolean => !name.endsWith('Id') && value !== null && value !== undefined && value !== '';

/** Lists and amounts in words: one line an entry. */
export function readable(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Empty';
  if (Array.isArray(value)) return value.length === 0 ? 'Empty' : value.map(readable).join('\n');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object' && 'sources' in value) return planLines(value as PlanFields).join('\n');
  if (typeof value === 'object' && 'amount' in value && 'currency' in value) return [formatMoney(Number(value.amount), String(value.currency)), 'kind' in value && value.kind].filter(Boolean).join(', ');
  if (typeof value === 'object') return Object.entries(value).filter(isRead).map(([, part]) => readable(part)).join(', ') || 'Empty';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

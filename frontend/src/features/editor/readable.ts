/** Lists and amounts in words: one line an entry. */
export function readable(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Empty';
  if (Array.isArray(value)) return value.length === 0 ? 'Empty' : value.map(readable).join('\n');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object') return Object.values(value).filter((part) => part !== null && part !== '').map(String).join(', ') || 'Empty';
  return String(value);
}

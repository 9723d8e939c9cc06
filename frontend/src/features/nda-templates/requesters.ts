/** Whom a template or a rule is for. */
export const requesters = [{ value: 'any', label: 'Anyone who asks' }, { value: 'investor', label: 'Investors' }, { value: 'production', label: 'Production companies' }] as const;

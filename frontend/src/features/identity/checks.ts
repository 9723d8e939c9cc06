import type { Check } from '../../lib/use-submit.ts';

/** Characters, as the server counts them: an emoji is one. */
export const passwordMin = 10;
export const lengthOf = (password: string): number => [...password].length;

/** The server decides; these only catch slips before a round trip. */
export const email: Check = (value) => {
  const [name, domain, ...rest] = value.trim().split('@');
  if (value.trim() === '') return 'An e-mail address is needed.';
  if (!name || !domain || rest.length > 0) return 'An address has one @, as in maren@quarrylight.example.';
  return /^[^\s.]+(\.[^\s.]+)+$/.test(domain) ? undefined : 'The part after @ needs a dot, as in quarrylight.example.';
};

export const givenPassword: Check = (value) => (value === '' ? 'The password is needed.' : undefined);

export const newPassword: Check = (value) => (lengthOf(value) < passwordMin ? `${passwordMin} characters or more. A few words you remember are fine.` : undefined);

export const personName: Check = (value) => (value.trim() === '' ? 'A name is needed; others see it.' : undefined);

export const anything: Check = () => undefined;

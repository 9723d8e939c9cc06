// Wire types of identity.
import { z } from 'zod';
import { cleanLine } from '../../platform/text.ts';

/** Who may sign up. Operators are made by operators. */
export const SignUpPortal = z.enum(['creator', 'investor', 'production']);
export const Portal = z.enum([...SignUpPortal.options, 'admin']);

export const PASSWORD = { shortest: 10, longest: 128 } as const;

const line = (max: number) => z.string().max(max * 4).overwrite(cleanLine).max(max, `At most ${max} characters.`);
export const Email = z.string().max(254, 'At most 254 characters.').trim().toLowerCase().pipe(z.email('This is no e-mail address.'));
export const PersonName = line(100).min(1, 'A name is needed.');
export const CompanyName = line(120);

// How long and how good a password must be is decided after its shape, since it is answered with 422 (see auth/password.ts).
const Password = z.string().min(1, 'A password is needed.');
const Token = z.string().min(1).max(200);

export const SignUp = z.strictObject({ email: Email, password: Password, name: PersonName, portal: SignUpPortal, companyName: CompanyName.optional() });
export type SignUp = z.output<typeof SignUp>;
export const SignIn = z.strictObject({ email: Email, password: Password, portal: Portal.optional() });
export type SignIn = z.output<typeof SignIn>;
export const VerifyEmail = z.strictObject({ token: Token });
export const EmailOnly = z.strictObject({ email: Email });
export const ResetPassword = z.strictObject({ token: Token, password: Password });
export const ChangePassword = z.strictObject({ currentPassword: Password, newPassword: Password });

export const SessionUser = z.object({
  id: z.string(), email: z.string(), name: z.string(), portal: Portal, roles: z.array(z.string()), emailVerified: z.boolean(),
});
export type SessionUser = z.output<typeof SessionUser>;

export const Device = z.object({
  id: z.string(),
  /** The session that asks. */
  current: z.boolean(),
  /** E.g. `Firefox on Windows`. */
  device: z.string(),
  /** E.g. `Lisbon, PT`; null where the edge does not know. */
  place: z.string().nullable(),
  address: z.string().nullable(),
  signedInAt: z.string(),
  /** Accurate to ten minutes. */
  lastSeenAt: z.string(),
});
export type Device = z.output<typeof Device>;

// Words that would read as ours in an address or a mention.
const RESERVED = new Set(['admin', 'administrator', 'api', 'about', 'help', 'legal', 'mail', 'me', 'moderator', 'official', 'operator', 'pitchey', 'privacy', 'root', 'security', 'staff', 'support', 'system', 'team', 'terms', 'undefined', 'null', 'www']);

export const isReservedHandle = (handle: string): boolean => RESERVED.has(handle.toLowerCase());

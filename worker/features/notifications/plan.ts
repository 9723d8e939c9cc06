// When and how one notification leaves: preference, quiet hours, what belongs together, the weekly cap. Pure.
import type { Kind } from './catalogue.ts';
import type { Channels } from './schema.ts';
import { nextAt, quietUntil } from './zone.ts';

const MINUTE = 60_000;

export interface Settings {
  timeZone: string;
  /** Minutes of the day; null: none. */
  quiet: { from: number; to: number } | null;
  weeklyCap: number;
  digest: 'daily' | 'weekly' | 'off';
  digestHour: number;
}

export const defaultSettings: Settings = { timeZone: 'UTC', quiet: null, weeklyCap: 20, digest: 'daily', digestHour: 8 };

export interface Standing {
  now: number;
  /** Can be written to: address confirmed, not suspended. */
  reachable: boolean;
  /** Mails of this week. */
  mailsThisWeek: number;
  /** When the last mail of the group left or will leave, ms. */
  groupMailAt: number | null;
  /** Browsers to push to. */
  devices: number;
}

/** `due` ms; what is due now leaves at once. */
export interface Plan { inApp: boolean; mail: { due: number; inDigest: boolean } | null; push: { due: number } | null }

/** The end of the quiet hours when `at` lies in them, else `at`. */
export const afterQuiet = (at: number, { quiet, timeZone }: Settings): number => (quiet && quietUntil(at, { ...quiet, zone: timeZone })) ?? at;

/** The next digest, ms; null where the person wants none. */
export const digestAfter = (at: number, { digest, digestHour, timeZone }: Settings): number | null => (digest === 'off' ? null : nextAt(at, timeZone, digestHour, digest === 'weekly'));

const inDigestAfter = (at: number, settings: Settings): Plan['mail'] => {
  const due = digestAfter(at, settings);
  return due === null ? null : { due, inDigest: true };
};

function planMail(kind: Kind, choice: Channels['mail'], settings: Settings, { now, groupMailAt, mailsThisWeek }: Standing): Plan['mail'] {
  if (kind.required) return kind.channels.mail === 'off' ? null : { due: now, inDigest: false };
  if (choice === 'off') return null;
  if (choice === 'digest') return inDigestAfter(now, settings);
  const window = kind.window * MINUTE;
  // One that is still waiting takes this along; one that left a moment ago makes this wait for the end of the window.
  const together = groupMailAt === null ? now : groupMailAt > now ? groupMailAt : groupMailAt + window;
  const due = afterQuiet(Math.max(now + (kind.delay ?? 0) * MINUTE, together), settings);
  return due <= now && mailsThisWeek >= settings.weeklyCap ? inDigestAfter(now, settings) : { due, inDigest: false };
}

export function plan(kind: Kind, channels: Channels, settings: Settings, standing: Standing): Plan {
  const { now, reachable, devices } = standing;
  return {
    inApp: channels.inApp || kind.required === true,
    mail: reachable ? planMail(kind, channels.mail, settings, standing) : null,
    push: reachable && devices > 0 && channels.push ? { due: afterQuiet(now, settings) } : null,
  };
}

// The words on every page that somebody reads: who, when, which copy. Visible on purpose; it deters, it does not prevent.
import type { OverlayText, PageSize } from '../../platform/pdf/pages.ts';

export interface Stamp {
  name: string;
  email: string;
  code: string;
  /** ISO time of the copy. */
  at: string;
}

const ANGLE = 32;

/** `2026-11-23T01:02:03Z` -> `23 Nov 2026 01:02 UTC`. */
export const stampTime = (at: string): string => `${new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(new Date(at)).replace(',', '')} UTC`;

/** A faint grid across the page and a plain line at its foot. */
export function watermark({ name, email, code, at }: Stamp): (points: PageSize) => OverlayText[] {
  const line = `${name}  ${email}  ${code}`;
  return ({ width, height }) => {
    const size = Math.max(8, Math.min(16, width / 44));
    const step = height / 4;
    const across: OverlayText[] = [];
    for (let row = 0; row < 4; row += 1) {
      for (const column of [0.04, 0.52]) across.push({ text: line, x: width * column, y: step * (row + 0.18) + (column > 0.5 ? step / 2 : 0), size, angle: ANGLE, alpha: 34 });
    }
    return [...across, { text: `${name} <${email}>  ${stampTime(at)}  copy ${code}`, x: 24, y: 10, size: 7.5, angle: 0, alpha: 150 }];
  };
}

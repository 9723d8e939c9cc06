// The ledger as files: CSV for spreadsheets, iCalendar (RFC 5545) for reminders.
import type { Obligation } from './schema.ts';

/** A cell that no spreadsheet takes for a formula. */
const cell = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export function toCsv(items: readonly Obligation[]): string {
  const lines = items.map(({ project, otherSide, kind, summary, startsAt, endsAt, state, ndaStatus, ndaId }) => [project, otherSide, kind, summary, startsAt, endsAt ?? '', state, ndaStatus, ndaId].map(cell).join(','));
  return `${['project', 'other side', 'kind', 'what', 'from', 'until', 'state', 'agreement', 'agreement id'].join(',')}\r\n${lines.map((line) => `${line}\r\n`).join('')}`;
}

const escape = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n');
const day = (iso: string): string => iso.slice(0, 10).replaceAll('-', '');
const stamp = (iso: string): string => iso.replace(/[-:]/g, '').replace(/\.\d+/, '');

/** Lines of at most 75 octets, continued by a space; never inside a character. */
function fold(line: string): string {
  const folded: string[] = [];
  let [part, size] = ['', 0];
  for (const sign of line) {
    const octets = new TextEncoder().encode(sign).length;
    if (size + octets > (folded.length === 0 ? 75 : 74)) {
      folded.push(part);
      [part, size] = ['', 0];
    }
    part += sign;
    size += octets;
  }
  return [...folded, part].join('\r\n ');
}

/** One all-day event at each end, with an alarm a week before. */
export function toCalendar(items: readonly Obligation[], now: string): string {
  const events = items.filter(({ endsAt }) => endsAt !== null).flatMap(({ id, project, otherSide, summary, endsAt }) => [
    'BEGIN:VEVENT', `UID:${id}@pitchey`, `DTSTAMP:${stamp(now)}`, `DTSTART;VALUE=DATE:${day(endsAt as string)}`, `SUMMARY:${escape(`${project}: ends: ${summary}`)}`,
    `DESCRIPTION:${escape(`Agreement with ${otherSide}.`)}`, 'TRANSP:TRANSPARENT', 'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escape(project)}`, 'TRIGGER:-P7D', 'END:VALARM', 'END:VEVENT',
  ]);
  return `${['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Pitchey//Obligations//EN', 'CALSCALE:GREGORIAN', ...events, 'END:VCALENDAR'].map(fold).join('\r\n')}\r\n`;
}

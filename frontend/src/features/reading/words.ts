// Reading times in words, and a reader's visits as lines of a log.
import type { OpenedFile } from '../../../../worker/features/reading/schema.ts';

/** 45_000 is "45 s", 540_000 "9 min", 7_500_000 "2 h 5 min". */
export function readingTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** [1, 2, 3, 7] is "1–3, 7". */
export function pageRanges(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of [...new Set(pages)].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

export interface LogLine {
  copyId: string;
  openedAt: string;
  code: string;
  fileName: string;
  pages: string;
  ms: number;
}

/** Visits, newest first: a copy is a person's file on a day. */
export const logOf = (copies: readonly OpenedFile[]): LogLine[] =>
  copies.map(({ copyId, openedAt, code, fileName, pages }) => ({ copyId, openedAt, code, fileName, pages: pageRanges(pages.filter((one) => one.ms > 0).map(({ page }) => page)), ms: pages.reduce((sum, { ms }) => sum + ms, 0) }))
    .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));

// One JSON line an event. Nothing else in the Worker writes to the console.

export type LogLevel = 'info' | 'warn' | 'error';

/** Writes one line. Never pass bodies, cookies, tokens, passwords or gated fields. */
export function log(level: LogLevel, event: string, fields: object = {}): void {
  const line = JSON.stringify({ level, event, ...fields });
  if (level === 'error') console.error(line);
  else console.log(line);
}

// Errors that are ours, forwarded to Sentry. Off without a DSN. A client a report: nothing is shared between requests, no handler and no
// Durable Object is wrapped (that would keep rooms from hibernating), and no request waits: a report has a second, then it is dropped.
import { CloudflareClient, createTransport, linkedErrorsIntegration, Scope } from '@sentry/cloudflare';
import { log } from './log.ts';
import { withinBudget } from './within-budget.ts';

/** ms that a report may take. */
const BUDGET = 1_000;
/** Reports an isolate sends in `WINDOW` ms: an outage makes one story, not one a request. */
const MOST = 10;
const WINDOW = 10_000;

const state = { windowAt: 0, sent: 0, dropped: 0 };

/** Reports dropped since this isolate began: too many at once, or Sentry slow or away. */
export const droppedReports = (): number => state.dropped;

/** Starts the count of reports anew. For tests: production counts for as long as an isolate lives. */
export function forgetReports(): void {
  Object.assign(state, { windowAt: 0, sent: 0, dropped: 0 });
}

export interface ReportSettings {
  SENTRY_DSN?: string | undefined;
  ENVIRONMENT: string;
  VERSION: string;
}

/** Ids and names only: never a body, a cookie, an address, or what somebody typed. */
export type ReportTags = Record<'requestId' | 'route' | 'method' | 'code' | 'queue' | 'cron' | 'job' | 'topic' | 'outboxId', string | undefined>;

const scrub = (text: string): string => text.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[address]').replace(/([?&](?:token|code|key)=)[^&\s"']+/gi, '$1[secret]');

function createClient({ SENTRY_DSN, ENVIRONMENT, VERSION }: ReportSettings): CloudflareClient {
  const client = new CloudflareClient({
    dsn: SENTRY_DSN as string,
    environment: ENVIRONMENT,
    release: VERSION,
    sendDefaultPii: false,
    integrations: [linkedErrorsIntegration()],
    stackParser: (stack) => stack.split('\n').slice(1, 40).reverse().map((line) => {
      const [, name = '?', filename = '', row, column] = /^\s*at (?:(.*?) \()?(.*?):(\d+):(\d+)\)?$/.exec(line) ?? [];
      return { function: name, filename, in_app: !filename.includes('node_modules') && !filename.startsWith('node:'), ...(row && { lineno: Number(row), colno: Number(column) }) };
    }),
    transport: (options) => createTransport(options, async (request) => {
      const response = await fetch(options.url, { method: 'POST', body: request.body, headers: options.headers ?? {}, signal: AbortSignal.timeout(BUDGET) });
      await response.body?.cancel();
      return { statusCode: response.status };
    }),
    beforeSend(event) {
      for (const exception of event.exception?.values ?? []) exception.value = scrub(exception.value ?? '');
      return event;
    },
  } as ConstructorParameters<typeof CloudflareClient>[0]);
  client.init();
  return client;
}

function drop(why: string): void {
  state.dropped += 1;
  log('warn', 'sentry.dropped', { why, dropped: state.dropped });
}

/** Sends an error with its causes. Returns at once and never throws; the sending goes to `waitUntil`. */
export function report(settings: ReportSettings | undefined, waitUntil: (work: Promise<unknown>) => void, error: unknown, tags: Partial<ReportTags>): void {
  if (!settings?.SENTRY_DSN) return;
  const now = Date.now();
  if (now - state.windowAt > WINDOW) Object.assign(state, { windowAt: now, sent: 0 });
  state.sent += 1;
  if (state.sent > MOST) return drop('too many at once');
  waitUntil(send(settings, error, tags).catch((cause: unknown) => drop(String(cause).slice(0, 200))));
}

async function send(settings: ReportSettings, error: unknown, tags: Partial<ReportTags>): Promise<void> {
  const client = createClient(settings);
  const scope = new Scope();
  for (const [name, value] of Object.entries(tags)) if (value !== undefined) scope.setTag(name, value);
  if (state.dropped > 0) scope.setTag('droppedBefore', String(state.dropped));
  let outcome: number | undefined;
  client.on('afterSendEvent', (_, { statusCode }) => { outcome = statusCode; });
  client.captureException(error, { originalException: error }, scope);
  try {
    await withinBudget(Promise.resolve(client.flush(BUDGET)), BUDGET);
  } finally {
    client.dispose();
  }
  if (outcome === undefined || outcome >= 300) throw new Error(`Sentry answered ${outcome ?? 'nothing'}`);
}

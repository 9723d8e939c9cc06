// Queue name -> job, topic -> consumer. A name that is not here is a mistake in wrangler.toml and fails the batch.
import { createServices } from './cloudflare.ts';
import { type Env, type Settings, settingsOf } from './env.ts';
import { counting } from './features/counting/jobs.ts';
import { createDiscarder, createHasher } from './features/files/jobs.ts';
import { createPdfReader } from './features/files/pdf-texts.ts';
import { DISCARD_TOPIC, HASH_TOPIC, READ_TOPIC } from './features/files/queries.ts';
import { NOTICE_TOPIC } from './features/notifications/actions.ts';
import { createPusher, tellFollowers } from './features/notifications/jobs.ts';
import { createTeller } from './features/notifications/tell.ts';
import { PUBLISHED_TOPIC } from './features/pitches/queries.ts';
import { createAlerter } from './features/saved-searches/jobs.ts';
import { requestLogs } from './features/request-logs/jobs.ts';
import { AppError } from './platform/app-error.ts';
import { consumeBatch, type EventCounter, UncountableBatch } from './platform/events/consume.ts';
import { log } from './platform/log.ts';
import { PUSH_TOPIC } from './platform/push/push.ts';
import { createMailConsumer } from './platform/mail/consumer.ts';
import { mails } from './platform/mail/messages.ts';
import { type Consumer, consumeOutbox, MAX_ATTEMPTS } from './platform/outbox/consume.ts';
import { buryExhausted } from './platform/outbox/settle.ts';
import { report, type ReportTags } from './platform/sentry.ts';
import { createR2Storage } from './platform/storage/r2.ts';
import type { Services } from './services.ts';

export interface QueueBody {
  /** Of the outbox row, or of a batch of events, which travel in the message. */
  id: string;
}

type Alert = (error: Error, tags: Partial<ReportTags>) => void;
type Job = (message: Message<QueueBody>, services: Services, env: Env, alert: Alert) => Promise<void>;

/** While the database is away, seconds. */
const AWAY_DELAY = 30;

/** Searches that wait for it, then those who follow its maker; each notes what it told, so that both may be asked again. */
function published(used: { services: Services; settings: Settings }): Consumer {
  const alert = createAlerter(used);
  return async (job) => (await alert(job)) ?? tellFollowers(used, (job.payload as { pitchId: string }).pitchId);
}

function consumersOf(env: Env, services: Services): Record<string, Consumer> {
  const settings = settingsOf(env);
  const mail = createMailConsumer(settings);
  return { ...Object.fromEntries(Object.keys(mails).map((topic) => [topic, mail])), [DISCARD_TOPIC]: createDiscarder(createR2Storage(env.FILES)), [READ_TOPIC]: createPdfReader(services), [HASH_TOPIC]: createHasher(services), [PUBLISHED_TOPIC]: published({ services, settings }), [NOTICE_TOPIC]: createTeller({ services, settings }), [PUSH_TOPIC]: createPusher({ services, settings, fetch: (url, init) => fetch(url, init) }) };
}

async function consume(message: Message<QueueBody>, services: Services, env: Env, alert: Alert): Promise<void> {
  const { id } = message.body;
  const consumers = consumersOf(env, services);
  const outcome = await consumeOutbox(services.db, (topic) => (Object.hasOwn(consumers, topic) ? consumers[topic] : undefined), id);
  if (outcome.kind === 'retry') {
    if (outcome.cause !== undefined) log('warn', 'outbox.retry', { id, delaySeconds: outcome.delaySeconds, cause: outcome.cause });
    return message.retry({ delaySeconds: outcome.delaySeconds });
  }
  if (outcome.kind === 'dead') {
    log('error', 'outbox.dead', { id, topic: outcome.topic, reason: outcome.reason });
    alert(new Error(`outbox: given up, ${outcome.reason}`), { topic: outcome.topic, outboxId: id });
  }
  message.ack();
}

/** What the queue gave up on. */
async function bury(message: Message<QueueBody>, { db }: Services, _env: Env, alert: Alert): Promise<void> {
  const { id } = message.body;
  const dead = await buryExhausted(db, id, MAX_ATTEMPTS);
  if (dead) {
    log('error', 'outbox.dead', { id, topic: dead.topic, attempts: dead.attempts, reason: dead.last_error });
    alert(new Error(`outbox: given up after ${dead.attempts} tries, ${dead.last_error ?? 'nobody knows why'}`), { topic: dead.topic, outboxId: id });
  }
  message.ack();
}

const counters: readonly EventCounter[] = [counting, requestLogs];
/** Seconds until the next try: half a minute, doubling, an hour at most. */
const countDelay = (attempts: number): number => Math.min(30 * 2 ** (attempts - 1), 3600);

/** Pitches that a batch counts something of. */
const pitchesIn = (batch: QueueBody & { events?: unknown }): string[] =>
  [...new Set((Array.isArray(batch.events) ? batch.events : []).flatMap((event: { pitchId?: unknown }) => (typeof event.pitchId === 'string' ? [event.pitchId] : [])))];

/** Counts a batch of events. `isLast`: in the dead-letter queue, where what no try will count is given up. */
const count = (isLast: boolean): Job => async (message, { db, newId, clock, live, defer }, _env, alert) => {
  const { id } = message.body;
  try {
    await consumeBatch(message.body, { db, counters, newId, now: clock.now() });
    defer(live.pulse(pitchesIn(message.body)));
  } catch (error) {
    const isHopeless = error instanceof UncountableBatch || (isLast && !(error instanceof AppError && error.code === 'unavailable'));
    if (!isHopeless) {
      log('warn', 'events.retry', { id, attempts: message.attempts, cause: String(error).slice(0, 500) });
      return message.retry({ delaySeconds: isLast ? 3600 : countDelay(message.attempts) });
    }
    const { message: reason, cause } = error as Error;
    log('error', 'events.dead', { id, cause: `${reason} ${cause instanceof Error ? cause.message : ''}`.slice(0, 500) });
    alert(error as Error, { topic: 'events' });
  }
  message.ack();
};

const jobs: Record<string, Job> = { 'pitchey-outbox': consume, 'pitchey-outbox-dead': bury, 'pitchey-events': count(false), 'pitchey-events-dead': count(true) };

/** Each message is acknowledged or retried by itself: one that fails takes no other with it. */
export async function consumeQueue(batch: MessageBatch<QueueBody>, env: Env, ctx: ExecutionContext): Promise<void> {
  const job = jobs[batch.queue.replace(/-(preview|production)$/, '')];
  if (!job) throw new Error(`no job for queue ${batch.queue}`);
  const waitUntil = (work: Promise<unknown>): void => ctx.waitUntil(work);
  const services = createServices({ env, waitUntil });
  const alert: Alert = (error, tags) => report(settingsOf(env), waitUntil, error, { queue: batch.queue, ...tags });
  for (const message of batch.messages) {
    try {
      await job(message, services, env, alert);
    } catch (error) {
      log('warn', 'queue.retry', { queue: batch.queue, id: message.body.id, cause: String(error).slice(0, 500) });
      message.retry({ delaySeconds: AWAY_DELAY });
    }
  }
}

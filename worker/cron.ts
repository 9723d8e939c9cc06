// Cron expression -> jobs. An expression that is not here is a mistake in wrangler.toml and fails the run.
import { createServices } from './cloudflare.ts';
import { type Env, type Settings, settingsOf } from './env.ts';
import { sweepUnsentFiles } from './features/conversations/files.ts';
import { sweepUploads } from './features/files/jobs.ts';
import { refreshLexemes, refreshTrending, refreshWeeks } from './features/market/jobs.ts';
import { runNdaClock } from './features/ndas/jobs.ts';
import { sendDue } from './features/notifications/due.ts';
import { dropOldNotifications } from './features/notifications/jobs.ts';
import { sendDigests } from './features/saved-searches/jobs.ts';
import { rotateRequestLogs, turnDays } from './features/request-logs/retention.ts';
import { log } from './platform/log.ts';
import { sweepOutbox } from './platform/outbox/sweep.ts';
import { dropLapsed } from './platform/retention.ts';
import { report } from './platform/sentry.ts';
import type { Services } from './services.ts';

type Job = (services: Services, settings: Settings) => Promise<unknown>;

const sendSearchDigests: Job = (services) => sendDigests({ services });

const sendNotifications: Job = (services, settings) => sendDue({ services, settings });

const moveNdas: Job = (services, settings) => runNdaClock({ services, settings, actor: null });

const jobs: Record<string, readonly Job[]> = {
  '* * * * *': [sweepOutbox, moveNdas, sendNotifications],
  '*/10 * * * *': [refreshLexemes, refreshTrending, sendSearchDigests],
  '17 3 * * *': [dropLapsed, rotateRequestLogs, turnDays, sweepUploads, refreshWeeks, sweepUnsentFiles, dropOldNotifications],
};

/** Runs every job of the expression; one that fails stops no other, but the run counts as failed. */
export async function runCron({ cron }: ScheduledController, env: Env, ctx: ExecutionContext): Promise<void> {
  const due = jobs[cron];
  if (!due) throw new Error(`no jobs for cron ${cron}`);
  const waitUntil = (work: Promise<unknown>): void => ctx.waitUntil(work);
  const services = createServices({ env, waitUntil });
  const failures: unknown[] = [];
  for (const job of due) {
    try {
      await job(services, settingsOf(env));
    } catch (error) {
      log('error', 'cron', { cron, job: job.name, cause: String((error as Error).stack ?? error).slice(0, 2000) });
      report(settingsOf(env), waitUntil, error, { cron, job: job.name });
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${due.length} jobs failed`);
}

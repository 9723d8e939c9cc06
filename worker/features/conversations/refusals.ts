// Why a deed was not done, in the words that people read.
import type { ErrorCode as FrameCode } from '../../../durable-objects/hub/protocol.ts';
import { AppError, type ErrorCode } from '../../platform/app-error.ts';
import type { Verdict } from './deed-frame.ts';

export interface Refused { ok: false; code: FrameCode; message: string; retryAfter?: number; detail?: unknown }

export const refused = (code: FrameCode, message: string, detail?: unknown): Refused => ({ ok: false, code, message, ...(detail !== undefined && { detail }) });

const SENTENCES: Record<Exclude<Verdict, 'ok' | 'same' | 'repeated'>, Refused> = {
  gone: refused('not_found', 'There is nothing here.'),
  other: refused('forbidden', 'Only who wrote it, or opened the group, can do this.'),
  late: refused('conflict', 'This was written more than a day ago and stands. Write another message instead.', { reason: 'late' }),
  closed: refused('conflict', 'Nobody can write here now.', { reason: 'closed' }),
  waiting: refused('conflict', 'They have not answered yet. You can write more when they do.', { reason: 'waiting' }),
  reply: refused('bad_frame', 'What this answers is not in this conversation.', { reason: 'reply' }),
  strangers: refused('conflict', 'Only people with whom you have an agreement, or whom you talk to already, can be in a group of yours.', { reason: 'strangers' }),
  // Neither who nor why: a block is nobody's business but of the two.
  apart: refused('conflict', 'Not everybody in this group can be put together. Write to them one by one, or leave somebody out.', { reason: 'apart' }),
  many: refused('conflict', 'A conversation has 50 people at most.', { reason: 'many' }),
  files: refused('bad_frame', 'Only files that you stored in this conversation, or files of your own pitch, can be attached. Nothing was sent.', { reason: 'files' }),
};

export const refusalOf = (verdict: Verdict): Refused => (verdict in SENTENCES ? SENTENCES[verdict as keyof typeof SENTENCES] : refused('internal', 'This could not be written. It has been noted.'));

const CODES: Record<FrameCode, ErrorCode> = {
  bad_frame: 'bad_request', too_large: 'too_large', too_many: 'rate_limited', forbidden: 'forbidden', not_found: 'not_found', conflict: 'conflict', unavailable: 'unavailable', internal: 'internal',
};

/** The same refusal as an answer over HTTP. */
export function errorOfRefusal({ code, message, retryAfter, detail }: Refused): AppError {
  const extra = typeof detail === 'object' && detail !== null ? { extra: detail as Record<string, unknown> } : {};
  return new AppError(CODES[code], message, { ...extra, ...(retryAfter !== undefined && { retryAfter }) });
}

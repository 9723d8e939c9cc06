import { expect, it } from 'vitest';
import * as server from '../../../../worker/features/conversations/schema.ts';
import { CHANGE_WITHIN_MS, LONGEST_MESSAGE, LONGEST_VOICE_MS, MOST_FILE_BYTES, MOST_FILES, UNANSWERED_MESSAGES } from './limits.ts';

it('is what the server says', () => {
  expect([LONGEST_MESSAGE, CHANGE_WITHIN_MS, LONGEST_VOICE_MS, MOST_FILE_BYTES, UNANSWERED_MESSAGES]).toEqual([server.LONGEST_MESSAGE, server.CHANGE_WITHIN_MS, server.LONGEST_VOICE_MS, server.MOST_FILE_BYTES, server.UNANSWERED_MESSAGES]);
  const files = (count: number) => server.MessageCreate.safeParse({ clientId: 'a', body: 'b', attachments: Array.from({ length: count }, () => crypto.randomUUID()) }).success;
  expect([files(MOST_FILES), files(MOST_FILES + 1)]).toEqual([true, false]);
});

import { expect, it } from 'vitest';
import { answerSentence } from './answer-sentence.ts';

it.each([
  [{ requests: 0, answered: 0, medianHours: null }, 'No requests for access in the last year yet.'],
  [{ requests: 4, answered: 4, medianHours: null }, '4 requests for access in the last year: too few to tell a response time.'],
  [{ requests: 5, answered: 0, medianHours: null }, 'None of 5 requests for access in the last year was answered.'],
  [{ requests: 5, answered: 4, medianHours: 0.2 }, 'Answers requests for access in less than an hour, as a median; 4 of 5 in the last year were answered.'],
  [{ requests: 9, answered: 9, medianHours: 1.1 }, 'Answers requests for access in 1 hour, as a median; 9 of 9 in the last year were answered.'],
  [{ requests: 9, answered: 9, medianHours: 60 }, 'Answers requests for access in 3 days, as a median; 9 of 9 in the last year were answered.'],
])('%j', (answers, sentence) => expect(answerSentence(answers)).toBe(sentence));

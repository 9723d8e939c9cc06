import { describe, expect, it } from 'vitest';
import { otherId, ownId, sampleConversation, sampleMessage } from '../../testing/message-samples.ts';
import { byProject } from './groups.ts';
import { lengthText, barsOf } from './levels.ts';
import { addressees, nameOf, writingSentence } from './names.ts';
import { dayName, linesOf, listTime } from './thread-lines.ts';

const own = { id: ownId, name: 'Harriet Osei-Lund' };
const now = new Date('2026-11-23T15:00:00');
const local = (text: string) => new Date(text).toISOString();

describe('how messages lie on the page', () => {
  it('are oldest first, under their day, and go on under one head when they follow soon', () => {
    const messages = [
      sampleMessage(4, { sentAt: local('2026-11-23T11:20:00') }), sampleMessage(3, { sentAt: local('2026-11-23T11:13:00') }),
      sampleMessage(2, { sentAt: local('2026-11-23T11:12:00') }), sampleMessage(1, { sentAt: local('2026-11-22T23:59:00') }),
    ];
    expect(linesOf(messages, [], ownId, now).map(({ message: { seq }, day, continues }) => [seq, day, continues])).toEqual([[1, 'Yesterday', false], [2, 'Today', false], [3, null, true], [4, null, false]]);
  });

  it('say once a reader how far they have read, and of the newest that it was sent', () => {
    const messages = [3, 2, 1].map((seq) => sampleMessage(seq, { sender: own }));
    const people = sampleConversation().people;
    expect(linesOf(messages, people, ownId, now).map(({ receipt }) => receipt)).toEqual([null, expect.stringMatching(/^Read by Maren \d\d:\d\d$/), 'Sent']);
    const all = people.map((person) => ({ ...person, readSeq: 3 }));
    expect(linesOf(messages, all, ownId, now).map(({ receipt }) => receipt === null)).toEqual([true, true, false]);
    expect(linesOf([sampleMessage(1)], people, ownId, now)[0]?.receipt).toBeNull();
    const late = people.map((person) => ({ ...person, readAt: local('2026-11-22T09:05:00') }));
    expect(linesOf([sampleMessage(1, { sender: own, sentAt: local('2026-11-12T23:59:00') })], late, ownId, now)[0]?.receipt).toBe('Read by Maren 22 Nov, 09:05');
  });

  it('name days and times as near as they are', () => {
    expect([dayName(local('2026-11-23T01:00:00'), now), dayName(local('2026-11-20T01:00:00'), now), dayName(local('2026-11-12T01:00:00'), now)]).toEqual(['Today', 'Friday', '12 Nov']);
    expect([listTime(local('2026-11-23T09:41:00'), now), listTime(local('2026-11-20T09:41:00'), now), listTime(local('2026-11-12T09:41:00'), now)]).toEqual(['09:41', 'Fri', '12 Nov']);
  });
});

describe('names', () => {
  const group = sampleConversation({ people: [...sampleConversation().people, { id: 'u3', name: 'Callum Ofori', handle: 'callum', portal: 'production', readSeq: 0, readAt: null }] });
  it('are short in lists, whole in heads, and a group’s own where it has one', () => {
    expect([nameOf(sampleConversation(), ownId, 'short'), nameOf(group, ownId, 'short'), nameOf(group, ownId), nameOf({ ...group, title: 'Finance' }, ownId)]).toEqual(['Maren Oyelaran', 'Maren, Callum', 'Maren Oyelaran, Callum Ofori', 'Finance']);
    expect(addressees(group, ownId)).toBe('Maren and Callum');
    expect(nameOf(sampleConversation({ people: [] }), otherId)).toBe('Only you');
  });

  it('say who is writing', () => {
    expect([writingSentence([]), writingSentence(['Maren Oyelaran']), writingSentence(['Maren O', 'Callum F']), writingSentence(['a', 'b', 'c'], 'then')]).toEqual(['', 'Maren is writing', 'Maren and Callum are writing', '3 people were writing']);
  });
});

it('groups conversations by project, in the order in which they were last spoken about', () => {
  const list = [sampleConversation(), sampleConversation({ id: 'c2', pitch: null }), sampleConversation({ id: 'c3' })];
  expect(byProject(list).map(({ pitch, items }) => [pitch?.title ?? null, items.map(({ id }) => id)])).toEqual([['Salt Year', [sampleConversation().id, 'c3']], [null, ['c2']]]);
});

it('draws loudness over the length', () => {
  const loud = Float32Array.from({ length: 100 }, (_, index) => (index < 50 ? 0 : 0.5));
  expect(barsOf(loud, 4)).toEqual([0, 0, 1, 1]);
  expect([lengthText(400), lengthText(7200), lengthText(299_600)]).toEqual(['0:00', '0:07', '5:00']);
});

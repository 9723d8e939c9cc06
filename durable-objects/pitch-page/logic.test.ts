import { expect, it } from 'vitest';
import { readersOf } from './logic.ts';

const at = Date.parse('2026-11-24T10:00:00.000Z');
const present = ['owner', 'named', 'unnamed'].map((userId) => ({ userId, name: userId.toUpperCase(), since: at }));

it('counts readers for everyone, and names to the owner only those they may know', () => {
  const { all, owner } = readersOf(present, 'owner', new Set(['owner', 'named', 'gone']));
  expect(all).toEqual({ kind: 'readers', readers: 2 });
  expect(owner).toEqual({ kind: 'readers', readers: 2, people: [{ userId: 'named', name: 'NAMED', since: '2026-11-24T10:00:00.000Z' }] });
});

it('is empty when only the owner is there', () => expect(readersOf(present.slice(0, 1), 'owner', new Set()).owner).toEqual({ kind: 'readers', readers: 0, people: [] }));

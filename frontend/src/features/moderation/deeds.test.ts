import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../worker/features/reports/schema.ts';
import { deedsOf } from './deeds.ts';

const report = (subject: Partial<Report['subject']>, status: Report['status'] = 'open'): Report => ({
  id: 'r1', reason: 'spam', note: '', status, reporter: { id: 'u1', name: 'Ana' }, resolution: null, resolvedAt: null, createdAt: '2026-11-20T10:00:00.000Z',
  subject: { kind: 'pitch', id: 'p1', text: 'Salt Year', state: 'shown', pitch: { id: 'p1', slug: 'salt-year', title: 'Salt Year' }, person: { id: 'u2', name: 'Maren', handle: 'maren', suspended: false }, ...subject },
});

describe('what can be done', () => {
  it.each([
    ['about a pitch in the market', report({}), ['take-down', 'suspend', 'uphold', 'dismiss']],
    ['about one that is down', report({ state: 'taken_down' }), ['put-back', 'suspend', 'uphold', 'dismiss']],
    ['about one that its owner withdrew', report({ state: 'hidden' }), ['suspend', 'uphold', 'dismiss']],
    ['about a comment', report({ kind: 'comment' }), ['delete-comment', 'suspend', 'uphold', 'dismiss']],
    ['about a comment that is gone', report({ kind: 'comment', state: 'gone', text: null }), ['suspend', 'uphold', 'dismiss']],
    ['about a suspended person', report({ kind: 'user', state: 'suspended', pitch: null, person: { id: 'u2', name: 'Maren', handle: 'maren', suspended: true } }), ['reinstate', 'uphold', 'dismiss']],
    ['about an account that is gone', report({ kind: 'user', state: 'gone', pitch: null, person: null }), ['uphold', 'dismiss']],
    ['after the decision', report({ state: 'taken_down' }, 'upheld'), ['put-back', 'suspend']],
  ])('%s', (_name, given, deeds) => expect(deedsOf(given)).toEqual(deeds));
});

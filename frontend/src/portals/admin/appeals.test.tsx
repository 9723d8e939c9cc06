import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Appeal } from '../../../../worker/features/appeals/schema.ts';
import { renderAt } from '../../testing/render.tsx';
import { sampleUser } from '../../testing/samples.ts';
import { answer, refuse } from '../../testing/server.ts';
import AppealsPage from './appeals.tsx';

const appeal: Appeal = {
  id: 'a1', text: 'The script is my own.', createdAt: '2026-11-20T10:00:00.000Z', status: 'open', answer: null, decidedAt: null, takedown: { reason: 'Uses another’s script.', at: '2026-11-19T10:00:00.000Z' },
  pitch: { id: 'p1', title: 'Salt Year' }, title: 'Salt Year', author: { name: 'Maren Oyelaran', handle: 'maren' }, number: 2,
};
const list = (items: Appeal[], counts = { open: items.length, granted: 0, declined: 1 }) => answer('get', '/api/appeals', { items, counts, nextCursor: null });

beforeEach(() => {
  answer('get', '/api/auth/session', { user: sampleUser({ portal: 'admin' }) });
});

describe('the appeals', () => {
  it('stand beside the reason they answer; an answer needs a sentence', async () => {
    list([appeal]);
    const sent = answer('post', '/api/appeals/a1/decision', undefined);
    const { user } = renderAt('/admin/appeals', <AppealsPage />);
    expect(await screen.findByText('The script is my own.')).toBeTruthy();
    expect(screen.getByText('Taken down 19 Nov: Uses another’s script.')).toBeTruthy();
    expect(screen.getByText('Second answer')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'It stays down' }));
    const confirm = () => screen.getAllByRole('button', { name: 'It stays down' }).at(-1) as HTMLElement;
    await user.click(confirm());
    expect(await screen.findByText('Say why, in a sentence.')).toBeTruthy();
    expect(sent).toHaveLength(0);
    list([]);
    await user.type(screen.getByLabelText('Answer, as its owner will read it'), ' Still another’s. ');
    await user.click(confirm());
    expect(await screen.findByRole('heading', { name: 'Nobody waits for an answer' })).toBeTruthy();
    expect(await sent[0]?.json()).toEqual({ decision: 'declined', answer: 'Still another’s.' });
  });

  it('keep what was written when the answer does not leave, and say when they did not load', async () => {
    list([appeal]);
    refuse('post', '/api/appeals/a1/decision', 409, 'conflict', { message: 'This appeal is decided already.' });
    const { user, unmount } = renderAt('/admin/appeals', <AppealsPage />);
    await user.click(await screen.findByRole('button', { name: 'Put the pitch back' }));
    await user.type(screen.getByLabelText('Answer, as its owner will read it'), 'It is theirs.');
    await user.click(screen.getAllByRole('button', { name: 'Put the pitch back' }).at(-1) as HTMLElement);
    expect((await screen.findByRole('alert')).textContent).toContain('This appeal is decided already.');
    expect(screen.getByDisplayValue('It is theirs.')).toBeTruthy();
    unmount();
    refuse('get', '/api/appeals', 500, 'internal');
    renderAt('/admin/appeals', <AppealsPage />);
    expect(await screen.findByRole('heading', { name: 'The appeals didn’t load' })).toBeTruthy();
  });
});

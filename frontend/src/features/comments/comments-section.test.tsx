import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderAt } from '../../testing/render.tsx';
import { samplePitch, sampleUser } from '../../testing/samples.ts';
import { answer, refuse } from '../../testing/server.ts';
import CommentsSection from './comments-section.tsx';

const pitch = samplePitch();
const path = `/api/pitches/${pitch.id}/comments`;
const me = sampleUser();
const author = { id: me.id, name: me.name, handle: 'harriet' };
const comment = (change: object = {}) => ({ id: 'k1', body: 'Why eleven?', author: { id: 'x', name: 'Idris Vale', handle: 'idris' }, createdAt: '2026-11-20T10:00:00.000Z', editedAt: null, isDeleted: false, ...change });

// Loaded when it opens; a busy machine should not fail a test over that.
beforeAll(() => import('../reports/report-dialog.tsx'));

describe('comments', () => {
  it('are read by everyone, and ask a visitor to sign in', async () => {
    answer('get', '/api/auth/session', { user: null });
    answer('get', path, { items: [{ ...comment(), replies: [comment({ id: 'k2', body: 'It was twelve.' })] }, { ...comment({ id: 'k3', body: '', author: null, isDeleted: true }), replies: [comment({ id: 'k4', body: 'Kept.' })] }], nextCursor: null });
    renderAt('/pitches/salt-year', <CommentsSection pitch={pitch} />);
    expect(await screen.findByText('Why eleven?')).toBeTruthy();
    expect(screen.getByText('It was twelve.')).toBeTruthy();
    expect(screen.getByText('This comment was deleted.')).toBeTruthy();
    expect((await screen.findByRole<HTMLAnchorElement>('link', { name: 'Sign in to comment' })).getAttribute('href')).toBe('/sign-in?next=%2Fpitches%2Fsalt-year%23comments');
    expect(screen.queryByRole('button', { name: /Answer/ })).toBeNull();
  });

  it('are written, answered, changed and deleted by members; what was typed survives a failure', async () => {
    answer('get', '/api/auth/session', { user: me });
    answer('get', path, { items: [{ ...comment(), replies: [comment({ id: 'k2', body: 'Mine', author })] }], nextCursor: null });
    refuse('post', path, 503, 'unavailable');
    const { user } = renderAt('/pitches/salt-year', <CommentsSection pitch={pitch} />);
    await user.type(await screen.findByLabelText('Say something about this pitch'), 'A premise.');
    await user.click(screen.getByRole('button', { name: 'Post the comment' }));
    expect(await screen.findByText(/What you wrote is still here/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Say something about this pitch').value).toBe('A premise.');

    const posted = answer('post', path, comment(), 201);
    await user.click(await screen.findByRole('button', { name: 'Answer, comment of Idris Vale' }));
    await user.type(screen.getByLabelText('Answer Idris Vale'), 'Because.');
    await user.click(screen.getByRole('button', { name: 'Post the answer' }));
    await waitFor(() => expect(posted).toHaveLength(1));
    expect(await posted[0]?.json()).toEqual({ body: 'Because.', parentId: 'k1' });

    const changed = answer('patch', '/api/comments/k2', comment({ id: 'k2' }));
    const mine = screen.getByRole('article', { name: `Comment of ${me.name}` });
    await user.click(within(mine).getByRole('button', { name: /^Edit/ }));
    await user.type(within(mine).getByLabelText('Your comment'), '!');
    await user.click(within(mine).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(changed).toHaveLength(1));
    expect(await changed[0]?.json()).toEqual({ body: 'Mine!' });

    const gone = answer('delete', '/api/comments/k2', null, 204);
    await user.click(await within(mine).findByRole('button', { name: /^Delete/ }));
    expect(gone).toHaveLength(0);
    await user.click(within(mine).getByRole('button', { name: /^Delete/ }));
    await waitFor(() => expect(gone).toHaveLength(1));
  });

  it('are reported with a reason', async () => {
    answer('get', '/api/auth/session', { user: me });
    answer('get', path, { items: [{ ...comment(), replies: [] }], nextCursor: null });
    const sent = answer('post', '/api/reports', null, 204);
    const { user } = renderAt('/pitches/salt-year', <CommentsSection pitch={pitch} />);
    await user.click(await screen.findByRole('button', { name: /^Report/ }));
    await user.selectOptions(await screen.findByLabelText('What is wrong'), 'abuse');
    await user.click(screen.getByRole('button', { name: 'Send the report' }));
    expect(await screen.findByRole('heading', { name: 'Thank you' })).toBeTruthy();
    expect(await sent[0]?.json()).toEqual({ subject: { kind: 'comment', id: 'k1' }, reason: 'abuse', note: '' });
  });

  it('say when they did not load', async () => {
    answer('get', '/api/auth/session', { user: null });
    refuse('get', path, 500, 'internal');
    renderAt('/pitches/salt-year', <CommentsSection pitch={pitch} />);
    expect(await screen.findByText('Request req-1')).toBeTruthy();
  });
});

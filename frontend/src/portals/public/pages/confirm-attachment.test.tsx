import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderAt } from '../../../testing/render.tsx';
import { answer, refuse } from '../../../testing/server.ts';
import ConfirmAttachment from './confirm-attachment.tsx';

const question = { project: 'Salt Year', creator: 'Maren Oyelaran', name: 'Petra Lindemarsh', role: 'Ada Tarrow', status: 'signed' };
beforeEach(() => { answer('get', '/api/pitches', { items: [], nextCursor: null }); });

describe('confirming an attachment', () => {
  it('asks in the words of the pitch, and answers only with the button', async () => {
    answer('get', '/api/attachments', question);
    const asked = answer('post', '/api/attachments', question);
    const { user } = renderAt('/confirm-attachment?token=abc', <ConfirmAttachment />);
    const button = await screen.findByRole('button', { name: 'Confirm my attachment' });
    expect(screen.getByText('Ada Tarrow')).toBeTruthy();
    expect(asked).toHaveLength(0);
    await user.click(button);
    expect(await screen.findByRole('heading', { name: 'You are confirmed' })).toBeTruthy();
    expect(await asked[0]?.json()).toEqual({ token: 'abc', answer: 'confirmed' });
  });

  it('takes a no', async () => {
    answer('get', '/api/attachments', question);
    const asked = answer('post', '/api/attachments', question);
    const { user } = renderAt('/confirm-attachment?token=abc', <ConfirmAttachment />);
    await user.click(await screen.findByRole('button', { name: 'This is not so' }));
    expect(await screen.findByRole('heading', { name: 'You are not shown as attached' })).toBeTruthy();
    expect(await asked[0]?.json()).toEqual({ token: 'abc', answer: 'declined' });
  });

  it('says when the link is spent, and when the server is away', async () => {
    refuse('get', '/api/attachments', 404, 'not_found');
    renderAt('/confirm-attachment?token=abc', <ConfirmAttachment />);
    expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeTruthy();
  });
});

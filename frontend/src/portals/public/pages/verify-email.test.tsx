import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderAt } from '../../../testing/render.tsx';
import { answer, refuse } from '../../../testing/server.ts';
import VerifyEmail from './verify-email.tsx';

beforeEach(() => {
  answer('get', '/api/pitches', { items: [], nextCursor: null });
});

describe('confirming an address', () => {
  it('does nothing until the button is pressed', async () => {
    const asked = answer('post', '/api/auth/verify-email', {});
    const { user } = renderAt('/verify-email?token=abc', <VerifyEmail />);
    const button = screen.getByRole('button', { name: 'Confirm my address' });
    expect(asked).toHaveLength(0);
    await user.click(button);
    expect(await screen.findByRole('heading', { name: 'Your address is confirmed' })).toBeTruthy();
    expect(await asked[0]?.json()).toEqual({ token: 'abc' });
  });

  it('says when the link is spent', async () => {
    refuse('post', '/api/auth/verify-email', 400, 'bad_request');
    const { user } = renderAt('/verify-email?token=abc', <VerifyEmail />);
    await user.click(screen.getByRole('button', { name: 'Confirm my address' }));
    expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeTruthy();
  });

  it('keeps the button when the server is away', async () => {
    refuse('post', '/api/auth/verify-email', 503, 'unavailable');
    const { user } = renderAt('/verify-email?token=abc', <VerifyEmail />);
    await user.click(screen.getByRole('button', { name: 'Confirm my address' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Confirm my address' })).toBeTruthy();
  });
});

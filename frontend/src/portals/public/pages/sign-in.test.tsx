import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderAt } from '../../../testing/render.tsx';
import { sampleUser } from '../../../testing/samples.ts';
import { answer, breakOff, refuse } from '../../../testing/server.ts';
import SignIn from './sign-in.tsx';

beforeEach(() => {
  answer('get', '/api/auth/session', { user: null });
  answer('get', '/api/pitches', { items: [], nextCursor: null });
});

async function fill(at = '/sign-in') {
  const rendered = renderAt(at, <SignIn />);
  await rendered.user.type(screen.getByLabelText('E-mail'), ' harriet@fenwater.example ');
  await rendered.user.type(screen.getByLabelText('Password'), 'tidal causeway');
  return rendered;
}

describe('signing in', () => {
  it('leads to the asked page', async () => {
    const asked = answer('post', '/api/auth/sign-in', { user: sampleUser() });
    const { user, address } = await fill('/sign-in?next=%2Fpitches%2Fsalt-year');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(address()).toBe('/pitches/salt-year'));
    expect(await asked[0]?.json()).toEqual({ email: 'harriet@fenwater.example', password: 'tidal causeway' });
  });

  it('leads home without one', async () => {
    answer('post', '/api/auth/sign-in', { user: sampleUser() });
    const { user, address } = await fill();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe('/investor'));
  });

  it('checks before it sends, and goes to the first wrong field', async () => {
    const { user } = renderAt('/sign-in', <SignIn />);
    await user.type(screen.getByLabelText('E-mail'), 'harriet@fenwater');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByText('The part after @ needs a dot, as in quarrylight.example.')).toBeTruthy();
    expect(screen.getByText('The password is needed.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('E-mail'));
  });

  it.each([
    [() => refuse('post', '/api/auth/sign-in', 401, 'unauthenticated'), /don’t go together/],
    [() => refuse('post', '/api/auth/sign-in', 403, 'email_unverified'), /Confirm your address first/],
    [() => refuse('post', '/api/auth/sign-in', 429, 'rate_limited'), /Too many tries/],
    [() => breakOff('post', '/api/auth/sign-in'), /No answer came/],
  ])('says what went wrong, %#', async (prepare, sentence) => {
    prepare();
    const { user, address } = await fill();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    const found = await screen.findByText(sentence);
    expect(found.closest('[role="alert"], [role="status"]')).toBeTruthy();
    expect(address()).toBe('/sign-in');
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('tidal causeway');
  });
});

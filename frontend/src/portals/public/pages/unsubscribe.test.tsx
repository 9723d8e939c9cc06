import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderAt } from '../../../testing/render.tsx';
import { answer, refuse } from '../../../testing/server.ts';
import Unsubscribe from './unsubscribe.tsx';

describe('stopping mails', () => {
  it('does nothing until the button is pressed', async () => {
    const asked = answer('post', '/api/unsubscribe', { stopped: 'search', names: ['Northern'] });
    const { user } = renderAt('/unsubscribe?token=a.b', <Unsubscribe />);
    const button = screen.getByRole('button', { name: 'Stop these mails' });
    expect(asked).toHaveLength(0);
    await user.click(button);
    expect(await screen.findByRole('heading', { name: 'No more mails for “Northern”' })).toBeTruthy();
    expect(new URL(asked[0]?.url ?? '').search).toBe('?token=a.b');
  });

  it('names the kinds, or the digest, that it ended', async () => {
    answer('post', '/api/unsubscribe', { stopped: 'kinds', names: ['Messages', 'Comments on your pitches'] });
    const { user } = renderAt('/unsubscribe?token=a.b', <Unsubscribe />);
    await user.click(screen.getByRole('button', { name: 'Stop these mails' }));
    expect(await screen.findByRole('heading', { name: 'No more mails for “Messages”, “Comments on your pitches”' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Choose what you are mailed' }).getAttribute('href')).toBe('/notifications/settings');
  });

  it('tells a link that stops nothing from a server that is away', async () => {
    refuse('post', '/api/unsubscribe', 503, 'unavailable');
    const { user } = renderAt('/unsubscribe?token=a.b', <Unsubscribe />);
    await user.click(screen.getByRole('button', { name: 'Stop these mails' }));
    expect(await screen.findByText('Request req-1')).toBeTruthy();
    refuse('post', '/api/unsubscribe', 404, 'not_found');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'This link stops no mails' })).toBeTruthy();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderAt } from '../../testing/render.tsx';
import { sampleUser } from '../../testing/samples.ts';
import { answer, refuse } from '../../testing/server.ts';
import AccountPage from './account.tsx';

const me = { ...sampleUser(), handle: 'harriet', companyName: 'Fenwater', headline: null, bio: null, location: null, website: null, createdAt: '2026-01-01T10:00:00.000Z' };
const device = (change: object) => ({ id: 'd1', current: true, device: 'Firefox on Linux', place: 'Lisbon, PT', address: '198.51.100.7', signedInAt: '2026-11-20T10:00:00.000Z', lastSeenAt: '2026-11-20T10:00:00.000Z', ...change });

beforeEach(() => {
  answer('get', '/api/auth/session', { user: sampleUser() });
  answer('get', '/api/me', me);
  answer('get', '/api/me/credits', { items: [{ title: 'The Long Tide', year: 2019, role: 'Producer', note: '' }] });
  answer('get', '/api/auth/sessions', { items: [device({}), device({ id: 'd2', current: false, device: 'Safari on iPhone' })], nextCursor: null });
  answer('get', '/api/me/blocked', { items: [], nextCursor: null });
});

describe('the account page', () => {
  it('saves the profile, with what was emptied as cleared, and puts refusals beside their field', async () => {
    const sent = answer('patch', '/api/me', { ...me, headline: 'Patient money', companyName: null });
    const { user } = renderAt('/account', <AccountPage />);
    await user.type(await screen.findByLabelText(/^Headline/), 'Patient money');
    await user.clear(screen.getByLabelText(/^Company/));
    await user.click(screen.getByRole('button', { name: 'Save the profile' }));
    expect(await screen.findByText('Saved. Others see it now.')).toBeTruthy();
    expect(await sent[0]?.json()).toEqual({ name: 'Harriet Osei-Lund', companyName: null, headline: 'Patient money', bio: null, location: null, website: null });
    refuse('patch', '/api/me', 400, 'bad_request', { fields: { website: 'A web address that begins with https://' } });
    await user.type(screen.getByLabelText(/^Website/), 'fenwater');
    await user.click(screen.getByRole('button', { name: 'Save the profile' }));
    expect(await screen.findByText('A web address that begins with https://')).toBeTruthy();
  });

  it('saves credits as a whole, and says which one is wrong', async () => {
    refuse('put', '/api/me/credits', 400, 'bad_request', { fields: { 'items.1.year': 'A year, such as 2019.' } });
    const { user } = renderAt('/account', <AccountPage />);
    await user.click(await screen.findByRole('button', { name: 'Add a credit' }));
    const row = within(screen.getAllByRole('listitem').find((item) => within(item).queryByRole('button', { name: 'Remove credit 2' })) as HTMLElement);
    await user.type(row.getByLabelText('Title'), 'Marrow');
    await user.type(row.getByLabelText('Your role'), 'Producer');
    await user.type(row.getByLabelText(/^Year/), 'soon');
    await user.click(screen.getByRole('button', { name: 'Save the credits' }));
    expect(await row.findByText('A year, such as 2019.')).toBeTruthy();
    const sent = answer('put', '/api/me/credits', { items: [] });
    await user.clear(row.getByLabelText(/^Year/));
    await user.click(screen.getByRole('button', { name: 'Remove The Long Tide' }));
    await user.click(screen.getByRole('button', { name: 'Save the credits' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(await sent[0]?.json()).toEqual({ items: [{ title: 'Marrow', role: 'Producer', year: null, note: '' }] });
  });

  it('changes the password, empties the form, and asks for the devices again', async () => {
    refuse('post', '/api/auth/change-password', 400, 'bad_request', { fields: { currentPassword: 'That is not your current password.' } });
    const { user } = renderAt('/account', <AccountPage />);
    await screen.findByText('Safari on iPhone');
    await user.type(screen.getByLabelText('Current password'), 'wrong one here');
    await user.type(screen.getByLabelText('New password'), 'seventeen reels of nitrate');
    await user.click(screen.getByRole('button', { name: 'Change the password' }));
    expect(await screen.findByText('That is not your current password.')).toBeTruthy();
    const sent = answer('post', '/api/auth/change-password', { changed: true });
    answer('get', '/api/auth/sessions', { items: [device({})], nextCursor: null });
    await user.click(screen.getByRole('button', { name: 'Change the password' }));
    expect(await screen.findByText(/every other device was signed out/)).toBeTruthy();
    expect(await sent[0]?.json()).toEqual({ currentPassword: 'wrong one here', newPassword: 'seventeen reels of nitrate' });
    expect((screen.getByLabelText('New password') as HTMLInputElement).value).toBe('');
    await waitFor(() => expect(screen.queryByText('Safari on iPhone')).toBeNull());
  });

  it('ends the session of another device, never offered for this one', async () => {
    const ended = answer('delete', '/api/auth/sessions/d2', null, 204);
    const { user } = renderAt('/account', <AccountPage />);
    const buttons = await screen.findAllByRole('button', { name: /^End session/ });
    expect(buttons.map((button) => button.textContent)).toEqual(['End session of Safari on iPhone']);
    answer('get', '/api/auth/sessions', { items: [device({})], nextCursor: null });
    await user.click(buttons[0] as HTMLElement);
    await waitFor(() => expect(screen.queryByText('Safari on iPhone')).toBeNull());
    expect(ended).toHaveLength(1);
  });

  it('lists whom one has blocked, with the way back', async () => {
    answer('get', '/api/me/blocked', { items: [{ id: 'u9', name: 'Otto Pike', handle: 'otto', portal: 'creator', companyName: null, headline: null, since: '2026-11-20T10:00:00.000Z' }], nextCursor: null });
    const undone = answer('delete', '/api/users/u9/block', null, 204);
    const { user } = renderAt('/account', <AccountPage />);
    await screen.findByText('Otto Pike', { selector: 'p' });
    answer('get', '/api/me/blocked', { items: [], nextCursor: null });
    await user.click(screen.getByRole('button', { name: 'Unblock Otto Pike' }));
    expect(await screen.findByText(/^Nobody\. You can block/)).toBeTruthy();
    expect(undone).toHaveLength(1);
  });

  it('keeps its other parts when one fails', async () => {
    refuse('get', '/api/auth/sessions', 503, 'unavailable');
    renderAt('/account', <AccountPage />);
    expect(await screen.findByRole('heading', { name: 'Your devices didn’t load' })).toBeTruthy();
    expect(await screen.findByLabelText(/^Headline/)).toBeTruthy();
  });
});

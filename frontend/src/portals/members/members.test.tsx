import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderAt } from '../../testing/render.tsx';
import { sampleCard, sampleUser } from '../../testing/samples.ts';
import { answer, refuse } from '../../testing/server.ts';
import FeedPage from './feed.tsx';
import SavedSearchesPage from './saved-searches.tsx';
import WatchlistPage from './watchlist.tsx';

const card = sampleCard();
const item = (change: object = {}) => ({ pitchId: card.id, title: card.title, folder: '', note: '', watchedAt: '2026-11-20T10:00:00.000Z', pitch: card, ...change });
const searchOf = (request: Request | undefined) => new URL(request?.url ?? 'http://nothing').search;

beforeEach(() => {
  answer('get', '/api/auth/session', { user: sampleUser() });
});

describe('the watchlist', () => {
  it('keeps title and note of a pitch that left the market', async () => {
    answer('get', '/api/watchlist', { items: [item({ pitch: null, note: 'Ask again in spring.' })], nextCursor: null, folders: [{ name: '', count: 1 }] });
    renderAt('/watchlist', <WatchlistPage />);
    expect(await screen.findByText(/No longer in the market/)).toBeTruthy();
    expect(screen.getByText('Ask again in spring.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: card.title })).toBeNull();
  });

  it('asks for the folder of the address, also for what lies in none', async () => {
    const asked = answer('get', '/api/watchlist', { items: [item()], nextCursor: null, folders: [{ name: '', count: 1 }, { name: 'Sea', count: 2 }] });
    const { user } = renderAt('/watchlist', <WatchlistPage />);
    expect((await screen.findByRole('link', { name: /^All/ })).textContent).toBe('All3');
    await user.click(screen.getByRole('link', { name: /No folder/ }));
    await waitFor(() => expect(searchOf(asked[1])).toBe('?folder='));
    await user.click(screen.getByRole('link', { name: /Sea/ }));
    await waitFor(() => expect(searchOf(asked[2])).toBe('?folder=Sea'));
  });

  it('saves a note and a folder, and takes a pitch off with a way back', async () => {
    answer('get', '/api/watchlist', { items: [item({ note: 'Old' })], nextCursor: null, folders: [{ name: '', count: 1 }] });
    const changed = answer('patch', `/api/watchlist/${card.id}`, null, 204);
    const { user } = renderAt('/watchlist', <WatchlistPage />);
    await user.click(await screen.findByRole('button', { name: 'Edit the note on Salt Year' }));
    await user.type(screen.getByLabelText('Private note'), ' and new');
    await user.type(screen.getByRole('combobox', { name: 'Folder' }), 'Sea');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByLabelText('Private note')).toBeNull());
    expect(await changed[0]?.json()).toEqual({ note: 'Old and new', folder: 'Sea' });

    const gone = answer('delete', `/api/pitches/${card.id}/watch`, null, 204);
    const back = answer('put', `/api/pitches/${card.id}/watch`, null, 204);
    await user.click(screen.getByRole('button', { name: 'Remove Salt Year' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(changed).toHaveLength(2));
    expect([gone.length, back.length, await changed[1]?.json()]).toEqual([1, 1, { note: 'Old', folder: '' }]);
  });

  it('is empty, or failed, and says what to do', async () => {
    answer('get', '/api/watchlist', { items: [], nextCursor: null, folders: [] });
    const { unmount } = renderAt('/watchlist', <WatchlistPage />);
    expect(await screen.findByRole('heading', { name: 'You watch nothing yet' })).toBeTruthy();
    unmount();
    refuse('get', '/api/watchlist', 500, 'internal');
    renderAt('/watchlist', <WatchlistPage />);
    expect(await screen.findByText('Request req-1')).toBeTruthy();
  });
});

describe('saved searches', () => {
  const search = { id: 's1', name: 'Northern', filters: { q: 'tidal', genre: ['drama'], format: [], stage: [], budgetBand: [], seeking: [] }, frequency: 'daily', createdAt: '2026-11-20T10:00:00.000Z' };

  it('lead to the market, change their mails and go', async () => {
    answer('get', '/api/saved-searches', { items: [search], nextCursor: null });
    const changed = answer('patch', '/api/saved-searches/s1', { ...search, frequency: 'off' });
    const gone = answer('delete', '/api/saved-searches/s1', null, 204);
    const { user } = renderAt('/saved-searches', <SavedSearchesPage />);
    expect((await screen.findByRole('link', { name: 'Northern' })).getAttribute('href')).toBe('/browse?q=tidal&genre=drama&sort=newest');
    expect(screen.getByText(/“tidal” in drama/)).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Mails for Northern'), 'off');
    await waitFor(() => expect(changed).toHaveLength(1));
    expect(await changed[0]?.json()).toEqual({ frequency: 'off' });
    await user.click(screen.getByRole('button', { name: 'Delete Northern' }));
    await waitFor(() => expect(gone).toHaveLength(1));
  });
});

describe('the feed', () => {
  it('tells apart that nobody is followed from that nothing is published', async () => {
    answer('get', '/api/feed', { items: [], nextCursor: null, following: 0 });
    const { unmount } = renderAt('/feed', <FeedPage />);
    expect(await screen.findByRole('heading', { name: 'You follow nobody yet' })).toBeTruthy();
    unmount();
    answer('get', '/api/feed', { items: [], nextCursor: null, following: 2 });
    renderAt('/feed', <FeedPage />);
    expect(await screen.findByRole('heading', { name: 'Nothing published yet' })).toBeTruthy();
  });

  it('shows pitches with whoever made them', async () => {
    answer('get', '/api/feed', { items: [card], nextCursor: null, following: 1 });
    answer('get', '/api/marks', { items: [{ pitchId: card.id, liked: false, watching: true, following: true, own: false }] });
    renderAt('/feed', <FeedPage />);
    expect(await screen.findByRole('link', { name: 'Salt Year' })).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Watch Salt Year', pressed: true })).toBeTruthy();
    expect(screen.getByText(/^Maren Oyelaran/)).toBeTruthy();
  });
});

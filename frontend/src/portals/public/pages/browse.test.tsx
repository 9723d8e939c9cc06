import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderAt } from '../../../testing/render.tsx';
import { sampleCard, sampleFacets, sampleUser } from '../../../testing/samples.ts';
import { answer, breakOff, refuse } from '../../../testing/server.ts';
import Browse from './browse.tsx';

const searchOf = (request: Request | undefined) => new URL(request?.url ?? 'http://nothing').searchParams.toString();
const counts = { format: { feature: 40, short: 4 }, genre: { drama: 12, noir: 3 } };

// Dialogs are loaded when they open; a busy machine should not fail a test over that.
beforeAll(() => Promise.all([import('../../../features/market/why-dialog.tsx'), import('../../../features/saved-searches/save-search-dialog.tsx')]));

beforeEach(() => {
  answer('get', '/api/auth/session', { user: null });
  answer('get', '/api/pitches/suggest', { titles: [], people: [], genres: [] });
  answer('post', '/api/searches', null, 204);
});

describe('Browse', () => {
  it('asks for what the address says and shows it with counts', async () => {
    const asked = answer('get', '/api/pitches', { items: [sampleCard()], nextCursor: null });
    answer('get', '/api/pitches/facets', sampleFacets(1, counts));
    renderAt('/browse?format=feature&q=salt', <Browse />);
    expect(await screen.findByRole('link', { name: 'Salt Year' })).toBeTruthy();
    expect(searchOf(asked[0])).toBe('q=salt&format=feature&sort=relevance&limit=24');
    expect((await screen.findByLabelText<HTMLInputElement>('Feature, 40')).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('salt');
    expect(screen.getByText('1 pitch')).toBeTruthy();
    expect(screen.queryByText(/shown/)).toBeNull();
  });

  it('says where a large market is counted in part, and hides no value that may find something', async () => {
    answer('get', '/api/pitches', { items: [sampleCard()], nextCursor: 'more' });
    answer('get', '/api/pitches/facets', { ...sampleFacets(5000, { format: { feature: 40, short: 0 } }), hasMore: true, newest: 5000 });
    renderAt('/browse', <Browse />);
    expect(await screen.findByText(/^Counted among the newest 5,000 that fit/)).toBeTruthy();
    expect(screen.getByLabelText('Documentary feature')).toBeTruthy();
    expect(screen.getByText('5,000+ pitches')).toBeTruthy();
    expect(await screen.findByText('1 of 5,000+')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Show 24 more' })).toBeTruthy();
  });

  it('writes a pressed facet into the address, and its chip takes it off', async () => {
    answer('get', '/api/pitches', { items: [sampleCard()], nextCursor: null });
    answer('get', '/api/pitches/facets', sampleFacets(7, counts));
    const { user, address } = renderAt('/browse', <Browse />);
    await user.click(await screen.findByLabelText('Noir, 3'));
    await waitFor(() => expect(address()).toBe('/browse?genre=noir'));
    await user.click(screen.getByRole('button', { name: 'Noir, remove' }));
    await waitFor(() => expect(address()).toBe('/browse'));
  });

  it('searches while one types and sends the words once', async () => {
    const asked = answer('get', '/api/pitches', { items: [], nextCursor: null });
    answer('get', '/api/pitches/facets', sampleFacets(0));
    const { user, address } = renderAt('/browse', <Browse />);
    await user.type(screen.getByRole('searchbox'), 'tidal');
    await waitFor(() => expect(address()).toBe('/browse?q=tidal'));
    expect(await screen.findByRole('heading', { name: 'No pitch matches “tidal”' })).toBeTruthy();
    expect(asked.map(searchOf).filter((search) => search.includes('q='))).toEqual(['q=tidal&sort=relevance&limit=24']);
  });

  it('says when the list is not sorted as asked', async () => {
    const [found, line] = [{ items: [sampleCard()], nextCursor: null }, 'Sorting took too long just now: these match, the newest first.'];
    answer('get', '/api/pitches', found);
    answer('get', '/api/pitches/facets', sampleFacets(1));
    const { unmount } = renderAt('/browse?q=salt', <Browse />);
    expect(await screen.findByRole('link', { name: 'Salt Year' })).toBeTruthy();
    expect(screen.queryByText(line)).toBeNull();
    unmount();
    answer('get', '/api/pitches', { ...found, unranked: true });
    renderAt('/browse?q=year', <Browse />);
    expect(await screen.findByText(line)).toBeTruthy();
  });

  it('goes to the search box with a slash', async () => {
    answer('get', '/api/pitches', { items: [], nextCursor: null });
    answer('get', '/api/pitches/facets', sampleFacets(0));
    const { user } = renderAt('/browse', <Browse />);
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  });

  it('shows more from where the last page ended', async () => {
    const asked = answer('get', '/api/pitches', (request) => (new URL(request.url).searchParams.get('cursor') === 'c2'
      ? { items: [sampleCard({ id: 'b', slug: 'kestrel', title: 'Kestrel' })], nextCursor: null }
      : { items: [sampleCard()], nextCursor: 'c2' }));
    answer('get', '/api/pitches/facets', sampleFacets(2));
    const { user } = renderAt('/browse', <Browse />);
    await user.click(await screen.findByRole('button', { name: 'Show 1 more' }));
    expect(await screen.findByRole('link', { name: 'Kestrel' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Salt Year' })).toBeTruthy();
    expect(asked).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /more/ })).toBeNull();
  });

  it('says which word was searched instead of a misspelt one', async () => {
    answer('get', '/api/pitches', { items: [sampleCard()], nextCursor: null, corrected: { from: 'iland', to: 'island' } });
    answer('get', '/api/pitches/facets', sampleFacets(1));
    renderAt('/browse?q=iland', <Browse />);
    expect(await screen.findByText(/Nothing matches “iland”/)).toBeTruthy();
  });

  it('keeps the filters when the pitches fail, and asks again on request', async () => {
    refuse('get', '/api/pitches', 503, 'unavailable');
    answer('get', '/api/pitches/facets', sampleFacets(3, counts));
    const { user } = renderAt('/browse', <Browse />);
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByRole('heading', { name: 'The pitches didn’t load' })).toBeTruthy();
    expect(within(alert).getByText('Request req-1')).toBeTruthy();
    expect(await screen.findByLabelText('Drama, 12')).toBeTruthy();
    answer('get', '/api/pitches', { items: [sampleCard()], nextCursor: null });
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Salt Year' })).toBeTruthy();
  });

  it('keeps the pitches when the filters fail', async () => {
    answer('get', '/api/pitches', { items: [sampleCard()], nextCursor: null });
    breakOff('get', '/api/pitches/facets');
    renderAt('/browse', <Browse />);
    expect(await screen.findByRole('link', { name: 'Salt Year' })).toBeTruthy();
    expect(await screen.findByText('The filters didn’t load.')).toBeTruthy();
  });

  it('marks what a search found and says why a pitch is there', async () => {
    const card = sampleCard();
    const match = { fields: ['title', 'synopsis'], title: ['', 'Salt', ' Year'], logline: null, passage: ['by the ', 'salt', ' pans'] };
    answer('get', '/api/pitches', { items: [card], nextCursor: null, matches: { [card.id]: match } });
    answer('get', '/api/pitches/facets', sampleFacets(1));
    const asked = answer('get', `/api/pitches/${card.id}/why`, {
      sort: 'relevance', fields: ['title', 'synopsis'], filters: [], publishedAt: card.publishedAt, follows: true, watching: false,
      trend: { views: 1, likes: 0, watchers: 0, comments: 0, points: 1, pointsNow: 1 },
    });
    const { user } = renderAt('/browse?q=salt', <Browse />);
    const link = await screen.findByRole('link', { name: 'Salt Year' });
    expect(link.querySelector('mark')?.textContent).toBe('Salt');
    expect(screen.getByText('salt', { selector: 'mark' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Why Salt Year is here' }));
    expect(await screen.findByText('Your words were found in its title and its synopsis.')).toBeTruthy();
    expect(screen.getByText(/You follow whoever made it/)).toBeTruthy();
    expect(searchOf(asked[0])).toBe('q=salt&sort=relevance');
  });

  it('suggests while one types; the arrow keys walk the links and Escape leads back', async () => {
    answer('get', '/api/pitches', { items: [], nextCursor: null });
    answer('get', '/api/pitches/facets', sampleFacets(0));
    answer('get', '/api/pitches/suggest', { titles: [{ id: 'a', slug: 'tidal-lock', title: 'Tidal Lock' }], people: [{ id: 'b', name: 'Tia Dahl', handle: 'tia' }], genres: [] });
    const { user, address } = renderAt('/browse', <Browse />);
    await user.type(screen.getByRole('searchbox'), 'ti');
    const title = await screen.findByRole('link', { name: 'Tidal Lock' });
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(title);
    await user.keyboard('{ArrowDown}{ArrowUp}{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    expect(screen.queryByRole('group', { name: 'Suggestions' })).toBeNull();
    await user.type(screen.getByRole('searchbox'), 'd');
    await user.click(await screen.findByRole('link', { name: 'Tidal Lock' }));
    expect(address()).toBe('/pitches/tidal-lock');
  });

  it('saves the search as it stands, and watches from a card', async () => {
    const card = sampleCard();
    answer('get', '/api/auth/session', { user: sampleUser() });
    answer('get', '/api/pitches', { items: [card], nextCursor: null });
    answer('get', '/api/pitches/facets', sampleFacets(1, counts));
    answer('get', '/api/marks', { items: [{ pitchId: card.id, liked: false, watching: false, following: false, own: false }] });
    const watched = answer('put', `/api/pitches/${card.id}/watch`, null, 204);
    const saved = answer('post', '/api/saved-searches', { id: 's1', name: 'Salt', filters: {}, frequency: 'daily', createdAt: '2026-11-20T10:00:00.000Z' }, 201);
    const { user } = renderAt('/browse?q=salt&genre=drama', <Browse />);
    await user.click(await screen.findByRole('button', { name: 'Watch Salt Year', pressed: false }));
    expect(await screen.findByRole('button', { name: 'Watch Salt Year', pressed: true })).toBeTruthy();
    expect(watched).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Save search' }));
    await user.selectOptions(await screen.findByLabelText('Mail me new pitches'), 'instant');
    await user.click(screen.getByRole('button', { name: 'Save the search' }));
    expect(await screen.findByRole('heading', { name: 'Saved' })).toBeTruthy();
    expect(await saved[0]?.json()).toEqual({ name: '“salt” in drama', filters: { q: 'salt', genre: ['drama'] }, frequency: 'instant' });
  });

  it('takes a watch back when the server refuses it', async () => {
    const card = sampleCard();
    answer('get', '/api/auth/session', { user: sampleUser() });
    answer('get', '/api/pitches', { items: [card], nextCursor: null });
    answer('get', '/api/pitches/facets', sampleFacets(1));
    answer('get', '/api/marks', { items: [{ pitchId: card.id, liked: false, watching: true, following: false, own: false }] });
    refuse('delete', `/api/pitches/${card.id}/watch`, 503, 'unavailable');
    const { user } = renderAt('/browse', <Browse />);
    await user.click(await screen.findByRole('button', { name: 'Watch Salt Year', pressed: true }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Watch Salt Year', pressed: true })).toBeTruthy());
  });
});

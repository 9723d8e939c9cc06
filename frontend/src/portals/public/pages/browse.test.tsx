import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderAt } from '../../../testing/render.tsx';
import { sampleCard, sampleFacets } from '../../../testing/samples.ts';
import { answer, breakOff, refuse } from '../../../testing/server.ts';
import Browse from './browse.tsx';

const searchOf = (request: Request | undefined) => new URL(request?.url ?? 'http://nothing').searchParams.toString();
const counts = { format: { feature: 40, short: 4 }, genre: { drama: 12, noir: 3 } };

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
    expect(screen.getByText('All 1 shown')).toBeTruthy();
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
});

import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { PitchAnalytics } from '../../../../worker/features/analytics/schema.ts';
import { renderAt } from '../../testing/render.tsx';
import { answer, refuse } from '../../testing/server.ts';
import PitchAnalyticsPage from './pitch-analytics.tsx';

const day = (n: number) => new Date(Date.UTC(2026, 9, 25 + n)).toISOString().slice(0, 10);
const sample = (change: Partial<PitchAnalytics> = {}): PitchAnalytics => ({
  pitch: { id: 'p1', slug: 'salt-year', title: 'Salt Year', status: 'published', publishedAt: '2026-10-01T00:00:00.000Z' },
  range: { days: 30, from: day(0), to: day(29) },
  totals: { views: 40, viewsBefore: 20, reads: 9, likes: 2, watchers: 3, comments: 0, medianSeconds: 75 },
  days: Array.from({ length: 30 }, (_, n) => ({ day: day(n), views: n === 16 ? 11 : 1, reads: 0 })),
  sources: [{ source: 'search', views: 30 }, { source: 'share', views: 10 }],
  audiences: [{ audience: 'investor', views: 28 }, { audience: 'anonymous', views: 12 }],
  funnel: { viewed: 36, watched: 3, requested: 2 },
  words: [{ words: 'tidal island', clicks: 7 }],
  ...change,
});
const unseen = sample({ totals: { views: 0, viewsBefore: 0, reads: 0, likes: 0, watchers: 0, comments: 0, medianSeconds: null }, sources: [], audiences: [], words: [], funnel: { viewed: 0, watched: 0, requested: 0 } });
const show = (at = '/creator/pitches/p1/views') => renderAt(at, <Routes><Route path="/creator/pitches/:id/views" element={<PitchAnalyticsPage />} /></Routes>);

describe('the views of a pitch', () => {
  it('are told in words, drawn, and there as a table', async () => {
    answer('get', '/api/pitches/p1/analytics', sample());
    const { user } = show();
    expect(await screen.findByRole('heading', { level: 1, name: 'Views of Salt Year' })).toBeTruthy();
    const sentence = '40 views, up 100% on the 30 days before. Most on 10 Nov: 11.';
    expect(screen.getByRole('img', { name: sentence })).toBeTruthy();
    expect(screen.getByText('Search: 75% of the views.')).toBeTruthy();
    expect(screen.getByText('Mostly investors: 70% of the views.')).toBeTruthy();
    expect(screen.getByText('One viewer in 18 asks for access.')).toBeTruthy();
    expect(screen.getByText('1 min 15 s')).toBeTruthy();
    expect(screen.getByText('Watch it').closest('li')?.textContent).toBe('Watch it38%');
    expect(within(screen.getByRole('table', { name: 'Words of these searches' })).getByRole('rowheader', { name: 'tidal island' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Table' }));
    expect(within(screen.getByRole('table', { name: 'Views, last 30 days: table' })).getByRole('row', { name: '10 Nov 11' })).toBeTruthy();
  });

  it('keep the range in the address', async () => {
    const asked = answer('get', '/api/pitches/p1/analytics', sample());
    const { user, address } = show();
    await user.click(await screen.findByRole('button', { name: '90 days' }));
    expect(address()).toBe('/creator/pitches/p1/views?days=90');
    expect(asked.map(({ url }) => new URL(url).search)).toEqual(['?days=30', '?days=90']);
  });

  it('of an unseen pitch say what to do, not zeros', async () => {
    answer('get', '/api/pitches/p1/analytics', unseen);
    show('/creator/pitches/p1/views?days=90');
    expect(await screen.findByRole('heading', { name: 'No views yet' })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('of a draft begin with publishing', async () => {
    answer('get', '/api/pitches/p1/analytics', { ...unseen, pitch: { ...unseen.pitch, status: 'draft' } });
    show();
    expect(await screen.findByRole('heading', { name: 'Nobody can see this pitch yet' })).toBeTruthy();
  });

  it('of somebody else’s pitch are not there, and a failure can be tried again', async () => {
    refuse('get', '/api/pitches/p1/analytics', 404, 'not_found');
    show().unmount();
    show();
    expect(await screen.findByRole('heading', { name: 'There are no numbers here' })).toBeTruthy();
    refuse('get', '/api/pitches/p1/analytics', 503, 'unavailable');
    show();
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.getByText('Request req-1')).toBeTruthy();
  });
});

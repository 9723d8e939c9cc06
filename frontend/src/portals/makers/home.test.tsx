import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { sampleNdaCard } from '../../testing/nda-samples.ts';
import { renderAt } from '../../testing/render.tsx';
import { ownPitch } from '../../testing/samples.ts';
import { answer } from '../../testing/server.ts';
import MakerHome from './home.tsx';

const show = (waiting: number) => {
  answer('get', '/api/auth/session', { user: null });
  answer('get', '/api/pitches/mine', { items: [{ ...ownPitch({ status: 'published' }) }], nextCursor: null, counts: { draft: 2, published: 1, unpublished: 0, archived: 0 } });
  answer('get', '/api/me/analytics', { days: [], views: 0, viewsBefore: 0, range: { days: 30, from: '2026-10-25', to: '2026-11-23' } });
  const asked = [7, 2].slice(0, waiting).map((days) => sampleNdaCard('requested', { id: `n${days}`, createdAt: new Date(Date.now() - days * 86_400_000).toISOString() }));
  answer('get', '/api/ndas', { items: asked, nextCursor: null, counts: { requested: waiting } });
  return renderAt('/creator', <Routes><Route path="/creator" element={<MakerHome />} /></Routes>);
};

describe('the home of a maker', () => {
  it('begins with who waits, what has waited longest first and alone in colour', async () => {
    show(2);
    expect(await screen.findByRole('heading', { level: 1, name: 'Two requests wait for you' })).toBeTruthy();
    expect(screen.getByText('1 pitch in the market. 2 drafts waiting to be finished.')).toBeTruthy();
    const answers = screen.getAllByRole('link', { name: /^Answer / });
    expect(answers.map((link) => link.classList.contains('btn--primary'))).toEqual([true, false]);
    expect(answers[0]?.closest('li')?.textContent).toContain('Waiting 7 days');
  });

  it('says how the market stands while nobody waits', async () => {
    show(0);
    expect(await screen.findByRole('heading', { level: 1, name: '1 pitch in the market' })).toBeTruthy();
  });
});

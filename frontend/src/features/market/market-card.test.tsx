import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderAt } from '../../testing/render.tsx';
import { sampleCard } from '../../testing/samples.ts';
import { MarketCard } from './market-card.tsx';

describe('MarketCard', () => {
  it('is a link named by the title, with labels instead of values', () => {
    renderAt('/browse', <MarketCard pitch={sampleCard()} sizes="220px" />);
    expect(screen.getByRole('link', { name: 'Salt Year' }).getAttribute('href')).toBe('/pitches/salt-year');
    expect(screen.getByRole('heading', { level: 2, name: 'Salt Year' })).toBeTruthy();
    const card = screen.getByRole('article');
    expect(card.textContent).toContain('Feature · Drama, survival');
    expect(card.textContent.replaceAll('\u2060', '')).toContain('Financing · Mid, $2–8m');
    expect(card.textContent).toContain('4,218 views');
    expect(card.textContent).toContain('1 person watching');
    expect(card.textContent).toContain('NDA for protected parts');
  });

  it('shows no zeros, and no stage or band that is not set', () => {
    renderAt('/browse', <MarketCard pitch={sampleCard({ stage: null, budgetBand: null, ndaRequired: false, poster: null, stats: { views: 0, likes: 0, watchers: 0, comments: 0 } })} sizes="220px" />);
    const text = screen.getByRole('article').textContent;
    expect(text).not.toMatch(/view|watching|null/);
    expect(text).toContain('No NDA needed');
  });
});

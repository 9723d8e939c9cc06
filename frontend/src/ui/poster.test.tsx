import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Poster } from './poster.tsx';

const image = { url: '/api/files/p1', width: 600, height: 900 };

describe('Poster', () => {
  it('offers four widths, keeps its place, and is described by its title', () => {
    render(<Poster title="Salt Year" image={image} sizes="220px" />);
    const img = screen.getByRole('img', { name: 'Poster: Salt Year' });
    expect(img.getAttribute('srcset')).toBe('/api/files/p1?w=320 320w, /api/files/p1?w=480 480w, /api/files/p1?w=640 640w, /api/files/p1?w=960 960w');
    expect(img.getAttribute('sizes')).toBe('220px');
    expect([img.getAttribute('width'), img.getAttribute('height'), img.getAttribute('loading')]).toEqual(['600', '900', 'lazy']);
  });

  it('loads first where the page waits for it', () => {
    render(<Poster title="Salt Year" image={image} load="first" />);
    const img = screen.getByRole('img');
    expect([img.getAttribute('loading'), img.getAttribute('fetchpriority')]).toEqual(['eager', 'high']);
  });

  it('does not push itself forward when it is only seen soon', () => {
    render(<Poster title="Salt Year" image={image} load="soon" />);
    const img = screen.getByRole('img');
    expect([img.getAttribute('loading'), img.getAttribute('fetchpriority')]).toEqual(['eager', 'auto']);
  });

  it('sets the title in the box where there is no poster', () => {
    const { container } = render(<Poster title="The Low Door" image={null} />);
    expect(screen.getByText('The Low Door').className).toContain('poster--none');
    expect(container.querySelector('img')).toBeNull();
  });

  it('sets the title where the poster can’t be had, and tries again with another', () => {
    const { rerender } = render(<Poster title="Salt Year" image={image} />);
    fireEvent.error(screen.getByRole('img'));
    expect(screen.getByText('Salt Year')).toBeTruthy();
    rerender(<Poster title="Salt Year" image={{ ...image, url: '/api/files/p2' }} />);
    expect(screen.getByRole('img', { name: 'Poster: Salt Year' })).toBeTruthy();
  });

  it('says nothing beside its own title', () => {
    render(<Poster title="Salt Year" image={image} size="xs" decorative />);
    expect(screen.queryByRole('img')).toBeNull();
  });
});

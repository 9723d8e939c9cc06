import { describe, expect, it } from 'vitest';
import { isCurrent, type NavEntry } from './navigation.ts';

const browse: NavEntry = { label: 'Browse', icon: 'grid', href: '/browse?sort=newest', covers: ['/pitches/'] };
const home: NavEntry = { label: 'Home', icon: 'home', href: '/creator', exact: true };
const own: NavEntry = { label: 'Pitches', icon: 'pages', href: '/creator/pitches' };

describe('isCurrent', () => {
  it.each<[NavEntry, string, boolean]>([
    [browse, '/browse', true],
    [browse, '/pitches/salt-year', true],
    [browse, '/browsers', false],
    [home, '/creator', true],
    [home, '/creator/pitches', false],
    [own, '/creator/pitches', true],
    [own, '/creator/pitches/new', true],
    [own, '/pitches/salt-year', false],
  ])('%o at %s: %s', (entry, pathname, expected) => expect(isCurrent(entry, pathname)).toBe(expected));
});

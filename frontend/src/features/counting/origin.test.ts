import { describe, expect, it } from 'vitest';
import { layTrail, originOfEntry, trailOf } from './origin.ts';

describe('how somebody came to the first page', () => {
  it.each([
    ['', '', 'direct'],
    ['?via=mail', 'https://www.google.com/', 'mail'],
    ['?utm_medium=email', '', 'mail'],
    ['?via=share', '', 'share'],
    ['', 'https://www.google.co.uk/', 'search'],
    ['', 'https://duckduckgo.com/', 'search'],
    ['', 'https://mail.example.org/inbox', 'mail'],
    ['', 'https://films.example/news', 'share'],
    ['', 'https://notgoogle.example/', 'share'],
    ['', 'https://pitchey.example/', 'browse'],
    ['', 'nonsense', 'direct'],
  ])('%s after “%s” is %s', (search, referrer, source) => expect(originOfEntry(search, referrer, 'pitchey.example')).toBe(source));
});

describe('a trail', () => {
  it('is warm while the list is shown and shortly after', () => {
    const leave = layTrail({ source: 'feed' });
    expect(trailOf(performance.now() + 60_000)?.source).toBe('feed');
    leave();
    expect(trailOf()?.source).toBe('feed');
    expect(trailOf(performance.now() + 5_001)).toBeUndefined();
  });

  it('of a newer list is not ended by an older one', () => {
    const leaveOld = layTrail({ source: 'browse' });
    layTrail({ source: 'search' });
    leaveOld();
    expect(trailOf(performance.now() + 60_000)?.source).toBe('search');
  });
});

import { describe, expect, it, vi } from 'vitest';
import { answer, breakOff } from '../testing/server.ts';
import { askEarly, takeEarly } from './early.ts';
import { http } from './http.ts';

describe('a request that left early', () => {
  it('is used once, and the next one goes out by itself', async () => {
    const asked = answer('get', '/api/things', { id: 'a' });
    askEarly('/api/things?limit=2');
    expect(await http.get('/api/things', { query: { limit: 2 } })).toEqual({ id: 'a' });
    expect(asked).toHaveLength(1);
    expect(await http.get('/api/things', { query: { limit: 2 } })).toEqual({ id: 'a' });
    expect(asked).toHaveLength(2);
  });

  it('is not used for anything but a GET of that address', async () => {
    const posted = answer('post', '/api/things', {});
    answer('get', '/api/things', {});
    askEarly('/api/things');
    await http.post('/api/things', {});
    expect(posted).toHaveLength(1);
    expect(takeEarly('/api/things')).toBeDefined();
  });

  it('is no news after ten seconds', () => {
    answer('get', '/api/things', {});
    askEarly('/api/things');
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(now + 10_001);
    expect(takeEarly('/api/things')).toBeUndefined();
  });

  it('fails like any other', async () => {
    breakOff('get', '/api/things');
    askEarly('/api/things');
    await expect(http.get('/api/things')).rejects.toMatchObject({ kind: 'network' });
  });
});

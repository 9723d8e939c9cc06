import { describe, expect, it } from 'vitest';
import { describeDevice } from './device.ts';
import { handleCandidates } from './handles.ts';
import { isReservedHandle } from './schema.ts';

describe('handles', () => {
  const valid = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
  it.each([
    ['Ada Kowalczyk', 'ada-kowalczyk'], ['Zoë Ünal-Şen', 'zoe-unal-sen'], ["D'Arcy O’Neil", 'darcy-oneil'], ['Admin', 'member-admin'], ['日本', 'member-0badf00d'], ['X', 'member-x'],
    ['An Exceedingly Long Name That Nobody Could Ever Type', 'an-exceedingly-long-name-that'],
  ])('%s begins with %s', (name, first) => {
    const candidates = handleCandidates(name, () => '0badf00d');
    expect(candidates[0]).toBe(first);
    expect(candidates.at(-1)).toMatch(/-0badf00d$/);
    expect(candidates.filter((candidate) => !valid.test(candidate) || isReservedHandle(candidate))).toEqual([]);
  });
});

describe('devices', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge on Windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 'Safari on macOS'],
    ['Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'Chrome on Android'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    ['curl/8.9.0', 'curl'], ['', 'Unknown device'], [null, 'Unknown device'], ['<script>alert(1)</script>', 'Unknown device'],
  ])('%s', (userAgent, words) => expect(describeDevice(userAgent)).toBe(words));
});

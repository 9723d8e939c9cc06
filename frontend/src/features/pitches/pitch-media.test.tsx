import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Media } from '../../../../worker/features/pitches/schema.ts';
import { samplePitch } from '../../testing/samples.ts';
import { PitchMedia } from './pitch-media.tsx';

const reel: Media = { id: 'r', kind: 'trailer', url: '/api/files/r', contentType: 'video/mp4', width: null, height: null, frame: null };
const still: Media = { id: 's', kind: 'gallery', url: '/api/files/s', contentType: 'image/webp', width: 1200, height: 800, frame: null };

it('plays a reel behind the first still, says that captions are missing, and offers stills in widths', () => {
  render(<PitchMedia pitch={samplePitch({ media: [reel, still] })} />);
  const video = screen.getByLabelText<HTMLVideoElement>('Trailer of Salt Year');
  expect([video.controls, video.getAttribute('poster'), video.getAttribute('preload')]).toEqual([true, '/api/files/s?w=960', 'metadata']);
  expect(video.querySelector('source')?.getAttribute('type')).toBe('video/mp4');
  expect(screen.getByText('This video comes without captions.')).toBeTruthy();
  const img = screen.getByRole('img', { name: /^Still 1 of 1 from Salt Year/ });
  expect([img.getAttribute('width'), img.getAttribute('height')]).toEqual(['1200', '800']);
  expect(img.getAttribute('srcset')).toContain('/api/files/s?w=320 320w');
});

it('is shown by its own picture where there is one', () => {
  render(<PitchMedia pitch={samplePitch({ media: [{ ...reel, frame: '/api/files/f' }, still] })} />);
  expect(screen.getByLabelText('Trailer of Salt Year').getAttribute('poster')).toBe('/api/files/f?w=960');
});

it('takes the poster where there is no still', () => {
  render(<PitchMedia pitch={samplePitch({ media: [reel] })} />);
  expect(screen.getByLabelText('Trailer of Salt Year').getAttribute('poster')).toBe('/api/files/p1?w=960');
  expect(screen.queryByRole('list')).toBeNull();
});

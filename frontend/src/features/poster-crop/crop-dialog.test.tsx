import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderAt } from '../../testing/render.tsx';
import { answer, refuse } from '../../testing/server.ts';
import CropDialog from './crop-dialog.tsx';

const whole = { url: '/api/pitches/p1/poster/whole?of=f1', width: 2400, height: 1200 };
const stage = () => {
  const onSaved = vi.fn(async () => undefined);
  const onClose = vi.fn();
  return { ...renderAt('/creator/pitches/p1/edit', <CropDialog pitchId="p1" onSaved={onSaved} onClose={onClose} />), onSaved, onClose };
};

describe('the part that a poster shows', () => {
  it('begins in the middle, moves by slider, and is sent in pixels', async () => {
    answer('get', '/api/pitches/p1/poster/crop', { whole, crop: null });
    const sent = answer('put', '/api/pitches/p1/poster/crop', { whole, crop: null });
    const { user, onSaved, onClose } = stage();
    expect(await screen.findByText('800 × 1200 of 2400 × 1200 px')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Use the whole picture' })).toBeNull();
    fireEvent.change(screen.getByRole('slider', { name: 'Size' }), { target: { value: '0' } });
    fireEvent.change(screen.getByRole('slider', { name: 'Left to right' }), { target: { value: '100' } });
    expect(screen.getByTestId('crop-frame').style.left).toBe('90%');
    await user.click(screen.getByRole('button', { name: 'Show this part' }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(onSaved).toHaveBeenCalledOnce();
    expect(await sent[0]?.json()).toEqual({ crop: { x: 2160, y: 420, width: 240, height: 360 } });
  });

  it('gives the whole picture back, and keeps the choice when it is not saved', async () => {
    answer('get', '/api/pitches/p1/poster/crop', { whole, crop: { x: 10, y: 0, width: 800, height: 1200 } });
    refuse('put', '/api/pitches/p1/poster/crop', 409, 'conflict', { message: 'The poster was replaced meanwhile.' });
    const { user, onClose } = stage();
    await user.click(await screen.findByRole('button', { name: 'Show this part' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The poster was replaced meanwhile. Your choice is still here.');
    const sent = answer('put', '/api/pitches/p1/poster/crop', { whole, crop: null });
    await user.click(screen.getByRole('button', { name: 'Use the whole picture' }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(await sent[0]?.json()).toEqual({ crop: null });
  });

  it('says when the picture did not load, and loads it again', async () => {
    refuse('get', '/api/pitches/p1/poster/crop', 503, 'unavailable');
    const { user } = stage();
    expect(await screen.findByRole('heading', { name: 'The picture didn’t load' })).toBeTruthy();
    answer('get', '/api/pitches/p1/poster/crop', { whole, crop: null });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('slider', { name: 'Size' })).toBeTruthy();
  });
});

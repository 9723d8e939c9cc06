import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import { renderAt } from '../../testing/render.tsx';
import { answer, refuse } from '../../testing/server.ts';
import { ownPitch } from '../../testing/samples.ts';
import { EditorBar } from './editor-bar.tsx';
import { EditorContext } from './editor-context.ts';
import { TakedownNotice } from './takedown-notice.tsx';
import { useDraft } from './use-draft.ts';

function Stage({ takedown }: { takedown: PitchOwner['takedown'] }) {
  return <EditorContext value={useDraft(ownPitch({ status: 'unpublished', takedown }))}><EditorBar onRefused={() => undefined} /><TakedownNotice /></EditorContext>;
}
const publish = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Publish' });

it('says why an operator took the pitch down, and offers no publication meanwhile', () => {
  const { unmount } = renderAt('/creator/pitches/x/edit', <Stage takedown={{ reason: 'The poster is somebody else’s.', at: '2024-11-20T10:00:00.000Z', appeal: null, appealsLeft: 3 }} />);
  expect(screen.getByText('Taken out of the market on 20 Nov 2024')).toBeTruthy();
  expect(screen.getByText('The poster is somebody else’s.')).toBeTruthy();
  expect(publish().disabled).toBe(true);
  unmount();
  renderAt('/creator/pitches/x/edit', <Stage takedown={null} />);
  expect(screen.queryByText(/Taken out/)).toBeNull();
  expect(publish().disabled).toBe(false);
});

const down = { reason: 'The poster is somebody else’s.', at: '2024-11-20T10:00:00.000Z', appeal: null, appealsLeft: 3 };
const said = { text: 'I drew it.', at: '2024-11-21T10:00:00.000Z', answer: null };

it('lets its owner answer, keeps the words when they do not leave, and shows what was sent', async () => {
  const pitch = ownPitch({ status: 'unpublished', takedown: { ...down, appeal: said, appealsLeft: 2 } });
  refuse('post', `/api/pitches/${pitch.id}/appeals`, 503, 'unavailable');
  answer('get', `/api/pitches/${pitch.id}`, pitch);
  const { user } = renderAt('/creator/pitches/x/edit', <Stage takedown={down} />);
  await user.click(screen.getByRole('button', { name: 'Answer this' }));
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByText('Say it in a sentence or two.')).toBeTruthy();
  await user.type(screen.getByLabelText(/What is wrong about it/), 'I drew it.');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect((await screen.findByRole('alert')).textContent).toContain('req-1');
  const sent = answer('post', `/api/pitches/${pitch.id}/appeals`, undefined);
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText('You answered on 21 Nov 2024. Somebody reads it and writes back.')).toBeTruthy();
  expect(await sent[0]?.json()).toEqual({ text: 'I drew it.' });
  expect(screen.queryByRole('button', { name: /^Answer/ })).toBeNull();
});

it('shows the answer, and offers another word only while there is one left', () => {
  const { unmount } = renderAt('/creator/pitches/x/edit', <Stage takedown={{ ...down, appeal: { ...said, answer: 'The artist says otherwise.' }, appealsLeft: 1 }} />);
  expect(screen.getByText('The artist says otherwise.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Answer again' })).toBeTruthy();
  unmount();
  renderAt('/creator/pitches/x/edit', <Stage takedown={{ ...down, appeal: { ...said, answer: 'No.' }, appealsLeft: 0 }} />);
  expect(screen.queryByRole('button', { name: /^Answer/ })).toBeNull();
});

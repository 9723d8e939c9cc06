import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderAt } from '../../testing/render.tsx';
import { ownPitch } from '../../testing/samples.ts';
import { answer, refuse } from '../../testing/server.ts';
import { EditorBar } from './editor-bar.tsx';
import { EditorContext } from './editor-context.ts';
import { useDraft } from './use-draft.ts';

const pitch = ownPitch({ status: 'published' });
function Stage() {
  return <EditorContext value={useDraft(pitch)}><EditorBar onRefused={() => undefined} /></EditorContext>;
}
const requests = (statuses: string[]) => answer('get', '/api/ndas', { items: statuses.map((status, index) => ({ id: `n${index}`, status })), nextCursor: null });
const dialog = () => screen.findByRole('dialog');

it('says who keeps reading before a pitch leaves the market, and nothing happens until it is said again', async () => {
  requests(['signed', 'signed', 'requested']);
  const sent = answer('post', `/api/pitches/${pitch.id}/unpublish`, { ...pitch, status: 'unpublished' });
  const { user } = renderAt('/creator/pitches/x/edit', <Stage />);
  await user.click(screen.getByRole('button', { name: 'Unpublish' }));
  expect(await within(await dialog()).findByText(/^2 readers signed an agreement and keep reading what it opened/)).toBeTruthy();
  expect(within(await dialog()).getByText('1 request for access waits for your answer.')).toBeTruthy();
  expect(sent).toHaveLength(0);
  await user.click(within(await dialog()).getByRole('button', { name: 'Unpublish' }));
  expect(await screen.findByRole('button', { name: 'Publish' })).toBeTruthy();
  expect(sent).toHaveLength(1);
});

it('deletes only when it is said twice, and a pitch that others rely on stays', async () => {
  requests([]);
  refuse('delete', `/api/pitches/${pitch.id}`, 409, 'conflict', { message: 'An agreement is about this pitch.' });
  const { user } = renderAt('/creator/pitches/x/edit', <Stage />);
  await user.click(screen.getByRole('button', { name: 'More about this pitch' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  await user.click(within(await dialog()).getByRole('button', { name: 'Delete for good' }));
  expect((await within(await dialog()).findByRole('alert')).textContent).toBe('An agreement is about this pitch. Nothing has changed.');
});

import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderAt } from '../../testing/render.tsx';
import { ownPitch } from '../../testing/samples.ts';
import { EditorBar } from './editor-bar.tsx';
import { EditorContext } from './editor-context.ts';
import { TakedownNotice } from './takedown-notice.tsx';
import { useDraft } from './use-draft.ts';

function Stage({ takedown }: { takedown: { reason: string; at: string } | null }) {
  return <EditorContext value={useDraft(ownPitch({ status: 'unpublished', takedown }))}><EditorBar onRefused={() => undefined} /><TakedownNotice /></EditorContext>;
}
const publish = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Publish' });

it('says why an operator took the pitch down, and offers no publication meanwhile', () => {
  const { unmount } = renderAt('/creator/pitches/x/edit', <Stage takedown={{ reason: 'The poster is somebody else’s.', at: '2024-11-20T10:00:00.000Z' }} />);
  expect(screen.getByText('Taken out of the market on 20 Nov 2024')).toBeTruthy();
  expect(screen.getByText('The poster is somebody else’s.')).toBeTruthy();
  expect(publish().disabled).toBe(true);
  unmount();
  renderAt('/creator/pitches/x/edit', <Stage takedown={null} />);
  expect(screen.queryByText(/Taken out/)).toBeNull();
  expect(publish().disabled).toBe(false);
});

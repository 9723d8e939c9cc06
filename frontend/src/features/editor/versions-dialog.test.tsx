import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import type { PitchVersion } from '../../../../worker/features/pitch-versions/schema.ts';
import { renderAt } from '../../testing/render.tsx';
import { ownPitch } from '../../testing/samples.ts';
import { answer, refuse } from '../../testing/server.ts';
import { EditorContext } from './editor-context.ts';
import { useDraft } from './use-draft.ts';
import VersionsDialog from './versions-dialog.tsx';

const pitch: PitchOwner = ownPitch({ version: 3, logline: 'Now.' });

function Stage() {
  const editor = useDraft(pitch);
  return <EditorContext value={editor}><output>{editor.state.fields.logline}</output><VersionsDialog onClose={() => undefined} /></EditorContext>;
}

const version = (change: Partial<PitchVersion>): PitchVersion => ({
  version: 3, kind: 'edited', author: { id: 'u', name: 'Maren' }, beganAt: '2026-11-20T10:00:00.000Z', at: '2026-11-20T10:00:00.000Z', publishedAt: null, restoredFrom: null, isCurrent: false, changes: [], ...change,
});
const list = { items: [version({ isCurrent: true, changes: [{ field: 'logline', before: 'Then and there.', after: 'Now and there.' }] }), version({ version: 1, kind: 'created', publishedAt: '2026-11-19T10:00:00.000Z' })], nextCursor: null };

describe('the versions of a pitch', () => {
  it('says who changed what, and marks the words', async () => {
    answer('get', `/api/pitches/${pitch.id}/versions`, list);
    const { user } = renderAt('/', <Stage />);
    await user.click(await screen.findByText('Changed logline'));
    const field = within(screen.getByRole('region', { name: 'Logline' }));
    expect([field.getByText('Then').tagName, field.getByText('Now').tagName]).toEqual(['MARK', 'MARK']);
    expect(screen.getByText('Created the draft')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Restore version 3' })).toBeNull();
  });

  it('restores against the version it saw, and shows what came back', async () => {
    answer('get', `/api/pitches/${pitch.id}/versions`, list);
    const asked = answer('post', `/api/pitches/${pitch.id}/versions/1/restore`, { ...pitch, version: 4, logline: 'As it was.' });
    const { user } = renderAt('/', <Stage />);
    await user.click(await screen.findByRole('button', { name: 'Restore version 1' }));
    expect(await screen.findByText('As it was.')).toBeTruthy();
    expect(asked[0]?.headers.get('if-match')).toBe('"3"');
  });

  it('says so when a restore is refused', async () => {
    answer('get', `/api/pitches/${pitch.id}/versions`, list);
    refuse('post', `/api/pitches/${pitch.id}/versions/1/restore`, 409, 'incomplete', { message: 'A published pitch cannot lose this.' });
    const { user } = renderAt('/', <Stage />);
    await user.click(await screen.findByRole('button', { name: 'Restore version 1' }));
    expect(await screen.findByText(/cannot lose this/)).toBeTruthy();
  });
});

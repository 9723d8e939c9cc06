import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { formats } from '../../../../worker/features/catalogue/lists.ts';
import { detailFields, templates } from '../../../../worker/features/pitches/lists.ts';
import { SYNOPSIS_MIN, type PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import { renderAt } from '../../testing/render.tsx';
import { ownPitch } from '../../testing/samples.ts';
import { answer } from '../../testing/server.ts';
import { DetailFields } from './detail-fields.tsx';
import { EditorContext } from './editor-context.ts';
import { SectionStory } from './section-story.tsx';
import { useDraft } from './use-draft.ts';

function Stage({ pitch }: { pitch: PitchOwner }) {
  return <EditorContext value={useDraft(pitch)}><DetailFields /><SectionStory /></EditorContext>;
}

it.each(formats.map(({ value }) => value))('%s asks for what is its own, and starts along its own outline', async (format) => {
  const pitch = ownPitch({ id: format, format, synopsis: '' });
  const saved = answer('patch', `/api/pitches/${format}`, pitch);
  const { user, unmount } = renderAt('/creator/pitches/x/edit', <Stage pitch={pitch} />);
  for (const name of templates[format].details) expect(screen.getByLabelText(detailFields[name].label, { exact: false })).toBeTruthy();
  const synopsis = screen.getByLabelText<HTMLTextAreaElement>('Synopsis');
  await user.click(screen.getByRole('button', { name: /^Start along the outline of an? / }));
  expect(synopsis.value.split('\n\n')).toEqual(templates[format].outline);
  expect(screen.queryByRole('button', { name: /outline/ })).toBeNull();
  // Leaving the page is a moment to save at.
  unmount();
  await waitFor(() => expect(saved).toHaveLength(1));
});

it('no two formats are asked the same way', () => {
  expect(new Set(formats.map(({ value }) => templates[value].synopsis)).size).toBe(formats.length);
  expect(new Set(formats.map(({ value }) => templates[value].outline.join())).size).toBe(formats.length);
});

it('an outline that nobody wrote along cannot be published', () => {
  expect(formats.filter(({ value }) => templates[value].outline.join('\n\n').length >= SYNOPSIS_MIN)).toEqual([]);
});

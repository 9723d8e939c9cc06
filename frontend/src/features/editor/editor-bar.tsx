import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { labelOf, pitchStatuses } from '../../../../worker/features/catalogue/lists.ts';
import { paths } from '../../app/paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { Icon } from '../../ui/icon.tsx';
import { SaveState, type SaveStateValue } from '../../ui/save-state.tsx';
import { forgetPitches, movePitch, type Move } from './api.ts';
import { useEditor } from './editor-context.ts';
import type { DraftState } from './draft.ts';
import { changesBetween } from './fields.ts';

const Versions = lazy(() => import('./versions-dialog.tsx'));

function saveState(state: DraftState): SaveStateValue {
  if (state.status === 'conflict') return { kind: 'conflict', onReview: () => document.getElementById('conflicts')?.scrollIntoView({ block: 'center' }) };
  if (state.status === 'offline' || state.status === 'refused') return { kind: state.status, changes: Object.keys(changesBetween(state.base, state.fields)).length, isKept: state.isKept };
  return state.status === 'saved' ? { kind: 'saved', at: state.savedAt } : { kind: 'saving' };
}

/** Title, state of saving, and the one step that comes next. */
export function EditorBar({ onRefused }: { onRefused: (error: unknown) => void }) {
  const { draft, state, isEditor } = useEditor();
  const { saved } = state;
  const client = useQueryClient();
  const [showsVersions, setShowsVersions] = useState(false);
  const move = useMutation({
    mutationFn: async (step: Move) => {
      await draft.saveNow();
      return movePitch(saved.id, step);
    },
    onSuccess: (next) => {
      draft.adopt(next);
      onRefused(null);
      return forgetPitches(client);
    },
    onError: onRefused,
  });
  const isPublished = saved.status === 'published';
  return (
    <div className="editor__bar">
      <h1 className="t-film nowrap editor__title">{state.fields.title || 'Untitled'}</h1>
      <Badge>{`Version ${saved.version}, ${labelOf(pitchStatuses, saved.status).toLowerCase()}`}</Badge>
      <span className="push"><SaveState state={saveState(state)} /></span>
      {!isEditor && <Button aria-label="Versions" onClick={() => setShowsVersions(true)}><Icon name="history" /><span className="only-wide">Versions</span></Button>}
      {showsVersions && <Suspense><Versions onClose={() => setShowsVersions(false)} /></Suspense>}
      <Link className={buttonClass({ kind: 'quiet' })} to={`${paths.pitch.href(saved.slug)}?as=public`} aria-label="Preview"><Icon name="eye" /><span className="only-wide">Preview</span></Link>
      {isEditor ? <Badge>Editor</Badge> : saved.status === 'archived'
        ? <Button kind="primary" busy={move.isPending} onClick={() => move.mutate('restore')}>Restore</Button>
        : isPublished
          ? <Button busy={move.isPending} onClick={() => move.mutate('unpublish')}>Unpublish</Button>
          : <Button kind="primary" busy={move.isPending} disabled={state.status === 'conflict' || saved.takedown !== null} onClick={() => move.mutate('publish')}>Publish</Button>}
    </div>
  );
}

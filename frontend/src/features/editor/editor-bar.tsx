import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { labelOf, pitchStatuses } from '../../../../worker/features/catalogue/lists.ts';
import { paths } from '../../app/paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { SaveState, type SaveStateValue } from '../../ui/save-state.tsx';
import { deletePitch, forgetPitches, movePitch, type Move } from './api.ts';
import { useEditor } from './editor-context.ts';
import type { DraftState } from './draft.ts';
import { changesBetween } from './fields.ts';
import { useMaker } from './maker.ts';
import type { Step } from './step-dialog.tsx';

const Versions = lazy(() => import('./versions-dialog.tsx'));
const StepDialog = lazy(() => import('./step-dialog.tsx'));

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
  const navigate = useNavigate();
  const maker = useMaker();
  const [showsVersions, setShowsVersions] = useState(false);
  const [asked, setAsked] = useState<Step | null>(null);
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
  const take = async (step: Step): Promise<void> => {
    if (step !== 'delete') return void await move.mutateAsync(step);
    draft.stop();
    await deletePitch(saved.id);
    await forgetPitches(client);
    await navigate(paths.ownPitches.href(maker), { replace: true });
  };
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
          ? <Button busy={move.isPending} onClick={() => setAsked('unpublish')}>Unpublish</Button>
          : <Button kind="primary" busy={move.isPending} disabled={state.status === 'conflict' || saved.takedown !== null} onClick={() => move.mutate('publish')}>Publish</Button>}
      {!isEditor && (
        <div className="editor__more"><Menu
          trigger={<IconButton icon="more" label="More about this pitch" />}
          entries={[...(saved.status === 'archived' ? [] : [{ label: 'Archive', icon: 'inbox' as const, onSelect: () => setAsked('archive') }]), { label: 'Delete', icon: 'close' as const, onSelect: () => setAsked('delete') }]}
        /></div>
      )}
      {asked && <Suspense><StepDialog step={asked} pitch={saved} onStep={() => take(asked)} onClose={() => setAsked(null)} /></Suspense>}
    </div>
  );
}

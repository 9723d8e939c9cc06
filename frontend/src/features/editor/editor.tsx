import { useState } from 'react';
import type { PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { EditorBar } from './editor-bar.tsx';
import { EditorContext } from './editor-context.ts';
import { fieldLabels, type FieldName } from './fields.ts';
import { Preview } from './preview.tsx';
import { SectionAccess } from './section-access.tsx';
import { SectionBasics } from './section-basics.tsx';
import { SectionCharacters } from './section-characters.tsx';
import { SectionComps } from './section-comps.tsx';
import { SectionList } from './section-list.tsx';
import { SectionMedia } from './section-media.tsx';
import { SectionMoney } from './section-money.tsx';
import { SectionStory } from './section-story.tsx';
import { SectionTeam } from './section-team.tsx';
import { TakedownNotice } from './takedown-notice.tsx';
import { useDraft } from './use-draft.ts';
import { SectionEditors } from '../pitch-editors/section-editors.tsx';
import './editor.css';

function Refusal({ error }: { error: unknown }) {
  if (!(error instanceof ApiError) || error.code !== 'incomplete') return <ErrorPanel title="That didn’t go through" error={error} />;
  return (
    <Notice tone="caution" announce>
      <p className="t-strong">Not yet: a published pitch needs these</p>
      <ul className="editor__missing">
        {Object.entries(error.fields).map(([field, why]) => <li key={field}>{fieldLabels[field as FieldName] ?? field}: {why}</li>)}
      </ul>
    </Notice>
  );
}

/** The whole editor of one pitch. */
export function Editor({ pitch }: { pitch: PitchOwner }) {
  const editor = useDraft(pitch);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { refusals, status, isKept } = editor.state;
  return (
    <EditorContext value={editor}>
      <EditorBar onRefused={setRefusal} />
      <div className="editor">
        <SectionList />
        <div className="editor__form">
          <div id="conflicts" className="stack">
            <TakedownNotice />
            <ConflictPanel />
            {refusal !== null && <Refusal error={refusal} />}
            {status === 'refused' && (
              <Notice tone="negative" announce>
                Some of this cannot be saved as it stands. {isKept ? 'It is kept on this device: ' : 'It is on this page only: '}{Object.values(refusals).join(' ')}
              </Notice>
            )}
          </div>
          <SectionBasics />
          <SectionStory />
          <SectionCharacters />
          <SectionComps />
          <SectionTeam />
          <SectionMoney />
          {!editor.isEditor && <><SectionMedia /><SectionAccess /></>}
          <SectionEditors pitchId={pitch.id} isOwner={!editor.isEditor} others={editor.others} />
        </div>
        <Preview />
      </div>
    </EditorContext>
  );
}

import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEditor } from './editor-context.ts';
import { fieldLabels, type FieldName } from './fields.ts';
import { lowerFirst } from '../../lib/format.ts';
import { ChangedWords } from './changed-words.tsx';

/** Both texts of every field that two people changed, and the choice between them. Nothing is saved until each is decided. */
export function ConflictPanel() {
  const { draft, state } = useEditor();
  const decide = (field: FieldName, value: unknown) => draft.decide(field, value);
  return state.conflicts.map((conflict) => (
    <Notice key={conflict.field} tone="caution" icon="swap" announce actions={
      <>
        <Button size="sm" onClick={() => decide(conflict.field, conflict.mine)}>Keep mine</Button>
        <Button size="sm" onClick={() => decide(conflict.field, conflict.theirs)}>Take theirs</Button>
        {typeof conflict.mine === 'string' && <Button size="sm" kind="quiet" onClick={() => decide(conflict.field, `${String(conflict.mine)}\n\n${String(conflict.theirs)}`)}>Keep both to edit</Button>}
      </>
    }>
      <p className="t-strong">Changed elsewhere: {lowerFirst(fieldLabels[conflict.field])}</p>
      <p className="t-2">Version {state.saved.version} was saved on another device or by someone else. Your words are kept here until you choose.</p>
      <div className="editor__conflict">
        <div><p className="t-xs t-3">Yours</p><ChangedWords value={conflict.mine} other={conflict.theirs} side="mine" /></div>
        <div><p className="t-xs t-3">Theirs</p><ChangedWords value={conflict.theirs} other={conflict.mine} side="theirs" /></div>
      </div>
    </Notice>
  ));
}

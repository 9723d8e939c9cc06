import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { WatchItem } from '../../../../worker/features/watchlist/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { changeItem } from './api.ts';

interface NoteFormProps {
  item: WatchItem;
  /** Folders there are, to choose from while typing. */
  folders: readonly string[];
  onSaved: () => Promise<unknown>;
  onClose: () => void;
}

/** Note and folder of one pitch. Read by nobody else. */
export function NoteForm({ item, folders, onSaved, onClose }: NoteFormProps) {
  const [note, setNote] = useState(item.note);
  const [folder, setFolder] = useState(item.folder);
  const save = useMutation({
    mutationFn: async () => {
      await changeItem(item.pitchId, { note, folder });
      await onSaved();
    },
    onSuccess: onClose,
  });
  const listId = `folders-${item.pitchId}`;
  return (
    <form
      className="watch__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      <Field label="Private note" hint="Only you can read it." counter={note.length > 1700 ? { used: note.length, of: 2000 } : undefined}>
        <Textarea rows={3} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <Field label="Folder" optional hint="A name that isn’t there yet makes a folder.">
        <Input value={folder} maxLength={60} list={listId} onChange={(event) => setFolder(event.target.value)} />
      </Field>
      <datalist id={listId}>{folders.filter((name) => name !== '').map((name) => <option key={name} value={name} />)}</datalist>
      <div className="row">
        <Button type="submit" kind="primary" size="sm" busy={save.isPending}>Save</Button>
        <Button kind="quiet" size="sm" onClick={onClose}>Cancel</Button>
        {save.isError && <span className="t-xs t-negative" role="alert">It wasn’t saved. What you wrote is still here; try again.</span>}
      </div>
    </form>
  );
}

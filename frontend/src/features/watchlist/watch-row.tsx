import { useState } from 'react';
import { Link } from 'react-router';
import type { WatchItem } from '../../../../worker/features/watchlist/schema.ts';
import { paths } from '../../app/paths.ts';
import { formatDay } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Poster } from '../../ui/poster.tsx';
import { budgetBandLabel, formatLabel, genreLine, stageLabel } from '../catalogue/labels.ts';
import { NoteForm } from './note-form.tsx';

interface WatchRowProps {
  item: WatchItem;
  folders: readonly string[];
  onSaved: () => Promise<unknown>;
  onRemove: () => void;
}

function factsOf(pitch: NonNullable<WatchItem['pitch']>): string {
  return [formatLabel(pitch.format), genreLine(pitch.genres), pitch.stage && stageLabel(pitch.stage), pitch.budgetBand && budgetBandLabel(pitch.budgetBand)].filter(Boolean).join(' · ');
}

/** One pitch with what the person wrote about it. One that left the market keeps its title and the note. */
export function WatchRow({ item, folders, onSaved, onRemove }: WatchRowProps) {
  const [isEditing, setEditing] = useState(false);
  const { pitch, title, note, folder, watchedAt } = item;
  return (
    <li className="watch">
      <Poster title={title} image={pitch?.poster ?? null} size="md" decorative />
      <div className="grow">
        <h2 className="t-film">{pitch ? <Link className="watch__title" to={paths.pitch.href(pitch.slug)}>{title}</Link> : title}</h2>
        <p className="t-xs t-2">{pitch ? factsOf(pitch) : 'No longer in the market. Its owner took it back; your note is kept.'}</p>
        {pitch && <p className="watch__log t-2">{pitch.logline}</p>}
        {!isEditing && note !== '' && <p className="watch__note">{note}</p>}
        {isEditing && <NoteForm item={item} folders={folders} onSaved={onSaved} onClose={() => setEditing(false)} />}
        <p className="t-xs t-3 num">Watched since {formatDay(watchedAt)}{folder !== '' && `, in ${folder}`}</p>
      </div>
      <div className="watch__acts">
        {!isEditing && <Button size="sm" onClick={() => setEditing(true)}>{note === '' ? 'Add a note' : 'Edit the note'} <span className="visually-hidden">on {title}</span></Button>}
        <Button kind="quiet" size="sm" onClick={onRemove}>Remove <span className="visually-hidden">{title}</span></Button>
      </div>
    </li>
  );
}

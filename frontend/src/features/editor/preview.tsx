import { budgetBandLabel, formatLabel, genreLine, stageLabel } from '../catalogue/labels.ts';
import { Gate } from '../../ui/gate.tsx';
import { Poster } from '../../ui/poster.tsx';
import { useEditor } from './editor-context.ts';

/** The card as the market shows it, while it is written. */
export function Preview() {
  const { state: { fields, saved } } = useEditor();
  const isGated = Object.values(saved.access).some((gate) => gate === 'nda');
  return (
    <aside className="editor__preview only-wide" aria-label="Preview of the card">
      <p className="t-xs t-3">As the market shows it</p>
      <div className="card card__body">
        <Poster title={fields.title || 'Untitled'} image={saved.poster} sizes="190px" decorative />
        <p className="pcard__title">{fields.title || 'Untitled'}</p>
        <p className="pcard__meta">
          {formatLabel(fields.format)} · {genreLine(fields.genres)}<br />
          {[fields.stage && stageLabel(fields.stage), fields.budgetBand && budgetBandLabel(fields.budgetBand)].filter(Boolean).join(' · ')}
        </p>
        <p className="t-xs t-2 editor__preview-log">{fields.logline}</p>
        <Gate open={!isGated}>{isGated ? 'NDA for protected parts' : 'No NDA needed'}</Gate>
      </div>
    </aside>
  );
}

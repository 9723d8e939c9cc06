import { useMutation } from '@tanstack/react-query';
import { gatedParts, gates, type Gate, type GatedPart } from '../../../../worker/features/catalogue/lists.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Select } from '../../ui/select.tsx';
import { loadPitch, setAccess } from './api.ts';
import { useEditor } from './editor-context.ts';
import { adviceFor, suggestedGates } from './gate-advice.ts';

/** One gate a field. The weakest that still protects is suggested, since every gate costs readers. */
export function SectionAccess() {
  const { draft, state } = useEditor();
  const { saved } = state;
  const change = useMutation({
    mutationFn: async (fields: Partial<Record<GatedPart, Gate>>) => {
      await setAccess(saved.id, fields);
      return loadPitch(saved.id);
    },
    onSuccess: (next) => draft.adopt(next),
  });
  return (
    <section id="access" className="section editor__section" aria-labelledby="access-title">
      <div className="section__head">
        <h2 className="t-title" id="access-title">Access</h2>
        {gatedParts.some(({ value }) => saved.access[value] !== suggestedGates[value]) && <Button size="sm" kind="quiet" className="push" busy={change.isPending} onClick={() => change.mutate(suggestedGates)}>Use suggestions</Button>}
      </div>
      <p className="t-2">Who sees what. We suggest the weakest gate that still protects.</p>
      {change.error && <ErrorPanel title="The gate didn’t change" error={change.error} />}
      <ul className="list">
        {gatedParts.map(({ value, label }) => {
          const gate = (change.isPending ? change.variables[value] : undefined) ?? saved.access[value];
          const advice = adviceFor(value, gate);
          return (
            <li key={value} className="editor__gate">
              <div>
                <p className="t-medium">{label}</p>
                <p className={advice.stronger ? 't-xs t-caution' : 't-xs t-2'}>{advice.text}</p>
              </div>
              <Select aria-label={`Gate for ${label.toLowerCase()}`} options={gates} value={gate} disabled={change.isPending} onChange={(event) => change.mutate({ [value]: event.target.value as Gate })} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

import { Icon } from '../../ui/icon.tsx';
import { useEditor } from './editor-context.ts';
import type { FieldName, Fields } from './fields.ts';

const sections: readonly { id: string; label: string; fields: readonly FieldName[] }[] = [
  { id: 'basics', label: 'Basics', fields: ['title', 'logline', 'format', 'stage', 'genres', 'budgetBand', 'details'] },
  { id: 'story', label: 'Story', fields: ['synopsis', 'tone', 'themes', 'audience', 'whyNow', 'productionPlan'] },
  { id: 'characters', label: 'Characters', fields: ['characters'] },
  { id: 'comps', label: 'Comps', fields: ['comps'] },
  { id: 'team', label: 'Team', fields: ['team'] },
  { id: 'money', label: 'Money', fields: ['ask', 'financePlan', 'protected.budgetBreakdown', 'protected.financialProjections', 'protected.distributionPlan', 'protected.marketingStrategy', 'protected.contactDetails'] },
  { id: 'media', label: 'Media', fields: [] },
  { id: 'access', label: 'Access', fields: [] },
];

const isDone = (value: Fields[FieldName]): boolean => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The sections with how much of each is written, and what is missing most. */
export function SectionList() {
  const { state: { fields, saved } } = useEditor();
  const { missing, done, total } = saved.completeness;
  const next = missing.find((entry) => entry.required) ?? missing[0];
  return (
    <nav className="editor__sections" aria-label="Sections">
      {sections.map(({ id, label, fields: names }) => {
        const written = names.filter((name) => isDone(fields[name])).length + (id === 'media' && saved.poster ? 1 : 0);
        const all = id === 'media' ? 1 : names.length;
        return (
          <a key={id} href={`#${id}`}>
            {all === 0 || written === all ? <Icon name="check" className="editor__done" /> : <span className="editor__ring" style={{ '--v': (written / all) * 100 } as React.CSSProperties} />}
            {label}
            <span className="t-xs t-3 num">{all > 0 && `${written}/${all}`}</span>
          </a>
        );
      })}
      <p className="t-xs t-2 editor__next">
        {done} of {total} fields done.{next && ` ${next.why}`}
      </p>
    </nav>
  );
}

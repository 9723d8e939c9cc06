import { Avatar } from '../../ui/avatar.tsx';
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
  { id: 'editors', label: 'Editors', fields: [] },
];

const isDone = (value: Fields[FieldName]): boolean => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The sections with how much of each is written, and what is missing most. */
export function SectionList() {
  const { state: { fields, saved }, isEditor, others } = useEditor();
  const { missing, done, total } = saved.completeness;
  const next = missing.find((entry) => entry.required) ?? missing[0];
  return (
    <nav className="editor__sections" aria-label="Sections">
      {sections.filter(({ id }) => !isEditor || (id !== 'media' && id !== 'access')).map(({ id, label, fields: names }) => {
        const written = names.filter((name) => isDone(fields[name])).length + (id === 'media' && saved.poster ? 1 : 0);
        const all = id === 'media' ? 1 : names.length;
        return (
          <a key={id} href={`#${id}`}>
            {all === 0 || written === all ? <Icon name="check" className="editor__done" /> : <span className="editor__ring" style={{ '--v': (written / all) * 100 } as React.CSSProperties} />}
            <span className="row editor__where">
              {label}
              {others.filter(({ section }) => section === id).map(({ userId, name }) => <span key={userId} title={name}><Avatar name={name} size="sm" /><span className="visually-hidden">{name} is here</span></span>)}
            </span>
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

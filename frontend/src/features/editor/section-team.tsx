import { teamStatuses } from '../../../../worker/features/catalogue/lists.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { useEditor } from './editor-context.ts';
import type { TeamRow } from './fields.ts';
import { TeamProof } from './team-proof.tsx';

export function SectionTeam() {
  const { draft, state, isEditor } = useEditor();
  const { team } = state.fields;
  const change = (at: number, changes: Partial<TeamRow>) => draft.edit({ team: team.map((row, index) => (index === at ? { ...row, ...changes } : row)) });
  return (
    <section id="team" className="section editor__section" aria-labelledby="team-title">
      <div className="section__head">
        <h2 className="t-title" id="team-title">Team</h2>
        <p className="t-xs t-3">“Attached” needs a document and the person’s own confirmation.</p>
      </div>
      <ul className="list">
        {team.map((row, index) => (
          <li key={index} className="editor__row editor__row--team"> {/* as with comps: the position is the identity */}
            <Field label="Name" error={state.refusals[`team.${index}.name`]}><Input value={row.name} maxLength={120} onChange={(event) => change(index, { name: event.target.value })} /></Field>
            <Field label="Role" error={state.refusals[`team.${index}.role`]}><Input value={row.role} maxLength={120} onChange={(event) => change(index, { role: event.target.value })} /></Field>
            <Field label="Status"><Select options={teamStatuses} value={row.status} onChange={(event) => change(index, { status: event.target.value as TeamRow['status'] })} /></Field>
            {!isEditor && row.status !== 'interested' && row.name !== '' && row.role !== '' && <TeamProof row={row} onProof={(proofFileId) => change(index, { proofFileId })} />}
            <IconButton icon="close" label={`Remove ${row.name || 'this person'}`} onClick={() => draft.edit({ team: team.filter((_, at) => at !== index) })} />
          </li>
        ))}
      </ul>
      <div><Button disabled={team.length >= 30} onClick={() => draft.edit({ team: [...team, { name: '', role: '', status: 'interested', proofFileId: null }] })}>Add a person</Button></div>
    </section>
  );
}

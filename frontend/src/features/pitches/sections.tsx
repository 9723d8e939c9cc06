import type { ReactNode } from 'react';
import { labelOf, protectedFields } from '../../../../worker/features/catalogue/lists.ts';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { Gate } from '../../ui/gate.tsx';
import { detailFields } from '../../../../worker/features/pitches/lists.ts';
import { PitchCharacters } from './pitch-characters.tsx';
import { PitchComps } from './pitch-comps.tsx';
import { PitchMoney } from './pitch-money.tsx';
import { PitchMedia } from './pitch-media.tsx';
import { PitchTeam } from './pitch-team.tsx';
import { Prose } from './prose.tsx';

export interface PitchSection {
  id: string;
  title: string;
  count?: number;
  body: ReactNode;
}

/** The page's parts in reading order; what the owner left empty is not there. */
export function sectionsOf(pitch: Pitch): PitchSection[] {
  const { synopsis, whyNow, audience, tone, comps, themes, team, productionPlan } = pitch;
  const opened = protectedFields.flatMap(({ value }) => {
    const text = pitch.protected[value];
    return text ? [{ field: value, text }] : [];
  });
  const sections: (PitchSection | false)[] = [
    synopsis !== '' && { id: 'story', title: 'Story', body: <Prose text={synopsis} /> },
    pitch.media.length > 0 && { id: 'media', title: pitch.media.every(({ kind }) => kind === 'gallery') ? 'Stills' : 'Trailer and stills', body: <PitchMedia pitch={pitch} /> },
    pitch.characters.length > 0 && { id: 'characters', title: 'Characters', count: pitch.characters.length, body: <PitchCharacters characters={pitch.characters} /> },
    ...(['formatEngine', 'seasonArc', 'accessRights'] as const).map((name) => {
      const text = pitch.details?.[name] ?? '';
      return text !== '' && { id: name, title: detailFields[name].label, body: <Prose text={text} /> };
    }),
    (tone !== '' || comps.length > 0) && {
      id: 'tone',
      title: comps.length > 0 ? 'Tone and comps' : 'Tone',
      body: (
        <>
          {tone !== '' && <Prose text={tone} />}
          {themes.length > 0 && <p className="t-2 mt-4">Themes: {themes.join(', ')}</p>}
          {comps.length > 0 && <PitchComps pitch={pitch} />}
        </>
      ),
    },
    team.length > 0 && {
      id: 'team',
      title: 'Team',
      count: team.length,
      body: (
        <>
          <PitchTeam team={team} />
          <p className="t-xs t-3 mt-3">“Attached” here needs a document and the person’s own confirmation.</p>
        </>
      ),
    },
    pitch.financePlan !== null && {
      id: 'money',
      title: 'Money',
      body: (
        <>
          {pitch.financePlan.gate !== 'public' && <p className="mb-3"><Gate open>Open to you</Gate></p>}
          <PitchMoney plan={pitch.financePlan} />
        </>
      ),
    },
    whyNow !== '' && { id: 'why-now', title: 'Why now', body: <Prose text={whyNow} /> },
    audience !== '' && { id: 'audience', title: 'Audience', body: <Prose text={audience} /> },
    productionPlan !== '' && { id: 'plan', title: 'Production plan', body: <Prose text={productionPlan} /> },
    ...opened.map(({ field, text }) => ({
      id: field,
      title: labelOf(protectedFields, field),
      body: (
        <>
          <p className="mb-3"><Gate open>Open to you</Gate></p>
          <Prose text={text} name={labelOf(protectedFields, field)} />
        </>
      ),
    })),
  ];
  return sections.filter((section) => section !== false);
}

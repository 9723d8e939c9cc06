import { lazy, Suspense, useState } from 'react';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { countOf } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { CompareToggle } from '../compare/compare-toggle.tsx';
import { MessageButton } from '../messages/message-button.tsx';
import { MarkButton } from '../marks/mark-button.tsx';
import { useMarks } from '../marks/use-marks.ts';

const ReportDialog = lazy(() => import('../reports/report-dialog.tsx'));

/** What a reader may do with a pitch, with how many did. Its owner sees the counts. */
export function PitchActions({ pitch }: { pitch: Pitch }) {
  const [isReporting, setReporting] = useState(false);
  const { user } = useSession();
  const mark = useMarks([pitch.id]).get(pitch.id);
  const { likes, watchers, views } = pitch.stats;
  const target = { pitchId: pitch.id, ownerId: pitch.creator.id, of: pitch.title, size: 'lg' as const };
  if (pitch.tier === 'owner') {
    return <p className="t-2 num self-center">{[countOf(views, 'view'), countOf(likes, 'like'), `${countOf(watchers, 'person', 'people')} watching`].join(', ')}</p>;
  }
  return (
    <>
      <MarkButton {...target} deed="watching" on={mark?.watching ?? false} count={watchers} />
      <MarkButton {...target} deed="liked" on={mark?.liked ?? false} count={likes} />
      {user !== null && <MessageButton size="lg" what={{ kind: 'pitch', pitchId: pitch.id }} to={`${pitch.creator.name} about ${pitch.title}`} />}
      <CompareToggle pitch={pitch} size="lg" />
      {user !== null && <IconButton icon="flag" label={`Report ${pitch.title}`} className="self-center" onClick={() => setReporting(true)} />}
      {isReporting && (
        <Suspense>
          <ReportDialog subject={{ kind: 'pitch', id: pitch.id }} what={`“${pitch.title}”`} onClose={() => setReporting(false)} />
        </Suspense>
      )}
    </>
  );
}

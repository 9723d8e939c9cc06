import { Link } from 'react-router';
import { labelOf, pitchStatuses } from '../../../../worker/features/catalogue/lists.ts';
import type { PitchMine } from '../../../../worker/features/pitches/schema.ts';
import { paths } from '../../app/paths.ts';
import { countOf, formatAgo, formatCount } from '../../lib/format.ts';
import { Poster } from '../../ui/poster.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Status } from '../../ui/status.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { formatLabel } from '../catalogue/labels.ts';
import { useMaker } from './maker.ts';

const counted = (value: number) => (value === 0 ? <span className="t-3">none yet</span> : formatCount(value));

/** Own pitches, any state, with how far each is. */
export function OwnPitchesTable({ pitches }: { pitches: readonly PitchMine[] }) {
  const maker = useMaker();
  const columns: Column<PitchMine>[] = [
    {
      id: 'pitch', head: 'Pitch', rowHead: true,
      cell: (pitch) => (
        <Link className="own__name" to={paths.editPitch.href(maker, pitch.id)}>
          <Poster title={pitch.title} image={pitch.poster} size="xs" decorative />
          <span>
            <span className="t-film-md">{pitch.title}</span>
            <span className="t-xs t-2">{formatLabel(pitch.format)}, version {pitch.version}, changed {formatAgo(pitch.updatedAt)}</span>
          </span>
        </Link>
      ),
    },
    { id: 'state', head: 'State', cell: (pitch) => <Status tone={pitch.status === 'published' ? 'positive' : 'open'}>{labelOf(pitchStatuses, pitch.status)}</Status> },
    { id: 'views', head: 'Views', figures: true, cell: (pitch) => (pitch.stats.views === 0 ? counted(0) : <Link className="link" to={paths.pitchAnalytics.href(maker, pitch.id)} aria-label={`${countOf(pitch.stats.views, 'view')} of ${pitch.title}`}>{formatCount(pitch.stats.views)}</Link>) },
    { id: 'watching', head: 'Watching', figures: true, cell: (pitch) => counted(pitch.stats.watchers) },
    {
      id: 'complete', head: 'Complete',
      cell: ({ title, completeness: { done, total } }) => (
        <span className="own__done">
          <Progress label={`How complete ${title} is`} value={done} max={total} text={`${done} of ${total} fields`} />
          <span className="t-xs t-2 num">{Math.round((done / total) * 100)}%</span>
        </span>
      ),
    },
  ];
  return <Table stack caption="Your pitches" columns={columns} rows={pitches} rowKey={(pitch) => pitch.id} />;
}

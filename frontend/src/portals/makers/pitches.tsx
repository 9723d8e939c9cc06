import { useQuery } from '@tanstack/react-query';
import { paths } from '../../app/paths.ts';
import { mineQuery } from '../../features/editor/api.ts';
import { EditingPanel } from '../../features/pitch-editors/editing-panel.tsx';
import { useMaker } from '../../features/editor/maker.ts';
import { OwnPitchesTable } from '../../features/editor/own-pitches-table.tsx';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import './makers.css';

export default function MakerPitches() {
  usePage({ title: 'Your pitches' });
  const maker = useMaker();
  const { data, error, refetch, isFetching } = useQuery(mineQuery);
  return (
    <div className="page">
      <div className="page__head">
        <h1 className="t-h1">Your pitches</h1>
        <div className="row push"><ButtonLink kind="primary" to={paths.newPitch.href(maker)}>New pitch</ButtonLink></div>
      </div>
      {error && <ErrorPanel title="Your pitches didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="table" count={6} /></div>}
      {data?.items.length === 0 && <Empty title="No pitches yet" action={<ButtonLink kind="primary" to={paths.newPitch.href(maker)}>Start the first pitch</ButtonLink>}>A pitch starts as a draft that only you see.</Empty>}
      {data && data.items.length > 0 && <OwnPitchesTable pitches={data.items} />}
      <EditingPanel />
    </div>
  );
}

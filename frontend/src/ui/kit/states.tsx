import { ApiError } from '../../lib/http.ts';
import { Button } from '../button.tsx';
import { Empty } from '../empty.tsx';
import { ErrorPanel } from '../error-panel.tsx';
import { Notice } from '../notice.tsx';
import { PosterGridSkeleton } from '../poster-grid-skeleton.tsx';
import { Skeleton } from '../skeleton.tsx';
import { KitRow, KitSection } from './kit-section.tsx';

const failure = new ApiError('Not now.', { kind: 'http', status: 503, code: 'unavailable', requestId: '01J9-7KQ2-M4' });
const silence = new ApiError('No answer came.', { kind: 'network', status: 0, code: 'network' });
const nothing = () => undefined;

export function States() {
  return (
    <>
      <KitSection title="Notice">
        <div className="grid gap-3">
          <Notice>Petra confirmed her letter of intent.</Notice>
          <Notice tone="caution"><b className="t-strong">Offline.</b> 3 changes are kept on this device.</Notice>
          <Notice tone="negative"><b className="t-strong">The deck is 212 MB; the limit is 150 MB.</b> Nothing was uploaded.</Notice>
          <Notice tone="positive" actions={<Button size="sm">See version 12</Button>}><b className="t-strong">Version 11 restored as version 13.</b> Version 12 is still in the history.</Notice>
        </div>
      </KitSection>
      <KitSection title="Empty and error">
        <div className="kit__two">
          <Empty title="Nobody is watching yet" action={<Button kind="primary">Share the pitch</Button>}>Watchers hear about new versions before anyone else.</Empty>
          <ErrorPanel title="The holdings didn’t load" error={failure} onRetry={nothing} />
          <ErrorPanel title="The pitches didn’t load" error={silence} onRetry={nothing} retrying />
        </div>
      </KitSection>
      <KitSection title="Skeletons">
        <div className="kit__two">
          <Skeleton shape="lines" count={4} />
          <Skeleton shape="table" />
          <Skeleton shape="panel" />
        </div>
        <KitRow caption="The poster grid keeps its shape"><PosterGridSkeleton count={4} className="kit__posters w-full" /></KitRow>
      </KitSection>
    </>
  );
}

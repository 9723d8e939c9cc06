import { Skeleton } from '../../ui/skeleton.tsx';

/** The shape of a pitch page: the dark room is there from the start. */
export function PitchSkeleton() {
  return (
    <div aria-busy="true" aria-label="Loading the pitch" role="status">
      <div className="hero" data-theme="dark">
        <div className="hero__in">
          <span className="skel skel--poster hero__poster" />
          <div className="hero__body">
            <div className="hero__top">
              <span className="skel skel--line h-4 w-40" />
              <span className="skel skel--line mt-6 h-14 w-4/5 max-w-120" />
            </div>
            <span className="skel skel--line mt-8 w-full max-w-160" />
            <span className="skel skel--line mt-3 w-2/3 max-w-120" />
          </div>
        </div>
      </div>
      <div className="pitch">
        <div className="pitch__cols pitch__cols--wait">
          <Skeleton shape="panel" />
          <Skeleton shape="panel" />
        </div>
      </div>
    </div>
  );
}

import { cx } from '../lib/class-names.ts';

const titles = ['w-2/3', 'w-1/2', 'w-4/5', 'w-3/5'];

/** Posters to come: the boxes keep the grid's shape, so nothing moves when they arrive. */
export function PosterGridSkeleton({ count, className }: { count: number; className: string }) {
  return (
    <div className={className} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <div key={index}>
          <span className="skel skel--poster" />
          <span className={cx('skel skel--line mt-4 h-4', titles[index % titles.length])} />
          <span className="skel skel--line mt-2 w-1/2" />
        </div>
      ))}
    </div>
  );
}

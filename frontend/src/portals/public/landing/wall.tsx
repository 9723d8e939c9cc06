import type { PitchCard } from '../../../../../worker/features/pitches/schema.ts';
import { Poster } from '../../../ui/poster.tsx';

const columns = 3;

const waiting = [0, 1, 2];

/** Posters of the market, cropped by the fold; empty boxes until they are known. Decoration: the same pitches are linked further down. */
export function Wall({ pitches }: { pitches: readonly PitchCard[] | undefined }) {
  return (
    <div className="wall" aria-hidden="true">
      {Array.from({ length: columns }, (_, column) => (
        <div key={column}>
          {pitches === undefined && waiting.map((box) => <span key={box} className="skel skel--poster" />)}
          {pitches?.filter((_pitch, index) => index % columns === column).map((pitch) => (
            <Poster key={pitch.id} title={pitch.title} image={pitch.poster} sizes="(max-width: 1100px) 33vw, 204px" load="soon" decorative />
          ))}
        </div>
      ))}
    </div>
  );
}

import type { PitchCard } from '../../../../../worker/features/pitches/schema.ts';
import { Poster } from '../../../ui/poster.tsx';

const columns = 3;

/** Posters of the market, cropped by the fold. Decoration with real content: the same pitches are linked further down. */
export function Wall({ pitches }: { pitches: readonly PitchCard[] }) {
  return (
    <div className="wall" aria-hidden="true">
      {Array.from({ length: columns }, (_, column) => (
        <div key={column}>
          {pitches.filter((_pitch, index) => index % columns === column).map((pitch) => (
            <Poster key={pitch.id} title={pitch.title} image={pitch.poster} sizes="(max-width: 1100px) 33vw, 204px" load="soon" decorative />
          ))}
        </div>
      ))}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { formatLabel, stageLabel } from '../../../features/catalogue/labels.ts';
import { newestQuery } from '../../../features/market/api.ts';
import { averageColour } from '../../../lib/blurhash.ts';
import { lowerFirst } from '../../../lib/format.ts';
import { Poster } from '../../../ui/poster.tsx';

/** One poster of the market on its own ground colour, beside the form. Empty when there is none: the form does not wait for it. */
export function Showcase() {
  const pitch = useQuery(newestQuery).data?.find(({ poster }) => poster !== null);
  const ground = averageColour(pitch?.poster?.blurhash ?? null);
  if (!pitch) return <div className="si__show" />;
  return (
    <div className="si__show" data-theme={ground === null ? undefined : ground.isLight ? 'light' : 'dark'} style={ground === null ? undefined : { background: ground.css }}>
      <Poster title={pitch.title} image={pitch.poster} sizes="304px" />
      <p className="t-xs">On the market now. {formatLabel(pitch.format)}{pitch.stage && `, ${lowerFirst(stageLabel(pitch.stage))}`}.</p>
    </div>
  );
}

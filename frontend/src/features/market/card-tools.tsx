import type { Mark } from '../../../../worker/features/marks/schema.ts';
import type { PitchCard } from '../../../../worker/features/pitches/schema.ts';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CompareToggle } from '../compare/compare-toggle.tsx';
import { useMarkSwitch } from '../marks/use-marks.ts';

interface CardToolsProps {
  pitch: PitchCard;
  mark: Mark | undefined;
  onWhy?: (() => void) | undefined;
}

function WatchTool({ pitch, on }: { pitch: PitchCard; on: boolean }) {
  const change = useMarkSwitch('watching', { pitchId: pitch.id, ownerId: pitch.creator.id });
  const label = `Watch ${pitch.title}`;
  return (
    <Button kind="quiet" size="sm" iconOnly className="pcard__tool" aria-pressed={on} aria-label={label} title={on ? 'You watch it' : 'Watch'} onClick={() => change.mutate(!on)}>
      <Icon name="bookmark" />
    </Button>
  );
}

/** Watch, compare, and why it is here. */
export function CardTools({ pitch, mark, onWhy }: CardToolsProps) {
  const { user } = useSession();
  return (
    <>
      {user !== null && mark?.own !== true && <WatchTool pitch={pitch} on={mark?.watching ?? false} />}
      <CompareToggle pitch={pitch} mark />
      {onWhy && <Button kind="quiet" size="sm" iconOnly className="pcard__tool" aria-label={`Why ${pitch.title} is here`} title="Why is this here?" onClick={onWhy}><Icon name="info" /></Button>}
    </>
  );
}

import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MOST_COMPARED, useCompare, type Chosen } from './store.ts';

interface CompareToggleProps {
  pitch: Chosen;
  size?: 'sm' | 'lg';
  /** Only the mark, on a card. */
  mark?: boolean;
}

export function CompareToggle({ pitch, size = 'sm', mark = false }: CompareToggleProps) {
  const chosen = useCompare((state) => state.chosen);
  const toggle = useCompare((state) => state.toggle);
  const on = chosen.some(({ id }) => id === pitch.id);
  const isFull = !on && chosen.length >= MOST_COMPARED;
  const label = isFull ? `Compare holds ${MOST_COMPARED} pitches already` : `Compare ${pitch.title}`;
  return (
    <Button kind={mark ? 'quiet' : 'secondary'} size={size} iconOnly={mark} className={mark ? 'pcard__tool' : undefined} aria-pressed={on} aria-disabled={isFull || undefined} title={mark ? (on ? 'Chosen to compare' : isFull ? label : 'Compare') : undefined} aria-label={label} onClick={() => !isFull && toggle(pitch)}>
      <Icon name={on && !mark ? 'check' : 'swap'} />
      {!mark && 'Compare'}
    </Button>
  );
}

import { Icon } from './icon.tsx';

/** A filter that is on; pressing it takes it off. */
export function Chip({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button type="button" className="chip" onClick={onRemove}>
      {label}
      <Icon name="close" />
      <span className="visually-hidden">, remove</span>
    </button>
  );
}

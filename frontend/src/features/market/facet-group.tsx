import { useState } from 'react';
import { formatCount } from '../../lib/format.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Icon } from '../../ui/icon.tsx';

export interface FacetValue {
  value: string;
  label: string;
  /** Null where it is not known: it may be found among what was not counted. */
  count: number | null;
  checked: boolean;
}

interface FacetGroupProps {
  name: string;
  values: readonly FacetValue[];
  /** How many are shown before "more". */
  shown: number;
  open: boolean;
  onToggle: (value: string) => void;
}

export function FacetGroup({ name, values, shown, open, onToggle }: FacetGroupProps) {
  const [isWhole, setWhole] = useState(false);
  const visible = isWhole ? values : values.filter((value, index) => index < shown || value.checked);
  const hidden = values.length - visible.length;
  return (
    <details className="facet" open={open}>
      <summary>{name} <Icon name="chev-down" /></summary>
      <ul>
        {visible.map(({ value, label, count, checked }) => (
          <li key={value}>
            <Checkbox label={label} {...(count !== null && { count: formatCount(count) })} checked={checked} onChange={() => onToggle(value)} />
          </li>
        ))}
        {hidden > 0 && (
          <li>
            <button className="link t-xs" type="button" onClick={() => setWhole(true)}>
              {hidden} more<span className="visually-hidden"> in {name.toLowerCase()}</span>
            </button>
          </li>
        )}
      </ul>
    </details>
  );
}

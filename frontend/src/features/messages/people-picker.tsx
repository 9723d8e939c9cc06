import { Checkbox } from '../../ui/checkbox.tsx';
import type { KnownPerson } from './known-people.ts';

interface PeoplePickerProps {
  legend: string;
  people: readonly KnownPerson[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

export function PeoplePicker({ legend, people, chosen, onChange }: PeoplePickerProps) {
  return (
    <fieldset className="stack" style={{ maxHeight: '16rem', overflowY: 'auto' }}>
      <legend className="t-medium">{legend}</legend>
      {people.map(({ id, name }) => <Checkbox key={id} label={name} checked={chosen.includes(id)} onChange={(event) => onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))} />)}
    </fieldset>
  );
}

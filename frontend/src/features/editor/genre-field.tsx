import { genres, labelOf, type Genre } from '../../../../worker/features/catalogue/lists.ts';
import { Chip } from '../../ui/chip.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

interface GenreFieldProps {
  value: readonly Genre[];
  onChange: (next: Genre[]) => void;
  error?: string | undefined;
  /** A pitch that exists keeps at least one. */
  keepOne?: boolean;
}

/** One to three genres: the first is the main one. */
export function GenreField({ value, onChange, error, keepOne = false }: GenreFieldProps) {
  const left = genres.filter((genre) => !value.includes(genre.value));
  return (
    <Field label="Genres" hint={value.length === 3 ? 'Three is the most; the first is the main one.' : 'Up to three; the first is the main one.'} error={error}>
      <Select options={left} placeholder={value.length === 0 ? 'Choose a genre' : 'Add a genre'} value="" disabled={value.length === 3} onChange={(event) => onChange([...value, event.target.value as Genre])} />
      {value.length > 0 && (
        <div className="row row--wrap" role="group" aria-label="Chosen genres">
          {value.map((genre) => keepOne && value.length === 1
            ? <span key={genre} className="chip">{labelOf(genres, genre)}</span>
            : <Chip key={genre} label={labelOf(genres, genre)} onRemove={() => onChange(value.filter((other) => other !== genre))} />)}
        </div>
      )}
    </Field>
  );
}

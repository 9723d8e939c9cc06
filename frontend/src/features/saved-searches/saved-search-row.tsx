import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { AlertFrequency, SavedSearch } from '../../../../worker/features/saved-searches/schema.ts';
import { paths } from '../../app/paths.ts';
import { formatDay } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { writeFilters } from '../market/filters.ts';
import { changeSearch, deleteSearch, savedSearchesQuery } from './api.ts';
import { asFilters, describeSearch, frequencies } from './words.ts';

export function SavedSearchRow({ search }: { search: SavedSearch }) {
  const client = useQueryClient();
  const reload = () => client.invalidateQueries({ queryKey: savedSearchesQuery.queryKey });
  const change = useMutation({ mutationFn: (frequency: AlertFrequency) => changeSearch(search.id, { frequency }), onSettled: reload });
  const remove = useMutation({ mutationFn: () => deleteSearch(search.id), onSuccess: reload });
  const { id, name, createdAt } = search;
  const filters = asFilters(search.filters);
  const frequency = change.isPending ? change.variables : search.frequency;
  return (
    <li className="savedrow">
      <div className="grow">
        <Link className="t-medium savedrow__name" to={paths.browse.href(`?${writeFilters({ ...filters, sort: 'newest' }).toString()}`)}>{name}</Link>
        <p className="t-xs t-2">{describeSearch(filters)}, saved {formatDay(createdAt)}</p>
        {(change.isError || remove.isError) && <p className="t-xs t-negative" role="alert">That didn’t work. Try again.</p>}
      </div>
      <label className="savedrow__mails" htmlFor={`mails-${id}`}><span className="t-xs t-2">Mails</span>
        <Select
          id={`mails-${id}`} aria-label={`Mails for ${name}`} options={frequencies} value={frequency}
          onChange={(event) => {
            const chosen = frequencies.find(({ value }) => value === event.target.value);
            if (chosen) change.mutate(chosen.value);
          }}
        />
      </label>
      <Button kind="quiet" size="sm" busy={remove.isPending} onClick={() => remove.mutate()}>Delete <span className="visually-hidden">{name}</span></Button>
    </li>
  );
}

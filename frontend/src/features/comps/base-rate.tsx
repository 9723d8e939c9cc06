import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { contextQuery, type measureOf } from './api.ts';
import { baseRate, sourceLine } from './base-rate-words.ts';
import { Multiples } from './multiples.tsx';

/** The base rate beside chosen comps: every film of the genre and band, failures included. */
export function BaseRate({ measure }: { measure: NonNullable<ReturnType<typeof measureOf>> }) {
  const { data, error, refetch, isFetching } = useQuery(contextQuery(measure));
  if (error) return <p className="t-xs t-2 mt-4">The base rate didn’t load. <Button size="sm" kind="quiet" busy={isFetching} onClick={() => void refetch()}>Try again</Button></p>;
  if (data === undefined) return <p className="mt-4" aria-busy="true"><span className="skel skel--line h-4 w-full max-w-120" /></p>;
  return (
    <div>
      <Multiples context={data} />
      <p className="t-2 num mt-4">{baseRate(data)}</p>
      <p className="t-xs t-3 num mt-1.5">{sourceLine(data)}</p>
    </div>
  );
}

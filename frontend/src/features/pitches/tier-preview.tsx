import { useSearchParams } from 'react-router';
import { gates, type Gate } from '../../../../worker/features/catalogue/lists.ts';
import { Segment } from '../../ui/segment.tsx';

const views: readonly { value: Gate | 'owner'; label: string }[] = [{ value: 'owner', label: 'You' }, ...gates.map(({ value, label }) => ({ value, label }))];

/** The tier that an owner looks as, from the address; undefined: as the owner. */
export function useLookAs(): Gate | undefined {
  const as = useSearchParams()[0].get('as');
  return gates.find(({ value }) => value === as)?.value;
}

/** For the owner: the page as a reader on each rung sees it. The server answers as it would answer them. */
export function TierPreview({ as }: { as: Gate | undefined }) {
  const [, setParams] = useSearchParams();
  return (
    <div className="lookas" role="region" aria-label="Preview">
      <p className="t-xs t-2">{as === undefined ? 'Your pitch, with everything in it. Others see it from where they stand:' : 'This is what they see, and what is named as locked to them:'}</p>
      <Segment label="Look as" options={views} value={as ?? 'owner'} onChange={(next) => setParams((params) => {
        if (next === 'owner') params.delete('as');
        else params.set('as', next);
        return params;
      }, { replace: true })} />
    </div>
  );
}

import type { Fact } from './facts.tsx';

/** Terms left, values right, one a line. */
export function Definitions({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="dl">
      {facts.flatMap(({ term, value }) => [<dt key={term}>{term}</dt>, <dd key={`${term}-value`} className="num">{value}</dd>])}
    </dl>
  );
}

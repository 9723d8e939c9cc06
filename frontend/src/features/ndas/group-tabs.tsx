import { Link } from 'react-router';
import type { NdaStatus } from '../../../../worker/features/ndas/schema.ts';
import { countIn, type Group } from './groups.ts';

/** Links between the groups of a list, each with its count. */
export function GroupTabs({ label, groups, current, counts }: { label: string; groups: readonly Group[]; current: Group; counts: Partial<Record<NdaStatus, number>> | undefined }) {
  return (
    <nav className="tabs" aria-label={label}>
      {groups.map((group, index) => (
        <Link key={group.name} to={index === 0 ? '?' : `?show=${group.name}`} replace aria-current={group.name === current.name ? 'page' : undefined}>
          {group.label}
          {counts && <span className="tabs__n">{countIn(group, counts)}</span>}
        </Link>
      ))}
    </nav>
  );
}

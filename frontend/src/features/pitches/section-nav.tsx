import { Link } from 'react-router';
import { useCurrentSection } from '../../lib/use-current-section.ts';
import type { PitchSection } from './sections.tsx';

/** The parts of the page, and which one is being read. */
export function SectionNav({ sections }: { sections: readonly PitchSection[] }) {
  const current = useCurrentSection(sections.map(({ id }) => id));
  return (
    <nav className="tabs subnav" aria-label="On this page">
      {sections.map(({ id, title, count }) => (
        <Link key={id} to={`#${id}`} replace aria-current={id === current ? 'true' : undefined}>
          {title}
          {count !== undefined && <span className="tabs__n">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}

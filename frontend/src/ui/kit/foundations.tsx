import { Icon, iconNames } from '../icon.tsx';
import { KitSection } from './kit-section.tsx';

const colours = ['paper', 'surface', 'sunken', 'hover', 'line', 'line-field', 'ink', 'ink-2', 'ink-3', 'positive', 'caution', 'negative'];
const portals = ['creator', 'investor', 'production', 'admin'] as const;

const type = [
  ['2xl, display', 't-display', 'Six Hours of Daylight'],
  ['xl, title', 't-title', 'Behind the gate'],
  ['xl, page heading', 't-h1', 'Three people are waiting'],
  ['lg, film', 't-film', 'The Interpreter of Small Debts'],
  ['lg, lead', 't-lead', 'One winter to talk eleven holdouts off the island.'],
  ['md, reading', 't-read', 'Hesk has one road, and for nine hours a day it is under the sea.'],
  ['md, script', 't-read mono', 'INT. HARBOURMASTER’S OFFICE - NIGHT'],
  ['sm, interface', 't-sm', 'Request access under NDA'],
  ['xs, notes', 't-xs t-2', 'Mutual, 2 years, residuals clause off'],
  ['Figures', 'num t-h2', '1,576,000   2,499,840   1.07×   −40'],
] as const;

export function Foundations() {
  return (
    <>
      <KitSection title="Colour">
        <ul className="kit__colours">
          {colours.map((name) => <li key={name}><i style={{ background: `var(--color-${name})` }} />{name}</li>)}
        </ul>
        <ul className="kit__colours">
          {portals.map((portal) => <li key={portal} data-portal={portal}><i style={{ background: 'var(--color-accent)' }} />{portal}</li>)}
          {['chart-2', 'chart-3'].map((name) => <li key={name}><i style={{ background: `var(--color-${name})` }} />{name}</li>)}
        </ul>
      </KitSection>
      <KitSection title="Type">
        <ul className="kit__type">
          {type.map(([name, className, sample]) => <li key={name}><span>{name}</span><span className={className}>{sample}</span></li>)}
        </ul>
      </KitSection>
      <KitSection title="Icons">
        <ul className="kit__icons">
          {iconNames.map((name) => <li key={name}><Icon name={name} />{name}</li>)}
        </ul>
      </KitSection>
    </>
  );
}

import { Link } from 'react-router';

interface FooterProps {
  /** The bar's links: on a phone the bar has no room for them. */
  places: readonly { label: string; href: string }[];
  legal: readonly { label: string; href: string }[];
}

export function Footer({ places, legal }: FooterProps) {
  return (
    <footer className="pubfoot">
      <div className="wrap row row--wrap between">
        <nav className="pubfoot__places only-phone" aria-label="Places">
          {places.map(({ label, href }) => <Link key={href} to={href}>{label}</Link>)}
        </nav>
        <span>Pitchey records commitments and documents. It does not move money and does not give legal or investment advice.</span>
        <nav className="row" aria-label="Legal">
          {legal.map(({ label, href }) => <Link key={href} to={href}>{label}</Link>)}
        </nav>
      </div>
    </footer>
  );
}

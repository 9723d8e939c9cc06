import { Link } from 'react-router';

export function Footer({ links }: { links: readonly { label: string; href: string }[] }) {
  return (
    <footer className="pubfoot">
      <div className="wrap row row--wrap between">
        <span>Pitchey records commitments and documents. It does not move money and does not give legal or investment advice.</span>
        <nav className="row" aria-label="Legal">
          {links.map(({ label, href }) => <Link key={href} to={href}>{label}</Link>)}
        </nav>
      </div>
    </footer>
  );
}

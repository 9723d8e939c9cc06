import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { Icon } from '../../../ui/icon.tsx';

const doors = [
  { portal: 'creator', name: 'Creator', title: 'You have a project', text: 'Publish the logline and the poster. Keep the budget and the plans behind the weakest gate that still protects them.', go: 'Join as a creator' },
  { portal: 'investor', name: 'Investor', title: 'You have money to place', text: 'Filter by band, stage and format. Every pitch says what it asks for, what is behind its gates and how to get in.', go: 'Join as an investor' },
  { portal: 'production', name: 'Production', title: 'You make films', text: 'Search the market by genre, stage and what a project is seeking, and put up your own beside it.', go: 'Join as a company' },
] as const;

export function Doors() {
  return (
    <section className="doors" aria-label="Three doors">
      {doors.map(({ portal, name, title, text, go }) => (
        <Link key={portal} className="door" data-portal={portal} to={paths.join.href(portal)}>
          <span className="door__k">{name}</span>
          <h2 className="t-title">{title}</h2>
          <p>{text}</p>
          <span className="go">{go}<Icon name="arrow-right" /></span>
        </Link>
      ))}
    </section>
  );
}

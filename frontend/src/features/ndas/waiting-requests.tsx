import { useQuery } from '@tanstack/react-query';
import { paths, type Maker } from '../../app/paths.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { waitingQuery } from './api.ts';
import { waited } from './words.ts';

/** Requests that wait, those that have waited longest, and only the first has the page's primary button. */
export function WaitingRequests({ maker }: { maker: Maker }) {
  const { data } = useQuery(waitingQuery);
  const items = data?.items ?? [];
  const more = (data?.counts.requested ?? 0) - items.length;
  if (items.length === 0) return null;
  return (
    <section className="needs" aria-label="Requests that wait for you">
      <ul className="list">
        {items.map(({ id, signer, pitch, createdAt }, index) => (
          <li key={id} className="needs__row">
            <Avatar name={signer.name} company={signer.portal === 'production'} />
            <div className="grow">
              <p className="t-medium">{signer.name}{signer.company ? `, ${signer.company},` : ''} asks for <span className="t-serif">{pitch.title}</span></p>
              <p className="t-xs t-2 num">Waiting {waited(createdAt)}.</p>
            </div>
            <ButtonLink kind={index === 0 ? 'primary' : 'secondary'} to={paths.requests.href(maker)} aria-label={`Answer ${signer.name}`}>Answer</ButtonLink>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-3"><ButtonLink kind="quiet" size="sm" to={paths.requests.href(maker)}>{more} more</ButtonLink></p>}
    </section>
  );
}

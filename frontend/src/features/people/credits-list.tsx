import type { Credit } from '../../../../worker/features/people/schema.ts';

/** What a person made, in their own order. */
export function CreditsList({ credits }: { credits: readonly Credit[] }) {
  return (
    <ul className="list">
      {credits.map(({ title, year, role, note }, index) => (
        <li key={index} className="credit">
          <span className="credit__year num t-2">{year ?? ''}</span>
          <span className="grow">
            <span className="t-medium">{title}</span>
            <span className="t-2"> {role}</span>
            {note !== '' && <span className="credit__note t-xs t-2">{note}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

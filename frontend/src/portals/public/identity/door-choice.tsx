export const doors = [
  { portal: 'creator', name: 'Creator', title: 'You have a project', points: ['Publish a pitch with a poster', 'Choose a gate for every protected field', 'Keep drafts until they are ready'] },
  { portal: 'investor', name: 'Investor', title: 'You have money to place', points: ['Filter by band, stage and format', 'Read what is public at once', 'See which step opens the rest'] },
  { portal: 'production', name: 'Production', title: 'You make films', points: ['Search by genre and stage', 'See who is attached, with proof', 'Put up projects of your own'] },
] as const;

export type Door = (typeof doors)[number]['portal'];

export function DoorChoice({ value, onChange }: { value: Door; onChange: (door: Door) => void }) {
  return (
    <fieldset>
      <legend className="visually-hidden">Door</legend>
      <div className="joindoors">
        {doors.map(({ portal, name, title, points }) => (
          <label key={portal} className="joindoor" data-portal={portal}>
            <span className="check">
              <input type="radio" name="door" value={portal} checked={portal === value} onChange={() => onChange(portal)} />
              {name}
            </span>
            <span className="t-film">{title}</span>
            <ul>{points.map((point) => <li key={point}>{point}</li>)}</ul>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

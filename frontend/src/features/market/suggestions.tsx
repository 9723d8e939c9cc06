import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { countOf } from '../../lib/format.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { suggestQuery } from './api.ts';
import { writeFilters } from './filters.ts';

interface Entry {
  key: string;
  label: string;
  href: string;
  icon: IconName;
  film?: boolean;
}

/** Arrow keys walk the links; from the first one up leads back to the box. */
function walk(event: KeyboardEvent<HTMLElement>, onLeave: () => void): void {
  if (event.key === 'Escape') return onLeave();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.findIndex((link) => link === document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
  if (at < 0) onLeave();
  else links[Math.min(at, links.length - 1)]?.focus();
}

interface SuggestionsProps {
  id: string;
  words: string;
  /** Back to the box. */
  onLeave: () => void;
  onChosen: () => void;
}

/** Titles, people and genres that begin like what is typed: links, so that each can be opened as any link can. */
export function Suggestions({ id, words, onLeave, onChosen }: SuggestionsProps) {
  const { data } = useQuery(suggestQuery(words));
  if (data === undefined) return null;
  const groups: { heading: string; entries: Entry[] }[] = [
    { heading: 'Pitches', entries: data.titles.map(({ id: key, slug, title }) => ({ key, label: title, href: paths.pitch.href(slug), icon: 'pages', film: true })) },
    { heading: 'People', entries: data.people.map(({ id: key, name, handle }) => ({ key, label: name, href: paths.person.href(handle), icon: 'people' })) },
    { heading: 'Genres', entries: data.genres.map(({ value, label }) => ({ key: value, label, href: paths.browse.href(`?${writeFilters({ genre: [value] }).toString()}`), icon: 'filter' })) },
  ];
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  if (count === 0) return null;
  return (
    <div className="suggests" id={id} role="group" aria-label="Suggestions" onKeyDown={(event) => walk(event, onLeave)}>
      <p className="visually-hidden" role="status">{countOf(count, 'suggestion')}</p>
      {groups.filter(({ entries }) => entries.length > 0).map(({ heading, entries }) => (
        <div key={heading}>
          <p className="suggests__head" id={`${id}-${heading}`}>{heading}</p>
          <ul aria-labelledby={`${id}-${heading}`}>
            {entries.map(({ key, label, href, icon, film }) => (
              <li key={key}>
                <Link to={href} onClick={onChosen}><Icon name={icon} /><span className={film ? 't-film-md' : undefined}>{label}</span></Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

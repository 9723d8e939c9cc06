import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../app/paths.ts';
import { searchQuery, suggestQuery } from '../features/market/api.ts';
import { useTheme } from '../lib/theme.ts';
import type { NavEntry } from '../ui/navigation.ts';
import { Palette, type PaletteItem } from '../ui/palette.tsx';

interface CommandPaletteProps {
  entries: readonly NavEntry[];
  onClose: () => void;
  onSignOut: () => void;
}

export default function CommandPalette({ entries, onClose, onSignOut }: CommandPaletteProps) {
  const [query, setQuery] = useState('');
  const words = useDeferredValue(query.trim());
  const { data: pitches = [], isFetching, isError } = useQuery(searchQuery(words));
  const { data: begun } = useQuery(suggestQuery(words));
  const { theme, toggle } = useTheme();
  const navigate = useNavigate();

  const matches = (label: string) => label.toLowerCase().includes(words.toLowerCase());
  const pages = entries.map(({ label, icon, href }): PaletteItem => ({ id: href, label, icon, note: 'Page', onSelect: () => void navigate(href) }));
  const actions: PaletteItem[] = [
    { id: 'theme', label: theme === 'dark' ? 'Switch to light' : 'Switch to dark', icon: theme === 'dark' ? 'sun' : 'moon', onSelect: toggle },
    { id: 'sign-out', label: 'Sign out', icon: 'arrow-up-right', onSelect: onSignOut },
  ];
  // Titles that begin like the words stand before those that only hold them.
  const titles = [...(begun?.titles ?? []), ...pitches].filter(({ id }, index, every) => every.findIndex((one) => one.id === id) === index).slice(0, 6);
  const people = (begun?.people ?? []).map(({ id, name, handle }): PaletteItem => ({ id, label: name, icon: 'people', note: 'Profile', onSelect: () => void navigate(paths.person.href(handle)) }));
  const found = titles.map(({ id, slug, title }): PaletteItem => ({ id, label: title, icon: 'pages', film: true, note: 'Open', onSelect: () => void navigate(paths.pitch.href(slug)) }));
  const all: PaletteItem[] = words === '' ? [] : [{ id: 'all', label: `Search the market for “${words}”`, icon: 'search', onSelect: () => void navigate(paths.browse.href(`?q=${encodeURIComponent(words)}`)) }];

  return (
    <Palette
      open
      onOpenChange={(open) => !open && onClose()}
      query={query}
      onQueryChange={setQuery}
      note={isFetching ? 'Searching…' : isError ? 'The search gave no answer. Try again.' : 'Nothing matches.'}
      groups={[
        { heading: 'Pitches', items: found },
        { heading: 'People', items: people },
        { heading: 'Pages', items: pages.filter((item) => matches(item.label)) },
        { heading: 'Actions', items: [...all, ...actions.filter((item) => matches(item.label))] },
      ]}
    />
  );
}

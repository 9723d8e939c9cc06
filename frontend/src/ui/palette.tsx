import { Dialog as RadixDialog } from 'radix-ui';
import { useId, useState, type KeyboardEvent } from 'react';
import { cx } from '../lib/class-names.ts';
import { useReturnFocus } from '../lib/use-return-focus.ts';
import { Icon, type IconName } from './icon.tsx';

export interface PaletteItem {
  id: string;
  label: string;
  icon: IconName;
  /** At the end of the row: what pressing Enter does, or what kind of thing it is. */
  note?: string;
  /** A film title: set in the display face. */
  film?: boolean;
  onSelect: () => void;
}

export interface PaletteGroup {
  heading: string;
  items: readonly PaletteItem[];
}

interface PaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  query: string;
  onQueryChange: (query: string) => void;
  groups: readonly PaletteGroup[];
  /** Said when nothing matches or while the answer is awaited. */
  note: string;
}

/** Pages, pitches, people and actions under one key. The focus stays in the box; arrows move the mark. */
export function Palette({ open, onOpenChange, query, onQueryChange, groups, note }: PaletteProps) {
  const listId = useId();
  const [active, setActive] = useState(0);
  const focus = useReturnFocus();
  const items = groups.flatMap((group) => group.items);
  const at = Math.min(active, Math.max(0, items.length - 1));

  const choose = (item: PaletteItem | undefined) => {
    if (!item) return;
    onOpenChange(false);
    item.onSelect();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && items.length > 0) {
      event.preventDefault();
      const next = (at + step + items.length) % items.length;
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(items[at]);
    }
  };

  const shown = groups.filter((group) => group.items.length > 0);
  const placed = shown.map((group, place) => ({ ...group, from: shown.slice(0, place).reduce((sum, before) => sum + before.items.length, 0) }));
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="backdrop" />
        <RadixDialog.Content {...focus} className="palette palette--modal" aria-describedby={undefined}>
          <RadixDialog.Title className="visually-hidden">Search and actions</RadixDialog.Title>
          <div className="palette__in">
            <Icon name="search" />
            <input
              role="combobox" aria-expanded={items.length > 0} aria-controls={listId} aria-autocomplete="list" aria-label="Search pages, pitches, people and actions"
              aria-activedescendant={items.length > 0 ? `${listId}-${at}` : undefined} placeholder="Search pages, pitches, people and actions" autoComplete="off" spellCheck={false}
              value={query} onKeyDown={onKeyDown}
              onChange={(event) => {
                setActive(0);
                onQueryChange(event.target.value);
              }}
            />
            <span className="kbd">Esc</span>
          </div>
          <div id={listId} role="listbox" aria-label="Results" className="palette__list">
            {placed.map((group) => (
              <div key={group.heading} role="group" aria-label={group.heading}>
                <p className="palette__group" aria-hidden="true">{group.heading}</p>
                {group.items.map((item, offset) => {
                  const place = group.from + offset;
                  return (
                    <div key={item.id} id={`${listId}-${place}`} role="option" aria-selected={place === at} className="palette__item" onPointerMove={() => setActive(place)} onClick={() => choose(item)}>
                      <Icon name={item.icon} />
                      <span className={cx('grow', item.film && 't-film-md')}>{item.label}</span>
                      {item.note !== undefined && <span className="push t-xs t-3">{item.note}</span>}
                    </div>
                  );
                })}
              </div>
            ))}
          </div>
          {items.length === 0 && <p className="palette__none" role="status">{note}</p>}
          <div className="palette__foot" aria-hidden="true">
            <span><span className="kbd">↑</span> <span className="kbd">↓</span> move</span>
            <span><span className="kbd">Enter</span> open</span>
          </div>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

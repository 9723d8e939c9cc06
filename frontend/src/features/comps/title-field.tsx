import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { KnownTitle } from '../../../../worker/features/comps/schema.ts';
import { cx } from '../../lib/class-names.ts';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { titlesQuery } from './api.ts';
import { recordOf } from './base-rate-words.ts';
import './title-field.css';

interface TitleFieldProps {
  value: string;
  error?: string | undefined;
  hint?: string | undefined;
  onChange: (title: string) => void;
  onPick: (title: KnownTitle) => void;
}

/** The title of a comp; released films are suggested while one types, and anything else may be written as well. */
export function TitleField({ value, error, hint, onChange, onPick }: TitleFieldProps) {
  const listId = useId();
  const [asked, setAsked] = useState('');
  const [active, setActive] = useState(-1);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { data } = useQuery(titlesQuery(asked));
  const items = asked === '' ? [] : (data?.items ?? []);
  const isOpen = items.length > 0;

  // A pause in typing is what asks; leaving the page must not.
  useEffect(() => () => clearTimeout(timer.current), []);

  function close(): void {
    clearTimeout(timer.current);
    setAsked('');
    setActive(-1);
  }
  function pick(title: KnownTitle | undefined): void {
    if (title === undefined) return;
    close();
    onPick(title);
  }
  function onKeyDown(event: React.KeyboardEvent): void {
    if (!isOpen) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') setActive((active + 1) % items.length);
    else if (event.key === 'ArrowUp') setActive((active <= 0 ? items.length : active) - 1);
    else if (event.key === 'Enter' && active >= 0) pick(items[active]);
    else return;
    event.preventDefault();
  }

  return (
    <div className="titles" onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) close(); }}>
      <Field label="Title" error={error} hint={hint}>
        <Input
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          autoComplete="off"
          value={value}
          maxLength={120}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            const words = event.target.value;
            onChange(words);
            setActive(-1);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => setAsked(words.trim()), 200);
          }}
        />
      </Field>
      <div id={listId} role="listbox" aria-label="Released films" className="titles__list" hidden={!isOpen}>
        {items.map((item, index) => (
          <div key={item.id} id={`${listId}-${index}`} role="option" aria-selected={index === active} className={cx('titles__item', index === active && 'is-active')} onPointerDown={(event) => { event.preventDefault(); pick(item); }}>
            <span>{item.title}</span>
            <span className="t-xs t-2 num">{[item.year, recordOf(item)].filter((part) => part !== null).join(', ')}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { Input } from '../../ui/input.tsx';
import { Suggestions } from './suggestions.tsx';
import './search-marks.css';

const pause = 200;
const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

interface SearchBoxProps {
  value: string;
  onChange: (words: string, how: 'push' | 'replace') => void;
  /** Beside the box. */
  children?: ReactNode;
}

/** Searches while one types, after a short pause, and suggests; Enter makes it a step in the history. */
export function SearchBox({ value, onChange, children }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [text, setText] = useState(value);
  /** The words that suggestions are shown for; null while none are. */
  const [asked, setAsked] = useState<string | null>(null);
  const listId = useId();

  // Back, or a cleared search, changes the words from outside; what is being typed is left alone.
  useEffect(() => {
    if (document.activeElement !== input.current) setText(value);
  }, [value]);

  // A slash goes to the box from anywhere but a text field.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.select();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      clearTimeout(timer.current);
    };
  }, []);

  return (
    <form
      role="search"
      className="market__search"
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        setAsked(null);
        onChange(text, 'push');
      }}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setAsked(null)}
    >
      <div className="input-group">
        <Icon name="search" />
        <Input
          ref={input} look="large" type="search" placeholder="Title, person, genre or a line from a logline" autoComplete="off" enterKeyHint="search"
          aria-label="Search titles, people, genres and loglines" aria-keyshortcuts="/"
          value={text}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && asked !== null) {
              event.preventDefault();
              setAsked(null);
            }
            const first = event.key === 'ArrowDown' ? document.getElementById(listId)?.querySelector('a') : undefined;
            if (first) {
              event.preventDefault();
              first.focus();
            }
          }}
          onChange={(event) => {
            const words = event.target.value;
            setText(words);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => {
              onChange(words, 'replace');
              setAsked(words.trim().length > 1 ? words.trim() : null);
            }, pause);
          }}
        />
        {text === '' && <span className="kbd only-wide" aria-hidden="true">/</span>}
        {asked !== null && (
          <Suggestions
            id={listId} words={asked} onChosen={() => setAsked(null)}
            onLeave={() => {
              setAsked(null);
              input.current?.focus();
            }}
          />
        )}
      </div>
      {children}
    </form>
  );
}

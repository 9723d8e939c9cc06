import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { Input } from '../../ui/input.tsx';

const pause = 200;
const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

interface SearchBoxProps {
  value: string;
  onChange: (words: string, how: 'push' | 'replace') => void;
}

/** Searches while one types, after a short pause; Enter makes it a step in the history. */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [text, setText] = useState(value);

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
        onChange(text, 'push');
      }}
    >
      <div className="input-group">
        <Icon name="search" />
        <Input
          ref={input} look="large" type="search" placeholder="Title, person, genre or a line from a logline" autoComplete="off" enterKeyHint="search"
          aria-label="Search titles, people, genres and loglines" aria-keyshortcuts="/"
          value={text}
          onChange={(event) => {
            const words = event.target.value;
            setText(words);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => onChange(words, 'replace'), pause);
          }}
        />
        {text === '' && <span className="kbd only-wide" aria-hidden="true">/</span>}
      </div>
    </form>
  );
}

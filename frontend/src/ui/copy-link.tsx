import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import type { ButtonLook } from './button-class.ts';
import { Icon } from './icon.tsx';

interface CopyLinkProps extends Pick<ButtonLook, 'kind' | 'size' | 'className'> {
  /** "this search", "this pitch". */
  what: string;
  /** What is copied; without it, the address of the page as it stands. */
  address?: string;
  /** Only the mark, for a toolbar. */
  mark?: boolean;
}

/** Copies the address of what is on screen, and says so in its own place. */
export function CopyLink({ what, address, mark = false, ...look }: CopyLinkProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const label = { idle: `Copy a link to ${what}`, copied: 'Link copied', refused: 'The browser refused; copy the address instead' }[state];

  // The word goes back by itself: the button is for the next copy.
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 3000);
    return () => clearTimeout(timer);
  }, [state]);

  return (
    <>
      <Button {...look} iconOnly={mark} aria-label={mark ? label : undefined} title={mark ? label : undefined} onClick={() => void navigator.clipboard.writeText(address ?? window.location.href).then(() => setState('copied'), () => setState('refused'))}>
        <Icon name={state === 'copied' ? 'check' : state === 'refused' ? 'alert' : 'link'} />
        {!mark && (state === 'idle' ? 'Copy link' : label)}
      </Button>
      <span className="visually-hidden" role="status">{state === 'idle' || !mark ? '' : label}</span>
    </>
  );
}

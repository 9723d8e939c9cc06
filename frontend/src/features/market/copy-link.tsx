import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Copies the address of what is on screen, and says so in its own place. */
export function CopyLink() {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const label = { idle: 'Copy a link to this search', copied: 'Link copied', refused: 'The browser refused; copy the address instead' }[state];

  // The word goes back by itself: the button is for the next copy.
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 3000);
    return () => clearTimeout(timer);
  }, [state]);

  return (
    <>
      <Button
        kind="quiet" size="sm" iconOnly className="only-wide" aria-label={label} title={label}
        onClick={() => void navigator.clipboard.writeText(window.location.href).then(() => setState('copied'), () => setState('refused'))}
      >
        <Icon name={state === 'copied' ? 'check' : state === 'refused' ? 'alert' : 'link'} />
      </Button>
      <span className="visually-hidden" role="status">{state === 'idle' ? '' : label}</span>
    </>
  );
}

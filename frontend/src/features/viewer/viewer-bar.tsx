import { useState } from 'react';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

interface ViewerBarProps {
  title: string;
  backTo: string;
  backLabel: string;
  page: number;
  count: number;
  zoom: number;
  reflow: boolean;
  ask?: string | undefined;
  onGo: (page: number) => void;
  onZoom: (way: 1 | -1) => void;
  onReflow: () => void;
  onFind: () => void;
}

function PageNumber({ page, count, onGo }: Pick<ViewerBarProps, 'page' | 'count' | 'onGo'>) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed !== null && /^\d+$/.test(typed)) onGo(Number(typed));
    setTyped(null);
  };
  return (
    <span className="row num vw__number">
      <input className="input num" inputMode="numeric" aria-label="Page" value={typed ?? String(page)} onChange={(event) => setTyped(event.target.value)} onBlur={leave} onKeyDown={(event) => event.key === 'Enter' && leave()} />
      <span className="t-2 nowrap">of {count}</span>
    </span>
  );
}

/** Everything one does with a document, in a line. */
export function ViewerBar({ title, backTo, backLabel, page, count, zoom, reflow, ask, onGo, onZoom, onReflow, onFind }: ViewerBarProps) {
  return (
    <header className="vw__bar">
      <ButtonLink kind="quiet" iconOnly to={backTo} aria-label={backLabel}><Icon name="close" /></ButtonLink>
      <h1 className="t-film-md vw__title">{title}</h1>
      <span className="push only-wide" />
      <IconButton className="only-wide" icon="chev-left" label="Previous page" disabled={page <= 1} onClick={() => onGo(page - 1)} />
      <span className="only-wide"><PageNumber page={page} count={count} onGo={onGo} /></span>
      <IconButton className="only-wide" icon="chev-right" label="Next page" disabled={page >= count} onClick={() => onGo(page + 1)} />
      <span className="push" />
      <IconButton icon="search" label="Find in the document" onClick={onFind} />
      <IconButton icon={reflow ? 'pages' : 'list'} label={reflow ? 'Show the page' : 'Show as text'} aria-pressed={reflow} onClick={onReflow} />
      {!reflow && (
        <>
          <IconButton className="only-wide" icon="zoom-out" label="Zoom out" onClick={() => onZoom(-1)} />
          <span className="num t-2 only-wide">{Math.round(zoom * 100)}%</span>
          <IconButton icon="zoom-in" label="Zoom in" onClick={() => onZoom(1)} />
        </>
      )}
      {ask !== undefined && <ButtonLink className="only-wide" to={ask}>Ask the owner</ButtonLink>}
    </header>
  );
}

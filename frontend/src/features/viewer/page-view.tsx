import { useEffect, useRef } from 'react';
import type { TextRun } from './api.ts';
import { holds, linesOf } from './layout.ts';

interface PageViewProps {
  page: number;
  size: { width: number; height: number };
  /** Drawn by the server for this reader. */
  image: Blob | undefined;
  runs: readonly TextRun[];
  /** CSS pixels. */
  width: number;
  words: string;
  reflow: boolean;
}

function Picture({ blob }: { blob: Blob | undefined }) {
  const picture = useRef<HTMLImageElement>(null);
  // An object URL holds the picture's memory until it is given back.
  useEffect(() => {
    const element = picture.current;
    if (!blob || !element) return undefined;
    const made = URL.createObjectURL(blob);
    element.src = made;
    return () => {
      element.removeAttribute('src');
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  return <img ref={picture} alt="" draggable={false} />;
}

const percent = (share: number): string => `${share * 100}%`;

/** One page: the drawing for the eye, its words for everything that reads. On a phone the words come as text, in the script's shape. */
export function PageView({ page, size, image, runs, width, words, reflow }: PageViewProps) {
  if (reflow) {
    return (
      <article className="leaf leaf--text" aria-label={`Page ${page}`}>
        {runs.length === 0 && <p>This page has no words; switch to its picture.</p>}
        {linesOf(runs).map(({ text, indent, breaks }, index) => (
          <p key={index} className={breaks ? 'leaf__break' : undefined} style={{ marginLeft: percent(indent * 0.7) }}>{text}</p>
        ))}
      </article>
    );
  }
  return (
    <article className="leaf" aria-label={`Page ${page}`} style={{ width: `${width}px`, aspectRatio: `${size.width} / ${size.height}` }}>
      <Picture blob={image} />
      {runs.filter((run) => holds(run, words)).map((run, index) => (
        <mark key={index} aria-hidden="true" className="leaf__hit" style={{ left: percent(run.x), top: percent(run.y), width: percent(run.width), height: percent(run.height) }} />
      ))}
      <div className="leaf__words">
        {runs.map((run, index) => (
          <p key={index} style={{ left: percent(run.x), top: percent(run.y), width: percent(run.width), height: percent(run.height) }}>{run.text}</p>
        ))}
      </div>
    </article>
  );
}

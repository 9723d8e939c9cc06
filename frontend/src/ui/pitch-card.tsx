import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Gate } from './gate.tsx';
import { Marked } from './marked.tsx';
import { Poster, type PosterImage } from './poster.tsx';

export interface PitchCardProps {
  href: string;
  title: string;
  logline: string;
  /** Two short lines: format and genres, stage and band. */
  meta: readonly [string, string];
  /** "4,218 views". */
  signals: readonly string[];
  gate: { open: boolean; text: string };
  poster: PosterImage | null;
  sizes: string;
  load?: 'first' | 'soon' | 'lazy';
  /** One level below the heading above it. */
  headingLevel?: 2 | 3;
  /** What a search found: pieces of title, logline and of a passage that is shown for it. */
  found?: { title: readonly string[] | null; logline: readonly string[] | null; passage: readonly string[] | null } | undefined;
  /** Small buttons at the foot, outside of the link. */
  tools?: ReactNode;
}

/** The link is the title and covers the card, so that its name is the film's and not the whole card read out. */
export function PitchCard({ href, title, logline, meta, signals, gate, poster, sizes, load = 'lazy', headingLevel = 2, found, tools }: PitchCardProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <article className="pcard">
      <div className="pcard__top">
        <Poster title={title} image={poster} sizes={sizes} load={load} decorative={poster === null} />
        <div className="pcard__over">
          <p>{found?.logline ? <Marked pieces={found.logline} /> : logline}</p>
          {signals.length > 0 && <div className="pcard__signals">{signals.map((signal) => <span key={signal}>{signal}</span>)}</div>}
        </div>
      </div>
      <Heading className="pcard__title">
        <Link className="pcard__link" to={href}>{found?.title ? <Marked pieces={found.title} /> : title}</Link>
      </Heading>
      <p className="pcard__meta">
        {meta[0]}
        <br />
        {meta[1]}
      </p>
      {found?.passage && <p className="pcard__passage">… <Marked pieces={found.passage} /> …</p>}
      <div className="pcard__foot">
        <Gate open={gate.open} className="pcard__gate">{gate.text}</Gate>
        {tools !== undefined && <div className="pcard__tools">{tools}</div>}
      </div>
    </article>
  );
}

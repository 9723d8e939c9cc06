import { useState } from 'react';
import { cx } from '../lib/class-names.ts';
import { posterSource } from './poster-source.ts';

export interface PosterImage {
  url: string;
  width: number;
  height: number;
}

interface PosterProps {
  title: string;
  image: PosterImage | null;
  /** Width in the layout, as the `sizes` attribute wants it: "(max-width: 760px) 50vw, 220px". */
  sizes?: string;
  size?: 'xs' | 'sm' | 'md';
  /** `first`: what the page is waiting for. `soon`: seen without scrolling. Otherwise it loads as it comes near. */
  load?: 'first' | 'soon' | 'lazy';
  /** The title stands beside it anyway: an empty alternative text. */
  decorative?: boolean;
  className?: string | undefined;
}

const thumbSizes = { xs: '32px', sm: '44px', md: '72px' };

/** A 2:3 box that keeps its place before the image arrives; with no poster, or one that can't be had, the title stands in. */
export function Poster({ title, image, sizes, size, load = 'lazy', decorative = false, className }: PosterProps) {
  const [lost, setLost] = useState<string | null>(null);
  const box = cx('poster', size && `poster--${size}`, className);
  if (image === null || lost === image.url) {
    return size === undefined ? <span className={cx(box, 'poster--none')} aria-hidden={decorative || undefined}>{title}</span> : <span className={box} aria-hidden="true" />;
  }
  return (
    <span className={box}>
      <img
        {...posterSource(image.url)}
        sizes={sizes ?? (size ? thumbSizes[size] : '320px')}
        width={image.width}
        height={image.height}
        alt={decorative ? '' : `Poster: ${title}`}
        loading={load === 'lazy' ? 'lazy' : 'eager'}
        fetchPriority={load === 'first' ? 'high' : 'auto'}
        decoding="async"
        onError={() => setLost(image.url)}
      />
    </span>
  );
}

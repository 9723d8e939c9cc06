import { cx } from '../lib/class-names.ts';

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
  /** The poster is what the page is waiting for: load it first. */
  eager?: boolean;
  /** The title stands beside it anyway: an empty alternative text. */
  decorative?: boolean;
  className?: string | undefined;
}

const widths = [320, 480, 640, 960];
const thumbSizes = { xs: '32px', sm: '44px', md: '72px' };

/** A 2:3 box that keeps its place before the image arrives; with no poster the title stands in. */
export function Poster({ title, image, sizes, size, eager = false, decorative = false, className }: PosterProps) {
  const box = cx('poster', size && `poster--${size}`, className);
  if (image === null) {
    return size === undefined ? <span className={cx(box, 'poster--none')} aria-hidden={decorative || undefined}>{title}</span> : <span className={box} aria-hidden="true" />;
  }
  return (
    <span className={box}>
      <img
        src={`${image.url}?w=640`}
        srcSet={widths.map((width) => `${image.url}?w=${width} ${width}w`).join(', ')}
        sizes={sizes ?? (size ? thumbSizes[size] : '320px')}
        width={image.width}
        height={image.height}
        alt={decorative ? '' : `Poster: ${title}`}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : 'auto'}
        decoding="async"
      />
    </span>
  );
}

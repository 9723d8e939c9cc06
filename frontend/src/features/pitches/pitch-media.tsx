// Reels and stills of a pitch, as far as they are open to the reader.
import type { Media, Pitch } from '../../../../worker/features/pitches/schema.ts';
import './pitch-media.css';

const widths = [320, 480, 640, 960];

function Still({ still: { url, width, height }, title, number, count }: { still: Media; title: string; number: number; count: number }) {
  return (
    <a className="still" href={url} target="_blank" rel="noreferrer">
      <img
        src={`${url}?w=640`}
        srcSet={widths.map((one) => `${url}?w=${one} ${one}w`).join(', ')}
        sizes="(max-width: 760px) 100vw, 360px"
        width={width ?? undefined}
        height={height ?? undefined}
        alt={`Still ${number} of ${count} from ${title}. Opens in full size.`}
        loading="lazy"
        decoding="async"
      />
    </a>
  );
}

const posterOf = (picture: string | undefined): string | undefined => picture && `${picture}?w=960`;

/** A picture out of the reel stands for it until it plays; where none could be taken, the first still, else the poster. */
export function PitchMedia({ pitch: { title, media, poster } }: { pitch: Pitch }) {
  const [reels, stills] = [media.filter(({ kind }) => kind === 'trailer'), media.filter(({ kind }) => kind === 'gallery')];
  const instead = stills[0]?.url ?? poster?.url;
  return (
    <>
      {reels.map(({ id, url, contentType, frame }, index) => (
        <figure key={id} className="reel">
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- makers send none; the line below says so */}
          <video controls playsInline preload="metadata" poster={posterOf(frame ?? instead)} aria-label={reels.length > 1 ? `Reel ${index + 1} of ${title}` : `Trailer of ${title}`}>
            <source src={url} type={contentType} />
            <a className="link" href={url}>Download the video</a>
          </video>
          <figcaption className="t-xs t-3 mt-2">This video comes without captions.</figcaption>
        </figure>
      ))}
      {stills.length > 0 && (
        <ul className="stills">
          {stills.map((still, index) => <li key={still.id}><Still still={still} title={title} number={index + 1} count={stills.length} /></li>)}
        </ul>
      )}
    </>
  );
}

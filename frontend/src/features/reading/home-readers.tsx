import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Status } from '../../ui/status.tsx';
import { readersSentence } from './readers-sentence.ts';
import { useReaders } from './use-readers.ts';

/** A tab may be in twenty rooms; those of the pitches that are read most are asked first. */
const MOST = 10;

interface PitchInMarket {
  id: string;
  slug: string;
  title: string;
}

function Line({ pitch }: { pitch: PitchInMarket }) {
  const readers = useReaders(pitch.id);
  const words = readers === null ? '' : readersSentence(readers);
  if (words === '') return null;
  return <p className="row row--wrap mb-2"><Status tone="positive">{words}</Status><Link className="link t-film-md" to={paths.pitch.href(pitch.slug)}>{pitch.title}</Link></p>;
}

/** Which of one's own pitches are being read this moment. Nothing stands here while none is. */
export function HomeReaders({ pitches }: { pitches: readonly PitchInMarket[] }) {
  return <div role="status">{pitches.slice(0, MOST).map((pitch) => <Line key={pitch.id} pitch={pitch} />)}</div>;
}

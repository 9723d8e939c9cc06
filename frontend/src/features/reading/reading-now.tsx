import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { useSession } from '../../lib/session.ts';
import { Status } from '../../ui/status.tsx';
import { readersSentence } from './readers-sentence.ts';
import { useReaders } from './use-readers.ts';

/** Who is on the page: its owner learns of everybody, a reader of the others once there are some. */
export function ReadingNow({ pitch }: { pitch: Pick<Pitch, 'id' | 'tier' | 'publishedAt'> }) {
  const { user } = useSession();
  const readers = useReaders(user !== null && pitch.publishedAt !== null ? pitch.id : null);
  const isWorthSaying = readers !== null && (pitch.tier === 'owner' ? readers.readers > 0 : readers.readers > 1);
  return <p className="t-2 self-center" role="status">{isWorthSaying && <Status tone="positive">{readersSentence(readers)}</Status>}</p>;
}

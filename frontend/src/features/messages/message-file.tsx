import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { gates, labelOf } from '../../../../worker/features/catalogue/lists.ts';
import { paths } from '../../app/paths.ts';
import { formatBytes, lowerFirst } from '../../lib/format.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Conversation, MessageFile as File } from './api.ts';

const VoicePlayer = lazy(() => import('./voice-player.tsx'));

/** Size and the gate it stands behind, as far as the reader may know. */
function noteOf({ size, gate, source }: File): string {
  const under = gate === null ? (source === 'conversation' ? 'for this conversation only' : '') : gate === 'nda' ? 'under the same NDA' : lowerFirst(labelOf(gates, gate));
  return [size === null ? '' : formatBytes(size), under].filter(Boolean).join(', ');
}

/** A file of a message, or the place of one whose gate is shut to the reader. */
export function MessageFile({ file, pitch }: { file: File; pitch: Conversation['pitch'] }) {
  const { id, kind, fileName, contentType, source, url, durationMs } = file;
  if (kind === 'voice') return <Suspense fallback={<div className="voice" aria-busy="true" />}><VoicePlayer source={url} durationMs={durationMs} /></Suspense>;
  const inside = (
    <>
      <Icon name={fileName === null ? 'lock' : 'pages'} />
      <span className="t-medium">{fileName ?? 'A file behind its gate'}</span>
      <span className="t-xs t-2 num">{noteOf(file)}</span>
    </>
  );
  if (fileName === null) return pitch && source === 'pitch' ? <Link className="att" to={paths.pitch.href(pitch.slug)}>{inside}</Link> : <div className="att">{inside}</div>;
  if (source === 'pitch' && pitch && contentType === 'application/pdf') return <Link className="att" to={paths.document.href(pitch.slug, id)}>{inside}</Link>;
  return <a className="att" href={url} download={fileName}>{inside}</a>;
}

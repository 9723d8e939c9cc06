import { formatBytes } from '../../lib/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { KeptFile } from './kept-messages.ts';
import VoicePlayer from './voice-player.tsx';

/** What goes with the message; a recording can be heard before it leaves. */
export function ComposerFiles({ files, onRemove }: { files: readonly KeptFile[]; onRemove: (file: KeptFile) => void }) {
  if (files.length === 0) return null;
  return (
    <ul className="comp__files" aria-label="Goes with the message">
      {files.map((file) => (
        <li key={`${file.name}-${file.size}`} className="row">
          {file.kind === 'voice' && file.blob ? <VoicePlayer source={file.blob} durationMs={file.durationMs} /> : <span><span className="t-medium">{file.name}</span> <span className="num">{formatBytes(file.size)}</span></span>}
          <IconButton icon="close" label={`Take ${file.name} out`} onClick={() => onRemove(file)} />
        </li>
      ))}
    </ul>
  );
}

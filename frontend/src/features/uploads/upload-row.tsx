import { fileKinds, labelOf } from '../../../../worker/features/catalogue/lists.ts';
import { formatBytes } from '../../lib/format.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useUploads, type Upload } from './upload-store.ts';

/** The server said no, and would say it again. */
const isRefused = ({ state, error }: Upload): boolean => state === 'failed' && error instanceof ApiError && error.kind === 'http' && error.status < 500;

function sentence(upload: Upload): string {
  const { state, sent, size, error } = upload;
  const far = `${formatBytes(sent)} of ${formatBytes(size)}`;
  if (state === 'paused') return `${far}, paused`;
  if (state === 'finishing') return 'Arrived; being checked.';
  if (state === 'elsewhere') return 'Goes on in another tab.';
  if (state !== 'failed') return far;
  if (isRefused(upload)) return (error as ApiError).message;
  return sent === 0 ? 'No answer came. The file is kept here until it can be sent.' : `${far} arrived and are kept. No answer came for the rest.`;
}

/** One upload: how far it is in bytes, and what can be done about it. */
export function UploadRow({ upload }: { upload: Upload }) {
  const { pause, resume, cancel } = useUploads.getState();
  const { id, fileName, kind, sent, size, state } = upload;
  const text = sentence(upload);
  return (
    <li className="upload">
      <Icon name="pages" />
      <div className="upload__what">
        <div className="row row--base between">
          <span className="t-medium">{fileName}</span>
          <span className={state === 'failed' ? 't-xs t-negative' : 't-xs t-2 num'} role={state === 'failed' ? 'alert' : undefined}>{text}</span>
        </div>
        <Progress label={`Upload of ${fileName}, ${labelOf(fileKinds, kind).toLowerCase()}`} value={sent} max={size} text={text} />
      </div>
      <div className="row">
        {state === 'sending' && <Button size="sm" kind="quiet" onClick={() => pause(id)}>Pause<span className="visually-hidden"> {fileName}</span></Button>}
        {(state === 'paused' || (state === 'failed' && !isRefused(upload))) && <Button size="sm" onClick={() => resume(id)}>{state === 'paused' ? 'Go on' : 'Try again'}<span className="visually-hidden"> with {fileName}</span></Button>}
        {state !== 'finishing' && state !== 'elsewhere' && <Button size="sm" kind="quiet" onClick={() => void cancel(id)}>{isRefused(upload) ? 'Dismiss' : 'Stop'}<span className="visually-hidden"> {fileName}</span></Button>}
      </div>
    </li>
  );
}

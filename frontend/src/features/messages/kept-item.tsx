import { formatBytes, formatClock } from '../../lib/format.ts';
import { useLiveStatus } from '../../lib/live/status.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MessageBody } from './message-body.tsx';
import type { KeptMessage } from './kept-messages.ts';
import { takeBack, tryAgain } from './outbox-tab.ts';
import { clockAndDay } from './thread-lines.ts';

interface KeptItemProps {
  message: KeptMessage;
  name: string;
  /** Puts it back into the composer; null where there is none. */
  onEdit: ((message: KeptMessage) => void) | null;
}

/** A message that has not been confirmed yet: where it is, and what can be done about it. */
export function KeptItem({ message, name, onEdit }: KeptItemProps) {
  const isOffline = useLiveStatus(({ status }) => status === 'offline');
  const { id, body, files, at, state, reason } = message;
  const time = formatClock(at);
  const isOut = !isOffline && (state === 'sending' || state === 'kept');
  const words = state === 'refused' ? `Not sent: ${reason ?? 'the server refused it.'}`
    : state === 'unsure' ? `Sent at ${time}, not confirmed. It is asked for again, and arrives once.`
      : isOut ? 'Sending' : `Kept on this device since ${clockAndDay(at)}`;
  const isOpen = state === 'refused' || (state === 'kept' && !isOut);
  const edit = async () => { if (onEdit && await takeBack(id)) onEdit(message); };
  return (
    <article className={`msg queued${state === 'refused' ? ' queued--no' : isOut ? ' queued--out' : ''}`} aria-label={state === 'refused' ? 'Message that was not sent' : 'Queued message'}>
      <Avatar name={name} />
      <div>
        <p className="msg__h"><b className="t-strong">You</b><time dateTime={at}>{time}</time></p>
        <MessageBody text={body} />
        {files.map((file) => <p key={file.name} className="att"><Icon name={file.kind === 'voice' ? 'play' : 'pages'} /><span className="t-medium">{file.name}</span><span className="t-xs t-2 num">{formatBytes(file.size)}</span></p>)}
        <p className="rcpt">
          <Icon name={state === 'refused' ? 'alert' : 'clock'} />
          <span role={state === 'refused' ? 'alert' : undefined}>{words}</span>
          {isOpen && (
            <span className="row" style={{ gap: 10 }}>
              {state === 'refused' && <button className="link" type="button" onClick={() => void tryAgain(id)}>Try again</button>}
              {onEdit && <button className="link" type="button" onClick={() => void edit()}>Edit</button>}
              <button className="link" type="button" onClick={() => void takeBack(id)}>Discard</button>
            </span>
          )}
        </p>
      </div>
    </article>
  );
}

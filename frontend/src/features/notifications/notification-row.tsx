import { Link } from 'react-router';
import type { Notification } from '../../../../worker/features/notifications/schema.ts';
import { cx } from '../../lib/class-names.ts';
import { formatAgo } from '../../lib/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';

interface NotificationRowProps {
  notification: Notification;
  onRead: (id: string) => void;
  /** Called when the person goes where it leads. */
  onGo?: () => void;
}

/** One line: where it leads, and whether it was read. */
export function NotificationRow({ notification: { id, title, body, link, at, readAt }, onRead, onGo }: NotificationRowProps) {
  const isUnread = readAt === null;
  const go = () => {
    if (isUnread) onRead(id);
    onGo?.();
  };
  return (
    <li className={cx('told', isUnread && 'told--unread')}>
      <Link className="told__link" to={link} onClick={go}>
        <span className="told__title">{isUnread && <span className="visually-hidden">Unread: </span>}{title}</span>
        {body !== '' && <span className="told__body t-2">{body}</span>}
        <time className="t-xs t-3" dateTime={at}>{formatAgo(at)}</time>
      </Link>
      {isUnread && <IconButton icon="check" label={`Mark as read: ${title}`} onClick={() => onRead(id)} />}
    </li>
  );
}

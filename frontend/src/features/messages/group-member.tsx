import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';

interface GroupMemberProps {
  name: string;
  isSelf: boolean;
  /** Oneself, and for whoever opened the group everybody. */
  canEnd: boolean;
  busy: boolean;
  onEnd: () => void;
}

/** One line of who is in a group. Going, or being taken out, is asked once more: only the opener can undo it. */
export function GroupMember({ name, isSelf, canEnd, busy, onEnd }: GroupMemberProps) {
  const [isAsking, setAsking] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  const asked = useRef(false);
  // The button that was pressed is gone: the question, or the way back to it, takes its place.
  useEffect(() => {
    if (isAsking || asked.current) line.current?.querySelector('button')?.focus();
    asked.current = isAsking;
  }, [isAsking]);
  return (
    <li ref={line} className="gm">
      <span className="grow">{isSelf ? `${name} (you)` : name}</span>
      {canEnd && !isAsking && <Button size="sm" kind="quiet" onClick={() => setAsking(true)}>{isSelf ? 'Leave the group' : <>Take out <span className="visually-hidden">{name}</span></>}</Button>}
      {isAsking && (
        <span className="gm__sure" role="group" aria-label={isSelf ? 'Leave the group?' : `Take ${name} out?`}>
          <span className="t-xs t-2">{isSelf ? 'You read nothing of it any more.' : 'They read nothing of it any more.'}</span>
          <Button size="sm" kind="danger" busy={busy} onClick={onEnd}>{isSelf ? 'Leave' : 'Take out'}</Button>
          <Button size="sm" kind="quiet" onClick={() => setAsking(false)}>{isSelf ? 'Stay' : 'Keep'}</Button>
        </span>
      )}
    </li>
  );
}

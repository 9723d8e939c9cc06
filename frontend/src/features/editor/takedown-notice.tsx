import { useState } from 'react';
import { formatDay } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AppealForm } from './appeal-form.tsx';
import { useEditor } from './editor-context.ts';

/** An operator took the pitch out of the market: why, what stays, and what to do. */
export function TakedownNotice() {
  const { state: { saved: { takedown, id } }, isEditor } = useEditor();
  const [isWriting, setWriting] = useState(false);
  if (takedown === null) return null;
  const { appeal, appealsLeft } = takedown;
  const isRead = appeal?.answer === null;
  const mayAppeal = !isEditor && !isRead && appealsLeft > 0;
  return (
    <Notice tone="negative" icon="alert">
      <p className="t-strong">Taken out of the market on {formatDay(takedown.at)}</p>
      <p>{takedown.reason}</p>
      <p className="mt-2">Everything in it is kept, and so is every agreement about it. Mend what the reason names. Only the people who look after the market can put it back; you get a mail when they do, and until then it cannot be published.</p>
      {appeal && (
        <div className="mt-4">
          <p className="t-strong">{isRead ? `You answered on ${formatDay(appeal.at)}. Somebody reads it and writes back.` : 'You answered, and it was looked at again'}</p>
          <p className="editor__said">{appeal.text}</p>
          {appeal.answer !== null && <p className="mt-2"><span className="t-strong">It stays down:</span> {appeal.answer}</p>}
        </div>
      )}
      {mayAppeal && (isWriting
        ? <AppealForm pitchId={id} left={appealsLeft} onClose={() => setWriting(false)} />
        : <div className="mt-4"><Button size="sm" onClick={() => setWriting(true)}>{appeal ? 'Answer again' : 'Answer this'}</Button></div>)}
    </Notice>
  );
}

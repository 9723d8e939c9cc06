import { useImperativeHandle, useRef, useState, type ChangeEvent, type FormEvent, type KeyboardEvent, type Ref } from 'react';
import { formatBytes } from '../../lib/format.ts';
import { useLiveStatus } from '../../lib/live/status.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Conversation, Message } from './api.ts';
import { lineOf } from './apply.ts';
import { AttachButton } from './attach-button.tsx';
import { ComposerFiles } from './composer-files.tsx';
import { keepDraft, readDraft } from './drafts.ts';
import type { KeptFile } from './kept-messages.ts';
import { LevelBars } from './level-bars.tsx';
import { lengthText } from './levels.ts';
import { LONGEST_MESSAGE, LONGEST_VOICE_MS, MOST_FILE_BYTES, MOST_FILES } from './limits.ts';
import { keep, type Draft } from './outbox-tab.ts';
import { canRecord, type Recording, useRecorder } from './use-recorder.ts';
import { useTypingSign } from './use-typing-sign.ts';

export interface ComposerHandle {
  /** Puts a message that was taken back here again, before what is there. */
  restore(draft: Draft): void;
  focus(): void;
}

interface ComposerProps {
  conversationId: string;
  userId: string;
  /** "Harriet and Callum". */
  to: string;
  /** What the conversation is about: its owner can point to its documents. */
  pitch: Conversation['pitch'];
  replyTo: Message | null;
  onReplyEnd: () => void;
  onSent: () => void;
  ref: Ref<ComposerHandle>;
}

/** What the server takes; it decides by the bytes. */
const accepted = '.pdf,.jpg,.jpeg,.png,.webp,.mp4,.webm,.mov';

/** Where touch writes, Enter breaks the line, as everywhere on a phone; the button sends. */
const entersSend = (): boolean => !matchMedia('(pointer: coarse)').matches;

export function Composer({ conversationId, userId, to, pitch, replyTo, onReplyEnd, onSent, ref }: ComposerProps) {
  const [body, setBody] = useState(() => readDraft(userId, conversationId));
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isKeeping, setKeeping] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const isOffline = useLiveStatus(({ status }) => status === 'offline');
  const sign = useTypingSign(conversationId);
  const attachVoice = ({ blob, durationMs }: Recording) => setFiles((before) => [...before, { blob, size: blob.size, durationMs, kind: 'voice', name: `Voice note, ${lengthText(durationMs)}`, fileId: null }]);
  const recorder = useRecorder(attachVoice);

  const write = (text: string) => {
    setBody(text);
    keepDraft(userId, conversationId, text);
    sign(text.trim() !== '');
  };
  useImperativeHandle(ref, () => ({
    restore(draft) {
      write([draft.body, body].filter(Boolean).join('\n'));
      setFiles([...draft.files, ...files]);
      area.current?.focus();
    },
    focus: () => area.current?.focus(),
  }));

  const isTooLong = body.length > LONGEST_MESSAGE;
  const isEmpty = body.trim() === '' && files.length === 0;
  const send = async () => {
    if (isEmpty || isTooLong || isKeeping) return;
    setKeeping(true);
    try {
      await keep(conversationId, { body: body.trim(), replyTo: replyTo?.id ?? null, files });
      write('');
      setFiles([]);
      setProblem(null);
      onReplyEnd();
      onSent();
    } catch (error) {
      setProblem(`This browser could not keep the message (${error instanceof Error ? error.message : 'no reason given'}). It is still in the field.`);
    } finally {
      setKeeping(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && replyTo) return onReplyEnd();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !entersSend()) return;
    event.preventDefault();
    void send();
  };
  const attach = (more: readonly KeptFile[]) => {
    const all = [...files, ...more];
    setFiles(all.slice(0, MOST_FILES));
    setProblem(all.length > MOST_FILES ? `A message takes at most ${MOST_FILES} files.` : null);
  };
  const onFiles = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(target.files ?? [])];
    target.value = ''; // the same file may be chosen again
    const tooLarge = chosen.find(({ size }) => size > MOST_FILE_BYTES);
    const fitting = chosen.filter(({ size }) => size <= MOST_FILE_BYTES).map((file): KeptFile => ({ blob: file, size: file.size, name: file.name, kind: 'file', durationMs: null, fileId: null }));
    attach(fitting);
    if (tooLarge) setProblem(`${tooLarge.name} has ${formatBytes(tooLarge.size)}; a message takes files of at most ${formatBytes(MOST_FILE_BYTES)}.`);
  };
  return (
    <form
      className="comp"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="comp__box">
        {replyTo && <p className="comp__to"><span className="grow">Answering {replyTo.sender?.id === userId ? 'yourself' : replyTo.sender?.name}: {lineOf(replyTo).slice(0, 80)}</span><IconButton icon="close" label="Answer nothing in particular" onClick={onReplyEnd} /></p>}
        <ComposerFiles files={files} onRemove={(file) => setFiles(files.filter((one) => one !== file))} />
        {recorder.state === 'recording'
          ? <p className="rec"><span className="t-medium num" role="timer">{lengthText(recorder.length)}</span><LevelBars bars={recorder.bars} /><span className="t-xs t-3 num">of {lengthText(LONGEST_VOICE_MS)}</span></p>
          : <label><span className="visually-hidden">Message to {to}</span><textarea ref={area} rows={2} placeholder={`Message ${to}`} value={body} onChange={(event) => write(event.target.value)} onKeyDown={onKeyDown} aria-invalid={isTooLong || undefined} /></label>}
        <div className="comp__row">
          {recorder.state === 'recording'
            ? (
              <>
                <Button size="sm" kind="quiet" onClick={recorder.cancel}>Throw away</Button>
                <Button size="sm" kind="primary" className="push" onClick={() => void recorder.stop().then((recording) => { if (recording) attachVoice(recording); })}>Stop recording</Button>
              </>
            )
            : (
              <>
                <AttachButton pitch={pitch} onDevice={() => picker.current?.click()} onDocuments={attach} />
                <input ref={picker} type="file" accept={accepted} multiple hidden onChange={onFiles} tabIndex={-1} />
                {canRecord() && <IconButton icon="pulse" label="Record a voice note" aria-busy={recorder.state === 'asking' || undefined} onClick={() => void recorder.start()} />}
                <span className="t-xs t-3 only-wide">{body.length > LONGEST_MESSAGE - 500 ? <span className={isTooLong ? 't-negative num' : 'num'} role="status">{body.length} of {LONGEST_MESSAGE} characters</span> : 'Enter sends, Shift Enter breaks the line'}</span>
                <Button type="submit" size="sm" kind="primary" className="push" busy={isKeeping} aria-disabled={isEmpty || isTooLong || undefined}>{isOffline ? 'Queue message' : 'Send'}</Button>
              </>
            )}
        </div>
      </div>
      {recorder.state === 'refused' && <p className="t-xs t-negative mt-2" role="alert">No microphone could be used. Allow it for this site in the browser’s settings, then try again.</p>}
      {problem !== null && <p className="t-xs t-negative mt-2" role="alert">{problem}</p>}
    </form>
  );
}

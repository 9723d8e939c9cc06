import type { Report } from '../../../../worker/features/reports/schema.ts';
import type { Deed } from './api.ts';

interface DeedWords {
  button: string;
  title: string;
  /** What follows, and who is told. */
  about: string;
  reason: string | null;
  danger?: boolean;
}

/** What each deed is called and what follows from it. `of` names the subject. */
export const deedWords = (deed: Deed, { subject }: Report): DeedWords => {
  const pitch = `“${subject.pitch?.title ?? ''}”`;
  const person = subject.person?.name ?? 'the account';
  return {
    uphold: { button: 'Uphold', title: 'Uphold this report', about: 'Closes the report as justified. What is done about it are the other buttons: do that first.', reason: 'What was found and done' },
    dismiss: { button: 'Dismiss', title: 'Dismiss this report', about: 'Closes the report. What was reported stays as it is.', reason: 'Why nothing is wrong' },
    'take-down': { button: 'Take the pitch down', title: `Take down ${pitch}?`, about: 'It leaves the market within two seconds. Its owner gets the reason by mail, keeps everything, and cannot publish it until it is put back.', reason: 'Reason, as its owner will read it', danger: true },
    'put-back': { button: 'Put the pitch back', title: `Put back ${pitch}?`, about: 'It is in the market again, unless its owner archived it or made it incomplete meanwhile. Its owner gets the reason by mail.', reason: 'Reason, as its owner will read it' },
    'delete-comment': { button: 'Delete the comment', title: 'Delete this comment?', about: 'Its text is gone for good. Its writer is not told.', reason: null, danger: true },
    suspend: { button: `Suspend ${person}`, title: `Suspend ${person}?`, about: 'Every session ends within five seconds, nobody can sign in to the account, and its profile is hidden. Published pitches stay until they are taken down. The person gets the reason by mail.', reason: 'Reason, as the person will read it', danger: true },
    reinstate: { button: `Reinstate ${person}`, title: `Reinstate ${person}?`, about: 'The person can sign in again. They get the reason by mail.', reason: 'Reason, as the person will read it' },
  }[deed];
};

/** What can be done about a report's subject as it is now, and about an open report itself. */
export function deedsOf({ status, subject }: Report): Deed[] {
  const deeds: (Deed | false)[] = [
    subject.kind === 'pitch' && subject.state === 'shown' && 'take-down',
    subject.kind === 'pitch' && subject.state === 'taken_down' && 'put-back',
    subject.kind === 'comment' && subject.state !== 'gone' && 'delete-comment',
    subject.person !== null && (subject.person.suspended ? 'reinstate' : 'suspend'),
    status === 'open' && 'uphold',
    status === 'open' && 'dismiss',
  ];
  return deeds.filter((deed) => deed !== false);
}

/** Where the subject stands, in a word or two. */
export const stateWords: Record<Report['subject']['state'], string> = { shown: 'Shown', taken_down: 'Taken down', suspended: 'Suspended', hidden: 'Withdrawn by its owner', gone: 'Gone' };

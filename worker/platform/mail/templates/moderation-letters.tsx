// The mails about what operators did. Each carries the operator's reason: nobody has to sign in, or can, to learn it.
import type { ReactElement } from 'react';
import type { MailTopic } from '../messages.ts';
import { Letter, Paragraph } from './letter.tsx';

export type ModerationTopic = Extract<MailTopic, `mail.pitch-${string}` | 'mail.appeal-declined' | 'mail.account-suspended' | 'mail.account-reinstated'>;

const project = '{{project}}';
const reason = '{{reason}}';

function letter(preview: string, button: string, footnote: string, ...paragraphs: string[]): ReactElement {
  return (
    <Letter preview={preview} button={button} footnote={footnote}>
      {paragraphs.map((text) => <Paragraph key={text}>{text}</Paragraph>)}
    </Letter>
  );
}

const ownPitch = 'You get this because the project is yours. People decide this, one case at a time.';
const ownAccount = 'You get this because the account is yours. People decide this, one case at a time.';

export const moderationLetters: Record<ModerationTopic, { subject: string; element: ReactElement }> = {
  'mail.pitch-taken-down': {
    subject: 'Your pitch was taken down',
    element: letter('With the reason.', 'Open the pitch', ownPitch, `We took ${project} out of the market. The reason: ${reason}`,
      'Nothing of it is lost: you can read and change it, and agreements on it stay as they are. It can be published again once we have put it back. If we are wrong, or you have mended what we name, say so on the page of the pitch: somebody reads it and answers.'),
  },
  'mail.appeal-declined': {
    subject: 'Your pitch stays down for now',
    element: letter('With our answer.', 'Open the pitch', ownPitch, `We read what you wrote about ${project} and looked again. Our answer: ${reason}`,
      'Nothing of it is lost: you can read and change it, and agreements on it stay as they are.'),
  },
  'mail.pitch-put-back': {
    subject: 'Your pitch is put back',
    element: letter('It may be published again.', 'Open the pitch', ownPitch, `${project} may be in the market again. The reason: ${reason}`,
      'If it was complete and you had not archived it, it is published already; otherwise you can publish it yourself.'),
  },
  'mail.account-suspended': {
    subject: 'Your account is suspended',
    element: letter('With the reason.', 'Read the terms', ownAccount, `We suspended your account and signed it out everywhere. The reason: ${reason}`, 'Nothing of yours was deleted. Agreements that you signed stay in force.'),
  },
  'mail.account-reinstated': {
    subject: 'Your account is open again',
    element: letter('You can sign in.', 'Sign in', ownAccount, `Your account is no longer suspended. The reason: ${reason}`, 'Your password is the one you had.'),
  },
};

// The mails of notifications: what happened and a button to it. What people wrote to each other is read behind the button.
import type { ReactElement } from 'react';
import type { MailTopic } from '../messages.ts';
import { Letter, Paragraph, preferences } from './letter.tsx';

export type NoticeTopic = Extract<MailTopic, 'mail.attachment-answered' | `mail.message${string}` | 'mail.comment' | 'mail.reply' | 'mail.follow' | 'mail.published' | 'mail.editor-invited' | 'mail.report-decided' | 'mail.notices' | 'mail.digest'>;

const project = '“{{project}}”';
const other = '{{other}}';

function letter(preview: string, button: string, why: string, ...paragraphs: string[]): ReactElement {
  return (
    <Letter preview={preview} button={button} footnote={why} wayOut={preferences}>
      {paragraphs.map((text) => <Paragraph key={text}>{text}</Paragraph>)}
    </Letter>
  );
}

const list = <div style={{ whiteSpace: 'pre-line' }}><Paragraph>{'{{list}}'}</Paragraph></div>;

export const noticeLetters: Record<NoticeTopic, { subject: string; element: ReactElement }> = {
  'mail.attachment-answered': {
    subject: 'An answer about your team',
    element: letter('Whether they are attached.', 'Open the team', 'You get this because you asked.', `${other} answered whether they are attached to ${project}.`),
  },
  'mail.message': {
    subject: 'You have a message',
    element: letter('Read it on Pitchey.', 'Read and answer', 'You get this because you had not read it ten minutes later.', `${other} wrote to you.`),
  },
  'mail.message-request': {
    subject: 'Somebody would like to write to you',
    element: letter('Accept or decline.', 'See who it is', 'You get this because you share no agreement with them yet. Until you accept, they see nothing of you.', `${other} would like to write to you.`),
  },
  'mail.comment': {
    subject: 'A comment on your pitch',
    element: letter('Read it on the page.', 'Read the comment', 'You get this because the pitch is yours.', `${other} commented on ${project}.`),
  },
  'mail.reply': {
    subject: 'An answer to your comment',
    element: letter('Read it on the page.', 'Read the answer', 'You get this because the comment is yours.', `${other} answered your comment on ${project}.`),
  },
  'mail.follow': {
    subject: 'Somebody follows you',
    element: letter('They hear of what you publish.', 'See who it is', 'You get this because you asked to be mailed of it.', `${other} follows you and will hear of what you publish.`),
  },
  'mail.published': {
    subject: 'Somebody you follow published a pitch',
    element: letter('New in the market.', 'Read the pitch', 'You get this because you follow them.', `${other} published ${project}.`),
  },
  'mail.editor-invited': {
    subject: 'You are asked to edit a pitch',
    element: letter('Write it together.', 'Open the pitch', 'If you do not know them, do nothing.', `${other} invites you to edit ${project}.`),
  },
  'mail.report-decided': {
    subject: 'Your report is decided',
    element: letter('Somebody looked into it.', 'Open', 'You get this because you reported something.', 'What you reported was looked into by a person. Your report was {{outcome}}. Thank you for telling us.'),
  },
  'mail.notices': {
    subject: 'What happened meanwhile',
    element: <Letter preview="Several things in one mail." button="See them all" footnote="They waited for the end of your quiet hours, or came within a short time of each other." wayOut={preferences}><Paragraph>{'{{count}}'} things happened:</Paragraph>{list}</Letter>,
  },
  'mail.digest': {
    subject: 'Your digest',
    element: <Letter preview="What happened since the last one." button="See them all" footnote="You get this because you have chosen a digest, or because your mails of this week reached the number you have set." wayOut={preferences}><Paragraph>Since the last digest:</Paragraph>{list}</Letter>,
  },
};

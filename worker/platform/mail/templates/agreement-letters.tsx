// The mails about an agreement, all of one build: what happened, with whom, about which project, and a button that opens it.
import type { ReactElement } from 'react';
import type { MailTopic } from '../messages.ts';
import { Letter, Paragraph, preferences } from './letter.tsx';

export type AgreementTopic = Extract<MailTopic, `mail.nda-${string}` | 'mail.documents-opened'>;

const project = '{{project}}';
const other = '{{other}}';

function letter(preview: string, button: string, ...paragraphs: string[]): ReactElement {
  return (
    <Letter preview={preview} button={button} footnote="You get this because you are one of the two sides of this agreement." wayOut={preferences}>
      {paragraphs.map((text) => <Paragraph key={text}>{text}</Paragraph>)}
    </Letter>
  );
}

export const agreementLetters: Record<AgreementTopic, { subject: string; element: ReactElement }> = {
  'mail.nda-requested': {
    subject: 'Somebody asks to read your project',
    element: letter('Approve, propose other terms or decline.', 'Read the request', `${other} asks to read what is behind the gate of ${project} and offers to sign an agreement first.`, 'You have 14 days to approve, to propose other terms or to decline. Approving takes one click.'),
  },
  'mail.nda-countered': {
    subject: 'Other terms are proposed',
    element: letter('It is your turn.', 'Compare the terms', `${other} proposes other terms for the agreement on ${project}. The page shows what changed, word by word.`, 'You have 14 days to answer.'),
  },
  'mail.nda-approved': {
    subject: 'Your request is approved: sign to read',
    element: letter('One signature away.', 'Read and sign', `${other} approved your request for ${project}. Once you sign, what is behind the gate opens at once.`, 'The offer stands for 14 days.'),
  },
  'mail.nda-rejected': {
    subject: 'Your request was declined',
    element: letter('With a reason.', 'See the reason', `${other} declined your request for ${project}. The reason is on the page of the request.`),
  },
  'mail.nda-withdrawn': {
    subject: 'A request was taken back',
    element: letter('Nothing is left to do.', 'Open', `${other} took back what was open about ${project}. Nothing was signed and nothing is left to do.`),
  },
  'mail.nda-signed': {
    subject: 'Signed: your copy of the agreement',
    element: letter('The signed document and its certificate.', 'Open the signed copy', `The agreement between you and ${other} on ${project} is signed. The signed PDF with its certificate is kept for both of you.`),
  },
  'mail.nda-revoked': {
    subject: 'Access to a project was closed',
    element: letter('What you agreed to stays in force.', 'See what stays', `${other} closed your access to ${project}. What you promised about secrecy lasts as long as the agreement says; your ledger shows the dates.`),
  },
  'mail.nda-due': {
    subject: 'An agreement waits for you',
    element: letter('It lapses in three days.', 'Answer now', `The agreement with ${other} on ${project} waits for you and lapses in three days.`),
  },
  'mail.nda-lapsed': {
    subject: 'A request has lapsed',
    element: letter('Nobody answered in time.', 'Open', `What was open between you and ${other} about ${project} has lapsed, because nobody answered in time. It can be asked for again.`),
  },
  'mail.nda-ending': {
    subject: 'Access to a project ends in 30 days',
    element: letter('It can be renewed.', 'Open', `Access to ${project} under the agreement with ${other} ends in 30 days. Either side can propose to renew it.`),
  },
  'mail.nda-expired': {
    subject: 'Access to a project has ended',
    element: letter('As agreed.', 'Open', `Access to ${project} under the agreement with ${other} has ended as agreed. Duties of secrecy last as long as the agreement says.`),
  },
  'mail.nda-question': {
    subject: 'A question under your agreement',
    element: letter('It needs your answer.', 'Read the question', `${other} has a question about ${project}.`),
  },
  'mail.nda-answer': {
    subject: 'Your question is answered',
    element: letter('The answer is on the page.', 'Read the answer', `${other} answered your question about ${project}.`),
  },
  'mail.documents-opened': {
    subject: 'Your documents are being read',
    element: letter('Somebody under your agreement is reading.', 'See the reading record', `${other} opened documents of ${project}. You hear of this at most once in six hours a reader.`),
  },
};

// The mails, in words. `{{…}}` is filled when one is sent; everything else is fixed here, so it is rendered once, when it changes,
// and the Worker carries no React (`npm run mails` writes ../rendered.ts).
import type { ReactElement } from 'react';
import type { MailTopic } from '../messages.ts';
import { agreementLetters } from './agreement-letters.tsx';
import { Letter, Paragraph } from './letter.tsx';
import { moderationLetters } from './moderation-letters.tsx';
import { noticeLetters } from './notice-letters.tsx';

export const letters: Record<MailTopic, { subject: string; element: ReactElement }> = {
  'mail.verify-email': {
    subject: 'Confirm your address for Pitchey',
    element: (
      <Letter preview="One click, and your account is open." button="Confirm address"
        footnote="You get this because somebody signed up at Pitchey with this address. If that was not you, do nothing: without the button no account opens.">
        <Paragraph>Please confirm that this address is yours. The link works once, for {'{{hours}}'} hours.</Paragraph>
      </Letter>
    ),
  },
  'mail.address-taken': {
    subject: 'You already have a Pitchey account',
    element: (
      <Letter preview="Somebody signed up with your address." button="Sign in"
        footnote="If that was not you, nothing has happened: no account was made and nothing of yours was shown.">
        <Paragraph>Somebody just tried to sign up with this address, but it has an account already. If it was you, sign in instead; the sign-in page also helps with a forgotten password.</Paragraph>
      </Letter>
    ),
  },
  'mail.reset-password': {
    subject: 'Choose a new Pitchey password',
    element: (
      <Letter preview="The link works once." button="Choose a new password"
        footnote="If you did not ask for this, do nothing: your password stays as it is.">
        <Paragraph>Somebody asked to reset the password of your account. The link works once, for {'{{minutes}}'} minutes. Choosing a new password signs you out everywhere.</Paragraph>
      </Letter>
    ),
  },
  'mail.password-changed': {
    subject: 'Your Pitchey password was changed',
    element: (
      <Letter preview="If it was you, there is nothing to do." button="It was not me"
        footnote="You get this whenever your password changes; it cannot be switched off.">
        <Paragraph>The password of your account was just changed, and other devices were signed out. If it was you, there is nothing to do. If it was not, choose a new password now.</Paragraph>
      </Letter>
    ),
  },
  'mail.account-locked': {
    subject: 'Sign-in to your Pitchey account is paused',
    element: (
      <Letter preview="There were many wrong passwords." button="Reset the password"
        footnote="Nobody got in. The pause ends by itself.">
        <Paragraph>There were many wrong passwords for your account, so sign-in is paused for {'{{minutes}}'} minutes. If it was you, wait or reset the password. If it was not, a long password of your own keeps them out.</Paragraph>
      </Letter>
    ),
  },
  'mail.attachment-asked': {
    subject: 'Are you attached to this project?',
    element: (
      <Letter preview="One click says whether it is so." button="Read and answer"
        footnote="If you do not know the project, say so behind the button, or do nothing: without your answer you are not shown as attached.">
        <Paragraph>{'{{other}}'} names you on Pitchey as part of “{'{{project}}'}”: {'{{role}}'}, {'{{standing}}'}. Readers are shown you as attached only when you confirm it yourself. You need no account. The link works once, for {'{{days}}'} days.</Paragraph>
      </Letter>
    ),
  },
  'mail.search-alert': {
    subject: 'New in the market for a search of yours',
    element: (
      <Letter preview="Published since the last mail about this search." button="Have a look"
        footnote="You get this because you saved this search and asked to be told. How often is set on the page of your saved searches."
        wayOut={{ label: 'Stop the mails of this search', href: '{{origin}}/unsubscribe?token={{unsubscribe}}' }}>
        <Paragraph>New for your search “{'{{search}}'}”: {'{{found}}'}.</Paragraph>
      </Letter>
    ),
  },
  ...agreementLetters,
  ...noticeLetters,
  ...moderationLetters,
};

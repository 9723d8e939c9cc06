import { TextPage } from '../text-page.tsx';

export default function Privacy() {
  return (
    <TextPage
      title="Privacy"
      description="What Pitchey keeps about you, why, for how long, and how to have it removed."
      lead="We keep what the service needs and what you give us. There is no advertising here and nothing is sold."
      sections={[
        { heading: 'What we keep', body: <><p>Your name, e-mail address, portal and, if you give one, your company. A password only in a form that can’t be turned back. Your pitches, files and settings.</p><p>For each device that is signed in: when it was last used, its address and its browser’s name, so that you can end a session you don’t know.</p></> },
        { heading: 'Who sees it', body: <><p>A published pitch, with its owner’s name, is visible to everyone. Protected parts are visible to those whom their gate lets in.</p><p>When you open something behind a gate, its owner can see that you did. You are told so where it happens.</p></> },
        { heading: 'Cookies and storage', body: <p>One cookie keeps you signed in. Your browser also keeps your choice of light or dark and the portal you last used. There are no third-party cookies, and fonts and pictures come from our own address.</p> },
        { heading: 'Counting', body: <p>We count how often a pitch is opened, how far its page is read and which searches led to it, and show the sums to its owner. A person counts once a day. Of somebody who isn’t signed in we keep a code made of day, address and browser that nobody can turn back and that is another one tomorrow. Single visits are dropped after 90 days; the sums by day stay.</p> },
        { heading: 'Records of requests', body: <p>Each request leaves a technical record: time, address, what was asked for and how it went. We use it to find faults and attacks. Raw records are dropped after 14 days or moved to a closed archive.</p> },
        { heading: 'Mail', body: <p>We write when something happens that concerns your account: confirming the address, resetting the password, a sign-in change. Links in our mail open a page; only the button on that page does something.</p> },
        { heading: 'Leaving', body: <p>When an account is erased, what it held is removed after a short time in which you can change your mind. Agreements that you signed are kept for the other party, because they have a right to prove them.</p> },
      ]}
    />
  );
}

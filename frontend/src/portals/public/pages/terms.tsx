import { TextPage } from '../text-page.tsx';

export default function Terms() {
  return (
    <TextPage
      title="Terms"
      description="What Pitchey does for you, what it does not do, and what you agree to when you use it."
      lead="Written to be read. These are the rules of the house in the order in which they usually matter."
      sections={[
        { heading: 'What Pitchey is', body: <p>A place where people present film and television projects, and where others find them, ask for access and keep a record of what was shown. Pitchey records commitments and documents. It does not move money, does not sell securities, and gives no legal, tax or investment advice.</p> },
        { heading: 'Your work stays yours', body: <><p>You keep every right in what you upload. You allow us to store it, to make smaller copies of images, and to show each part to the people its gate lets in. That permission ends when you delete the part.</p><p>Publish only what you have the right to show. If a pitch uses someone’s book, life or music, say whose, and have their agreement.</p></> },
        { heading: 'Gates and confidence', body: <><p>Every protected field and file has a gate. You choose it; the server enforces it on every request. What you agree to at a gate binds you even if your access ends later.</p><p>What is public is public: a logline that anyone may read is not kept in confidence by anyone.</p></> },
        { heading: 'Your account', body: <p>One account a person, under your own name. Keep the password to yourself. We may close an account that deceives others, copies what it was shown, or attacks the service; we say why, and what you had signed stays valid.</p> },
        { heading: 'What we promise, and what we can’t', body: <p>We keep the service running with care and keep a copy of what you saved. We can’t promise that a project finds money or a maker, that what another member says is true, or that no error will ever happen. Check what matters before you rely on it.</p> },
        { heading: 'Changes and endings', body: <p>If these terms change, members are told before the change takes effect. You may delete your account at any time. What you signed with another member is between the two of you and outlasts the account.</p> },
      ]}
    />
  );
}

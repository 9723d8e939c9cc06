import type { ReactNode } from 'react';
import { usePage } from '../../lib/use-page.ts';

interface TextPageProps {
  title: string;
  description: string;
  lead: string;
  sections: readonly { heading: string; body: ReactNode }[];
}

/** A page that is read from top to bottom: terms, privacy, accessibility. */
export function TextPage({ title, description, lead, sections }: TextPageProps) {
  usePage({ title, description });
  return (
    <article className="wrap py-16">
      <h1 className="t-display">{title}</h1>
      <p className="t-lead t-2 mt-6 max-w-160">{lead}</p>
      {sections.map(({ heading, body }) => (
        <section key={heading} className="mt-12">
          <h2 className="t-title">{heading}</h2>
          <div className="t-read mt-4">{body}</div>
        </section>
      ))}
    </article>
  );
}

import type { ReactNode } from 'react';
import { Showcase } from './showcase.tsx';
import './identity.css';

/** A short form left, one poster right. */
export function SplitPage({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  return (
    <section className="si">
      <div className="si__form">
        <div className="si__in">
          <h1 className="t-h1">{title}</h1>
          <p className="t-2 mt-1">{lead}</p>
          {children}
        </div>
      </div>
      <Showcase />
    </section>
  );
}

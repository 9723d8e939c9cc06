import type { ReactNode } from 'react';

export function KitSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="kit__section">
      <h2 className="t-h3">{title}</h2>
      <div className="kit__body">{children}</div>
    </section>
  );
}

/** A caption over a row of specimens. */
export function KitRow({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="kit__caption">{caption}</h3>
      <div className="row row--wrap">{children}</div>
    </div>
  );
}

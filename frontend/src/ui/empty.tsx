import type { ReactNode } from 'react';

/** What this is, and one thing to do. */
export function Empty({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2 className="t-h2">{title}</h2>
      <p>{children}</p>
      {action !== undefined && <div className="empty__action">{action}</div>}
    </div>
  );
}

import type { ReactNode } from 'react';

/** For a thing that happened out of sight and can be undone. A change that the page itself shows needs none. */
export function Toast({ children, action }: { children: ReactNode; action?: { label: string; onAct: () => void } }) {
  return (
    <div className="toast" role="status">
      {children}
      {action && <button type="button" className="btn" onClick={action.onAct}>{action.label}</button>}
    </div>
  );
}

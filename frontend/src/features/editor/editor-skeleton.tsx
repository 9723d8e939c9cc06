import { Skeleton } from '../../ui/skeleton.tsx';
import './editor.css';

/** The shape of the editor: its sections, its form, and the card beside it. */
export function EditorSkeleton() {
  return (
    <div aria-busy="true" aria-label="Loading the pitch" role="status">
      <div className="editor__bar"><span className="skel skel--line h-5 w-48" /></div>
      <div className="editor">
        <div className="only-wide"><Skeleton shape="lines" count={8} /></div>
        <div className="editor__form"><Skeleton shape="form" count={6} /></div>
        <div className="only-wide"><span className="skel skel--poster" /></div>
      </div>
    </div>
  );
}

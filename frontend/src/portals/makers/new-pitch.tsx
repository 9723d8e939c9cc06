import { NewPitchForm } from '../../features/editor/new-pitch-form.tsx';
import { usePage } from '../../lib/use-page.ts';
import './makers.css';

export default function NewPitch() {
  usePage({ title: 'New pitch' });
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1 className="t-h1">New pitch</h1>
          <p className="t-2">Four things make a draft. Nobody sees it until you publish.</p>
        </div>
      </div>
      <NewPitchForm />
    </div>
  );
}

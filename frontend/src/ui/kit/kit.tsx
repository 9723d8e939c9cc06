import { usePage } from '../../lib/use-page.ts';
import { Controls } from './controls.tsx';
import { Data } from './data.tsx';
import { Fields } from './fields.tsx';
import { Foundations } from './foundations.tsx';
import { Frame } from './frame.tsx';
import { Overlays } from './overlays.tsx';
import { States } from './states.tsx';
import { Things } from './things.tsx';
import './kit.css';

/** Every primitive in every state: the page that visual tests look at. */
export default function Kit() {
  usePage({ title: 'Kit' });
  return (
    <div className="wrap" data-portal="creator">
      <div className="pt-10 pb-8">
        <h1 className="t-h1">Kit</h1>
        <p className="t-2 mt-1">Every primitive in every state. The creator accent stands for all portals.</p>
      </div>
      <Foundations />
      <Controls />
      <Fields />
      <Things />
      <Data />
      <Overlays />
      <States />
      <Frame />
    </div>
  );
}

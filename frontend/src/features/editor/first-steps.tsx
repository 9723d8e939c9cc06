import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { useMaker } from './maker.ts';

const steps = [
  { title: 'Write one sentence', text: 'A title and a logline make a draft. Nobody sees it until you publish.' },
  { title: 'Add the page', text: 'Synopsis, stage and budget band. A poster helps; it is not required.' },
  { title: 'Choose the gates', text: 'Money and contact texts each have a gate of their own. Then publish.' },
];

/** An account without pitches: what to do, not a wall of zeros. */
export function FirstSteps() {
  const maker = useMaker();
  return (
    <section className="section" aria-labelledby="first-steps">
      <h2 className="t-title" id="first-steps">Three steps to a published pitch</h2>
      <ol className="first-steps">
        {steps.map(({ title, text }, index) => (
          <li key={title}>
            <p className="t-xs t-3 num">Step {index + 1}</p>
            <p className="t-strong">{title}</p>
            <p className="t-2">{text}</p>
          </li>
        ))}
      </ol>
      <ButtonLink kind="primary" size="lg" to={paths.newPitch.href(maker)}>Start the first pitch</ButtonLink>
    </section>
  );
}

import { Fragment } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import './shortcuts.css';

type Line = readonly [what: string, keys: readonly string[]];

const groups: readonly { title: string; lines: readonly Line[] }[] = [
  { title: 'Everywhere', lines: [['This list', ['?']], ['Find pages, pitches and people, when signed in', ['Ctrl', 'K']], ['Close what is open', ['Esc']]] },
  { title: 'Browse', lines: [['Search', ['/']], ['Into the suggestions', ['↓']]] },
  { title: 'Reading a document', lines: [['Next page', ['→']], ['Page before', ['←']], ['First page', ['Home']], ['Last page', ['End']], ['Larger', ['+']], ['Smaller', ['-']], ['Back to 100 %', ['0']], ['Find words', ['/']]] },
  { title: 'Messages', lines: [['Send', ['Enter']], ['A line of its own', ['Shift', 'Enter']], ['Stop answering a message', ['Esc']]] },
];

/** The keys that do something, by where they do it. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} wide title="Keyboard shortcuts" description="On a Mac, Cmd takes the place of Ctrl. Single keys rest while you type.">
      <div className="keys" tabIndex={0} role="region" aria-label="Keys by place">
        {groups.map(({ title, lines }) => (
          <section key={title} aria-label={title}>
            <h3 className="t-medium mb-2">{title}</h3>
            <dl className="keys__list">
              {lines.map(([what, keys]) => (
                <Fragment key={what}>
                  <dt>{what}</dt>
                  <dd>{keys.map((key) => <kbd key={key} className="kbd">{key}</kbd>)}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

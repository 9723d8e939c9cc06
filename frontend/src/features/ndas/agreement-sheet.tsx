import type { Reading } from './api.ts';
import type { AgreementText } from './read-document.ts';
import './sheet.css';

type Notes = Reading['notes'];

function NoteBody({ note }: { note: Notes[number] }) {
  return <>{!note.usual && <strong className="t-caution">Unusual here. </strong>}{note.note}</>;
}

/** The document as it will be signed, and beside each clause what it means. Phones find the note under its clause. */
export function AgreementSheet({ text, notes, bare = false }: { text: AgreementText; notes: Notes; bare?: boolean }) {
  const paired = notes.length === text.sections.length ? notes : [];
  return (
    <div className={bare ? 'agreement agreement--bare' : 'agreement'}>
      <article className="agreement__sheet" aria-label="The document as it will be signed">
        <h2 className="agreement__title">{text.title}</h2>
        {text.intro.map((line) => <p key={line} className="agreement__intro">{line}</p>)}
        {text.sections.map(({ title, paragraphs }, index) => {
          const note = paired[index];
          return (
            <section key={title} className={note && !note.usual ? 'agreement__clause is-marked' : 'agreement__clause'}>
              <h3>{title}</h3>
              {paragraphs.map((paragraph, place) => <p key={place}>{paragraph}</p>)}
              {note && <details className="agreement__note"><summary>In plain words</summary><NoteBody note={note} /></details>}
            </section>
          );
        })}
      </article>
      {!bare && notes.length > 0 && (
        <aside className="agreement__notes" aria-label="In plain words">
          <h2 className="t-h3">In plain words</h2>
          <ol className="list mt-3">
            {notes.map((note, index) => (
              <li key={note.id} className={note.usual ? 'agreement__plain' : 'agreement__plain is-marked'}>
                <p className="t-strong">{index + 1}. {note.title}</p>
                <p className="t-2"><NoteBody note={note} /></p>
              </li>
            ))}
          </ol>
          <p className="t-xs t-3 mt-4">These notes explain; the document decides. This is not legal advice.</p>
        </aside>
      )}
    </div>
  );
}

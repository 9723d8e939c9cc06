import './finance.css';

/** Whether a text is set in columns, as a top sheet is: three lines or more with a gap in them. */
const isTable = (text: string): boolean => text.split('\n').filter((line) => /\S {3,}\S/.test(line)).length >= 3;

/** A text of several paragraphs as its writer broke it; columns stay columns. `name` is what a table of figures is called. */
export function Prose({ text, name = 'This part' }: { text: string; name?: string }) {
  if (isTable(text)) return <pre className="mono figures" tabIndex={0} role="region" aria-label={`${name}, figures`}>{text}</pre>;
  return (
    <div className="t-read">
      {text.split(/\n\s*\n/).map((paragraph, index) => <p key={index} className="whitespace-pre-line">{paragraph}</p>)}
    </div>
  );
}

/** A text of several paragraphs as its writer broke it. */
export function Prose({ text }: { text: string }) {
  return (
    <div className="t-read">
      {text.split(/\n\s*\n/).map((paragraph, index) => <p key={index} className="whitespace-pre-line">{paragraph}</p>)}
    </div>
  );
}

/** The words of a message: an empty line parts paragraphs, others break as they were written. Nothing in it is markup. */
export function MessageBody({ text }: { text: string }) {
  if (text === '') return null;
  return text.split(/\n{2,}/).map((paragraph, index) => <p key={index} className="msg__body">{paragraph}</p>);
}

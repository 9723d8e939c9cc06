/** A text in pieces that alternate between plain and matched, beginning with plain. */
export function Marked({ pieces }: { pieces: readonly string[] }) {
  return pieces.map((piece, index) => (index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece));
}

// Which known word a misspelt one was meant to be. Pure: the database brings the nearest words, this decides.

export interface Candidate {
  word: string;
  /** Published pitches it finds. */
  pitches: number;
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min((last[column] as number) + 1, (current[column - 1] as number) + 1, (last[column - 1] as number) + (same ? 0 : 1));
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) best = Math.min(best, (beforeLast[column - 2] as number) + 1);
      current.push(best);
    }
    [beforeLast, last] = [last, current];
  }
  return last[right.length] as number;
}

/** Slips that a word of this length may have and still be meant. */
const tolerance = (length: number): number => (length < 3 ? 0 : length < 5 ? 1 : length < 9 ? 2 : 3);

/** The candidate with the fewest slips; of equals the one that finds most. Undefined when none is near enough. */
export function nearestWord<One extends Candidate>(word: string, candidates: readonly One[]): One | undefined {
  const allowed = tolerance(word.length);
  return candidates
    .map((candidate) => ({ candidate, slips: editDistance(word, candidate.word) }))
    .filter(({ slips }) => slips > 0 && slips <= allowed)
    .sort((a, b) => a.slips - b.slips || b.candidate.pitches - a.candidate.pitches || (a.candidate.word < b.candidate.word ? -1 : 1))[0]?.candidate;
}

// Requests that leave before the application is there to make them. Kept small: this runs ahead of every other script.
interface Waiting {
  answer: Promise<Response>;
  askedAt: number;
}

const waiting = new Map<string, Waiting>();
/** Milliseconds. An answer that nobody took in this time is no longer news. */
const freshFor = 10_000;

/** `look` is told of the answer first; it stays for whoever takes it, so a look reads a copy. */
export function askEarly(address: string, look?: (answer: Promise<Response>) => void): void {
  const answer = fetch(address, { credentials: 'same-origin', headers: { accept: 'application/json' } });
  answer.catch(() => undefined); // whoever takes it hears of the failure; an untaken one is nobody's error
  look?.(answer);
  waiting.set(address, { answer, askedAt: performance.now() });
}

/** The answer to a GET that has left already, once; undefined when there is none. */
export function takeEarly(address: string): Promise<Response> | undefined {
  const found = waiting.get(address);
  waiting.delete(address);
  return found !== undefined && performance.now() - found.askedAt < freshFor ? found.answer : undefined;
}

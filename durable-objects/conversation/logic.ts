// What a conversation's room does without a socket or a database of its own: gathering what people do into groups that are written
// together, and remembering who is typing. Pure but for the ports it is given.

/** Deeds of one transaction at most. */
export const GROUP = 100;
/** Deeds that may wait at once; past it people are asked to come back. */
export const MOST_WAITING = 2000;
/** ms that "is writing" is believed without hearing it again. */
export const TYPING_MS = 6000;

export interface CommitPorts<Pending, Outcome, Written extends { outcomes: readonly Outcome[] }> {
  /** Writes a group. Throws when nobody may be told that it was written. */
  commit(pending: readonly Pending[]): Promise<Written>;
  /** Told after each commit; not waited for. */
  told(written: Written, pending: readonly Pending[]): void;
  /** The answer to each deed of a group that could not be written. */
  failed(error: unknown): Outcome;
  /** The answer where too much waits. */
  full(): Outcome;
}

/** Group commit: one group is on its way at a time, and what comes meanwhile goes with the next, in the order it came. */
export function createGroupCommit<Pending, Outcome, Written extends { outcomes: readonly Outcome[] }>({ commit, told, failed, full }: CommitPorts<Pending, Outcome, Written>) {
  let waiting: { pending: Pending; answer(outcome: Outcome): void }[] = [];
  let isBusy = false;

  function begin(): { group: typeof waiting; pending: Pending[]; writing: Promise<Written> } | undefined {
    const group = waiting.slice(0, GROUP);
    waiting = waiting.slice(GROUP);
    const pending = group.map((one) => one.pending);
    return group.length === 0 ? undefined : { group, pending, writing: commit(pending) };
  }

  async function drive(): Promise<void> {
    isBusy = true;
    for (let now = begin(); now !== undefined;) {
      const { group, pending, writing } = now;
      const [done] = await Promise.allSettled([writing]);
      // First, so that the database works while people are told.
      now = begin();
      if (done.status === 'rejected') {
        const outcome = failed(done.reason);
        for (const { answer } of group) answer(outcome);
      } else {
        group.forEach(({ answer }, index) => answer(done.value.outcomes[index] ?? failed(new Error('a deed without an outcome'))));
        told(done.value, pending);
      }
    }
    isBusy = false;
  }

  /** Answers when the deed is written, or is not to be. */
  return (pending: Pending): Promise<Outcome> => {
    if (waiting.length >= MOST_WAITING) return Promise.resolve(full());
    return new Promise((resolve) => {
      waiting.push({ pending, answer: resolve });
      if (!isBusy) void drive();
    });
  };
}

/** Who is writing, forgotten by itself. Kept in memory only: a room that slept has nobody writing in it. */
export function createTyping() {
  const until = new Map<string, number>();
  return {
    /** Notes it; true when that is news. Saying it again while it holds is news too, since others forget by themselves. */
    note(userId: string, on: boolean, now: number): boolean {
      const wasOn = (until.get(userId) ?? 0) > now;
      if (on) until.set(userId, now + TYPING_MS);
      else until.delete(userId);
      return on || wasOn;
    },
    people: (now: number): string[] => [...until].flatMap(([userId, end]) => (end > now ? [userId] : [])),
  };
}

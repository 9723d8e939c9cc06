// Without a schema around it: pages import this.

/** Fewer requests than this say nothing about somebody's habit. */
export const ENOUGH_REQUESTS = 5;

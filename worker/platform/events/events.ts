// Events: what is counted, and may be lost in a crash. A fact that must not get lost goes through the outbox.

export interface AppEvent {
  /** Decides who counts it: `view`, `request`, … */
  kind: string;
  /** ms since 1970, by the server's clock. */
  at: number;
}

/** A queue message: what one isolate collected in about a second. */
export interface EventBatch {
  /** A delivery that repeats counts once by this. */
  id: string;
  events: readonly AppEvent[];
}

export interface EventSink {
  /** Never throws and never waits: what cannot be sent is lost, and the log says how much. */
  send<Event extends AppEvent>(event: Event): void;
}

// What the journal asks of a browser. The one it uses (e2e/journal/tabs.ts) is made of the pages' own code.

/** As the pages keep it on disk until it is sent. */
export interface Kept { order: number; id: string; userId: string; conversationId: string; body: string; replyTo: string | null; files: never[]; at: string; state: 'kept' | 'sending' | 'unsure' | 'refused'; reason: string | null }

/** What one tab has shown, in order, over all its lives: opened again, it goes on from its cursor. */
export interface Page {
  person: JournalPerson;
  cursor: number;
  shown: { conversationId: string; clientId: string; seq: number }[];
  /** How often it had to begin anew. */
  resets: number;
  /** performance.now() of each time it asked for a socket, and of each time it was live. */
  asked: number[];
  live: number[];
  tab: Tab | null;
}

export interface Tab {
  /** Stays in the room over every reconnection. */
  join(room: string): void;
  /** Looks now for what is new. */
  check(): void;
  cut(): void;
  stop(): void;
}

export interface JournalPerson {
  talker: { id: string; name: string; cookie: string };
  /** On disk, for all tabs. */
  kept: Kept[];
  written: { conversationId: string; id: string; n: number }[];
  accepted: Set<string>;
  refused: string[];
  /** The lock that the tabs have in common. */
  busy: Promise<void>;
  pages: Page[];
}

export interface Browser {
  /** Opens the page again where it was. */
  openTab(page: Page, port: number): Tab;
  /** Writes a message: it is on disk before anything else happens. */
  write(person: JournalPerson, conversationId: string): void;
}

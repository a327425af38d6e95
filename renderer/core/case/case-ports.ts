import type { DecisionEntry } from '#renderer/data/schema/rows.ts';
import type { KnownDocuments } from '#renderer/core/case/open-warnings.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';

/** A decision that was just stored; `heldUntil` in ms epoch. */
export interface Decided {
  readonly entry: DecisionEntry;
  readonly heldUntil: number;
}

/** What the desk for one usul needs of the world. Durations in milliseconds. */
export interface CasePorts {
  readonly now: () => Date;
  /** The server's time as well as this PC knows it: what the rules call today. */
  readonly serverNow: () => Date;
  readonly newId: () => string;
  readonly deviceId: () => Promise<string>;
  readonly appVersion: () => Promise<string>;
  /** The queue that "next" walks through from an usul. */
  readonly queue: (usulId: string) => readonly InboxRow[];
  /** The batch of which an usul is looked at as a sample; null: of none. */
  readonly bulkIdOf: (usulId: string) => string | null;
  /** Whether the outcome follows from the verdicts until a person chooses another. */
  readonly suggests: () => boolean;
  /** Whether this field's value is found in the usul's documents, and policy lets it be marked by that alone. */
  readonly mayMarkFound: (field: string) => boolean;
  /** What the documents of the usul on the desk say, as far as they were read. */
  readonly documentsOf: (usulId: string) => KnownDocuments;
  /**
   * A decision was stored: the exchange may want to run, and lists to show it. Null when its account has left the desk
   * meanwhile.
   */
  readonly onDecided: (decided: Decided | null) => void;
  /** An usul was taken, or taken over: the exchange may want to run. */
  readonly onTaken: () => void;
  readonly onError: (cause: unknown) => void;
  /** How long a decision can be corrected before it is sent. */
  readonly holdMs: number;
  /** How long typing must pause before the draft is written. */
  readonly autosaveMs: number;
}

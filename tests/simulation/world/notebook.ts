import type { Decision } from '#shared/workflow/decision.ts';

/**
 * What a person at one PC would swear to: what the screen said. Kept by the simulation beside everything, and all that
 * the oracle knows of what was done.
 */
export interface Notebook {
  /** Decisions that the screen showed as saved, by id. */
  readonly saved: Map<string, Decision>;
  /** Ids of saved decisions that the screen gave back to be corrected. */
  readonly takenBack: Set<string>;
  /** Ids of decisions that came back, were let go or decided again, and are not on the screen since the database was lost. */
  readonly dealtWith: Set<string>;
  /** The notes typed about an usul and not decided, by usul: the last one, and those of decisions taken back since. */
  readonly typed: Map<string, readonly string[]>;
}

/** An empty notebook. */
export function makeNotebook(): Notebook {
  return { saved: new Map(), takenBack: new Set(), dealtWith: new Set(), typed: new Map() };
}

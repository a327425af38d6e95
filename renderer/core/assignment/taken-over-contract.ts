import type { TakenOver } from '#shared/records/told-assignment.ts';

/** What colleagues took over from whoever sits here, or an admin gave to others or to him or her, until it is seen. */
export interface TakenOverStore {
  /** The one that was taken first stands first. */
  readonly taken: readonly TakenOver[];
  /** The person has seen all of them. */
  see(): void;
}

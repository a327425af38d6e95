import type { Desk } from '#renderer/core/desk-contract.ts';
import type { WorkerSource } from '#renderer/pdf/worker-source.ts';

/** What the workbench needs from the application around it. */
export interface WorkbenchPorts {
  readonly desk: Pick<
    Desk,
    | 'bulk'
    | 'currentCase'
    | 'threads'
    | 'evidence'
    | 'inbox'
    | 'outbox'
    | 'preferences'
    | 'loadDocument'
  >;
  /** Whether policy lets fields be marked in one stroke because their values were found. */
  readonly markFoundAllowed: boolean;
  readonly workers: WorkerSource;
  /** Goes to another usul. */
  readonly onOpen: (usulId: string) => void;
  /** Back to the inbox, or from a sample to its batch. */
  readonly onLeave: () => void;
  /** Says something to people who do not see the screen change. */
  readonly announce: (sentence: string, kind?: 'tersimpan') => void;
}

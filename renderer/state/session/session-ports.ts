import type { AccountDatabase, HostDatabase } from '#renderer/data/schema/open-database.ts';
import type { Profile, SyncClient } from '#renderer/workers/sync/client.ts';

/** What the session needs of the desk around it. */
export interface SessionPorts {
  readonly host: HostDatabase;
  readonly sync: () => Promise<SyncClient>;
  readonly openDatabase: (accountId: string) => AccountDatabase;
  /** An account is at this window, its desk perhaps locked: sending and fetching begin. */
  readonly onArrived: (profile: Profile) => void;
  /** Gives the desk to an account: at sign-in, after a restart, after unlocking. */
  readonly onSeated: (profile: Profile, database: AccountDatabase) => void;
  /** Puts everything on the disk and clears the desk; sending and fetching go on. */
  readonly onLocked: () => Promise<void>;
  /** Puts everything on the disk, clears the desk and ends sending and fetching. */
  readonly onLeft: () => Promise<void>;
  /** The running desk may exchange again. */
  readonly onSignedInAgain: () => void;
  /** Whether the server answered lately: asking it does not make a person wait for a network that is not there. */
  readonly isServerReached: () => boolean;
  readonly onError: (cause: unknown) => void;
  readonly now: () => Date;
}

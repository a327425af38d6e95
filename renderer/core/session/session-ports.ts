import type { AccountDatabase, HostDatabase } from '#renderer/data/schema/open-database.ts';
import type { Vault } from '#renderer/data/sealing/vault.ts';
import type { OutdatedPorts } from '#renderer/core/session/outdated-desk.ts';
import type { OpenKeyChannel } from '#renderer/core/session/key-windows.ts';
import type { Profile, SyncClient } from '#renderer/workers/sync/client.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** What the session needs of the desk around it. */
export interface SessionPorts extends OutdatedPorts {
  readonly sync: () => Promise<
    Pick<SyncClient, 'signIn' | 'offerFactor' | 'signOut' | 'start' | 'agreeToServer'>
  >;
  readonly host: HostDatabase;
  /** The roles that have a desk of their own; every role when absent. */
  readonly deskRoles?: readonly Role[];
  readonly openKeyChannel: OpenKeyChannel;
  readonly openDatabase: (accountId: string, vault: Vault) => AccountDatabase;
  /** Gives the desk to an account, whose key is here: sending and fetching begin. */
  readonly onSeated: (profile: Profile, database: AccountDatabase, key: CryptoKey) => void;
  /** Puts everything on the disk and clears the desk; what waits to be sent is sent, and then the last key is dropped. */
  readonly onLocked: () => Promise<void>;
  /** Puts everything on the disk, clears the desk and ends sending and fetching. */
  readonly onLeft: () => Promise<void>;
  /** Removes the account's journal, whose decisions the server has. */
  readonly eraseJournal: (accountId: string) => Promise<void>;
  /** The running desk may exchange again. */
  readonly onSignedInAgain: () => void;
  /** Whether the server answers now; does not make a person wait for a network that is not there. */
  readonly isServerReached: () => Promise<boolean>;
  /** How long a new window waits for another one to hand it the key, in milliseconds. */
  readonly keyPatienceMs: number;
  readonly now: () => Date;
}

import type { AccountDatabase, HostDatabase } from '#renderer/data/schema/open-database.ts';
import type { Sealing } from '#renderer/data/sealing/envelope.ts';
import type { Vault } from '#renderer/data/sealing/vault.ts';
import type { EnvelopeKeeper } from '#renderer/state/session/envelope-keeper.ts';
import type { OpenKeyChannel } from '#renderer/state/session/key-windows.ts';
import type { Profile, SyncClient } from '#renderer/workers/sync/client.ts';

/** What the session needs of the desk around it. */
export interface SessionPorts {
  readonly host: HostDatabase;
  readonly sealing: Sealing;
  readonly envelopes: EnvelopeKeeper;
  readonly openKeyChannel: OpenKeyChannel;
  readonly sync: () => Promise<SyncClient>;
  readonly openDatabase: (accountId: string, vault: Vault) => AccountDatabase;
  /** Gives the desk to an account, whose key is here: sending and fetching begin. */
  readonly onSeated: (profile: Profile, database: AccountDatabase, key: CryptoKey) => void;
  /** Puts everything on the disk and clears the desk; what waits to be sent is sent, and then the last key is dropped. */
  readonly onLocked: () => Promise<void>;
  /** Puts everything on the disk, clears the desk and ends sending and fetching. */
  readonly onLeft: () => Promise<void>;
  /** The running desk may exchange again. */
  readonly onSignedInAgain: () => void;
  /** Whether the server answers now; does not make a person wait for a network that is not there. */
  readonly isServerReached: () => Promise<boolean>;
  /** How long a new window waits for another one to hand it the key, in milliseconds. */
  readonly keyPatienceMs: number;
  readonly onError: (cause: unknown) => void;
  readonly now: () => Date;
}

import type { LogEntry, PlatformDescription, Unprotected } from '#shared/bridge/bridge-contract.ts';
import type { Journal } from '#shared/bridge/journal-port.ts';

/**
 * What the operating system adds to a few secret bytes (base64), so that a copied disk is of no use without the user who
 * was signed in to Windows.
 */
export interface Protection {
  /** The bytes protected, base64; null when this host has nothing to protect them with. */
  protect(bytes: string): Promise<string | null>;
  unprotect(bytes: string): Promise<Unprotected>;
}

/**
 * The operating system as the renderer sees it. Two implementations, in `renderer/platform`: over the Electron bridge
 * and over web APIs; chosen once at start-up, no other code asks which.
 */
export interface Platform extends Protection {
  /** Where the application runs and whom it talks to. */
  describe(): Promise<PlatformDescription>;
  /** Makes sure that the application itself starts without network (a service worker in the browser; nothing in Electron). */
  keepAvailableOffline(): Promise<void>;
  /** Asks the host not to evict the local database; false when it did not promise. */
  requestPersistentStorage(): Promise<boolean>;
  /** Writes a technical log line; must never carry personal data. */
  log(entry: LogEntry): Promise<void>;
  /** Where decisions are kept a second time, outside the local database. */
  readonly journal: Journal;
}

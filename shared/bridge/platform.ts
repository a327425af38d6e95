import type { PlatformDescription, LogEntry } from '#shared/bridge/bridge-contract.ts';

/**
 * The operating system as the renderer sees it. Two implementations, in `renderer/platform`: over the Electron bridge
 * and over web APIs; chosen once at start-up, no other code asks which.
 */
export interface Platform {
  /** Where the application runs and whom it talks to. */
  describe(): Promise<PlatformDescription>;
  /** Makes sure that the application itself starts without network (a service worker in the browser; nothing in Electron). */
  keepAvailableOffline(): Promise<void>;
  /** Asks the host not to evict the local database; false when it did not promise. */
  requestPersistentStorage(): Promise<boolean>;
  /** Writes a technical log line; must never carry personal data. */
  log(entry: LogEntry): Promise<void>;
}

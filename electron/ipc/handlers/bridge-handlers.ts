import type { BridgeHandlers } from '#electron/ipc/answer-call.ts';
import { protect, unprotect, type SystemVault } from '#electron/vault/system-vault.ts';
import type { Log } from '#electron/main/logging/rotating-log.ts';
import type { Journal } from '#shared/bridge/journal-port.ts';

/** What the handlers of the bridge need. */
export interface HandlerPorts {
  readonly appVersion: string;
  /** Origin of the central server, without trailing slash. */
  readonly serverUrl: string;
  /** The PC's own name. */
  readonly deviceName: string;
  readonly log: Log;
  readonly systemVault: SystemVault;
  readonly journal: Journal;
}

/** Makes the handlers of the bridge. */
export function makeBridgeHandlers(ports: HandlerPorts): BridgeHandlers {
  const { journal } = ports;
  return {
    describe: () =>
      Promise.resolve({
        host: 'electron',
        appVersion: ports.appVersion,
        serverUrl: ports.serverUrl,
        deviceName: ports.deviceName,
      }),
    log: (entry) => {
      ports.log.write(entry);
      return Promise.resolve(null);
    },
    protect: (bytes) => protect(ports.systemVault, bytes),
    unprotect: (bytes) => unprotect(ports.systemVault, bytes),
    journalAppend: (accountId, records) => journal.append(accountId, records),
    journalRead: (accountId) => journal.read(accountId),
    journalReplace: (accountId, records) => journal.replace(accountId, records),
    journalList: () => journal.list(),
    journalErase: (accountId) => journal.erase(accountId),
  };
}

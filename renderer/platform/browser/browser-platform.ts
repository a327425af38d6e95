import {
  makeWorkerJournal,
  startJournalWorker,
} from '#renderer/platform/browser/journal/worker-journal.ts';
import { askPersistentStorage } from '#renderer/platform/browser/persistent-storage.ts';
import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';
import type { LogEntry } from '#shared/bridge/bridge-contract.ts';
import type { Platform } from '#shared/bridge/platform.ts';

/** The operating system as far as a plain browser shows it; the server is the origin of the page. */
export function makeBrowserPlatform(): Platform {
  return {
    describe: () =>
      Promise.resolve({
        host: 'browser',
        // Defined by build/vite/service-worker-plugin.ts from package.json.
        appVersion: import.meta.env['VITE_APP_VERSION'] ?? '0.0.0',
        serverUrl: globalThis.location.origin,
        deviceName: describeBrowser(globalThis.navigator.userAgent),
      }),
    keepAvailableOffline: registerServiceWorker,
    requestPersistentStorage: askPersistentStorage,
    log: (entry) => {
      writeToConsole(entry);
      return Promise.resolve();
    },
    // A browser has no protection of the system to offer; what was protected elsewhere cannot be opened in it.
    protect: () => Promise.resolve(null),
    unprotect: () => Promise.resolve({ kind: 'hilang' }),
    journal: makeWorkerJournal(startJournalWorker),
  };
}

/** Name of this PC in the server's list of devices: a browser does not tell the PC's own. */
export function describeBrowser(userAgent: string): string {
  const systems = [
    ['Windows', 'Windows'],
    ['Mac OS', 'macOS'],
    ['Linux', 'Linux'],
  ] as const;
  const system = systems.find(([mark]) => userAgent.includes(mark))?.[1];
  return system ? `Peramban di ${system}` : 'Peramban';
}

// The development server has no built shell to keep; there is nothing to register then.
async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in globalThis.navigator)) return;
  const registration = await globalThis.navigator.serviceWorker.register(
    trustedScriptUrl('/sw.js'),
    { scope: '/', updateViaCache: 'none' },
  );
  // Ready means that the shell is in the cache: from here on a reload needs no network.
  await globalThis.navigator.serviceWorker.ready;
  void registration.update().catch(() => {
    // No network at start-up: the next start asks again.
  });
}

function writeToConsole({ level, event, detail }: LogEntry): void {
  const line = `[meja] ${event} ${detail}`;
  if (level === 'error') console.error(line);
  else if (level === 'warning') console.warn(line);
  else console.info(line);
}

import { askPersistentStorage } from '#renderer/platform/browser/persistent-storage.ts';
import { bridgeCalls, type Bridge } from '#shared/bridge/bridge-contract.ts';
import type { Platform } from '#shared/bridge/platform.ts';

/** The operating system through the preload bridge; what comes back is parsed, as over any boundary. */
export function makeElectronPlatform(bridge: Bridge): Platform {
  return {
    describe: async () => bridgeCalls.describe.answer.parse(await bridge.describe()),
    // The bundle comes from the installation itself.
    keepAvailableOffline: () => Promise.resolve(),
    requestPersistentStorage: askPersistentStorage,
    log: async (entry) => {
      await bridge.log(entry);
    },
    protect: async (bytes) => bridgeCalls.protect.answer.parse(await bridge.protect(bytes)),
    unprotect: async (bytes) => bridgeCalls.unprotect.answer.parse(await bridge.unprotect(bytes)),
    journal: {
      append: async (...args) =>
        bridgeCalls.journalAppend.answer.parse(await bridge.journalAppend(...args)),
      read: async (...args) =>
        bridgeCalls.journalRead.answer.parse(await bridge.journalRead(...args)),
      replace: async (...args) =>
        bridgeCalls.journalReplace.answer.parse(await bridge.journalReplace(...args)),
      list: async () => bridgeCalls.journalList.answer.parse(await bridge.journalList()),
      erase: async (...args) =>
        bridgeCalls.journalErase.answer.parse(await bridge.journalErase(...args)),
    },
  };
}

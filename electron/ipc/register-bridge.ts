import { ipcMain } from 'electron';
import { bridgeCalls } from '#shared/bridge/bridge-contract.ts';
import { bridgeCallNames } from '#electron/ipc/bridge-call-names.ts';
import { answerCall, type BridgeHandlers, type RefusalSink } from '#electron/ipc/answer-call.ts';

/** Registers every call of the bridge contract; a channel outside the contract has no handler at all. */
export function registerBridge(handlers: BridgeHandlers, refused: RefusalSink): void {
  for (const call of bridgeCallNames()) {
    ipcMain.handle(bridgeCalls[call].channel, (event, ...args: unknown[]) =>
      answerCall(call, handlers, event.senderFrame, args, refused),
    );
  }
}

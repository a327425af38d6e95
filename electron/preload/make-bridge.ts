import { bridgeCallNames } from '#electron/ipc/bridge-call-names.ts';
import { bridgeCalls, type Bridge } from '#shared/bridge/bridge-contract.ts';

/** Sends one call to the main process and answers with what came back. */
export type Invoke = (channel: string, ...args: unknown[]) => Promise<unknown>;

/** Makes the object that the page sees: one function a call of the contract, and no way to name a channel oneself. */
export function makeBridge(invoke: Invoke): Bridge {
  const entries = bridgeCallNames().map((call) => {
    const { channel } = bridgeCalls[call];
    return [call, (...args: unknown[]) => invoke(channel, ...args)] as const;
  });
  // Arguments and answers are checked in the main process; here only the names must be right, and they come from the map.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the names
  return Object.fromEntries(entries) as unknown as Bridge;
}

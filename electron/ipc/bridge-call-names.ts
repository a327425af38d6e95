import { bridgeCalls, type BridgeCallName } from '#shared/bridge/bridge-contract.ts';

/** Every call of the bridge contract. */
export function bridgeCallNames(): readonly BridgeCallName[] {
  return Object.keys(bridgeCalls).filter((name): name is BridgeCallName => name in bridgeCalls);
}

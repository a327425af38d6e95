import { longestHold } from '#renderer/data/outbox/hold.ts';
import type { DeskPorts, DeskTiming } from '#renderer/core/desk-ports.ts';
import {
  followPageAttention,
  followPageNetwork,
  startSyncWorker,
  SyncClient,
} from '#renderer/workers/sync/client.ts';

type Hears = Pick<ConstructorParameters<typeof SyncClient>[2], 'onStatus' | 'onBroken'>;

/** Starts the exchange with the server for a desk, told of the page's network and attention. */
export async function startDeskClient(
  ports: DeskPorts,
  timing: DeskTiming,
  hears: Hears,
): Promise<SyncClient> {
  const { platform, startWorker = startSyncWorker } = ports;
  const { followNetwork = followPageNetwork, followAttention = followPageAttention } = ports;
  const { serverUrl, appVersion, deviceName } = await platform.describe();
  const { holdMs, pollMs } = timing;
  const settings = {
    serverUrl,
    appVersion,
    deviceName,
    holdMs: longestHold(holdMs),
    pollMs,
  };
  const client = new SyncClient(startWorker, settings, {
    ...hears,
    onLog: ({ level, event, detail }) => void platform.log({ level, event, detail }),
  });
  followNetwork((online) => client.networkChanged(online));
  followAttention(() => client.pageAttended());
  return client;
}

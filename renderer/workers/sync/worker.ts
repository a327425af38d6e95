import '#renderer/platform/zod-without-eval.ts';
import { makeDeviceSigner } from '#renderer/data/keyring/device-signer.ts';
import { readWaiting } from '#renderer/data/outbox/read-waiting.ts';
import { openAccountDatabase, openHostDatabase } from '#renderer/data/schema/open-database.ts';
import { pagePort } from '#renderer/platform/page-port.ts';
import { makeServerTrust } from '#renderer/workers/sync/http/server-trust.ts';
import { makeAxiosApi } from '#renderer/workers/sync/http/axios-api.ts';
import { runExclusively } from '#renderer/workers/sync/run-exclusively.ts';
import { SyncHost } from '#renderer/workers/sync/sync-host.ts';
import { openWindowChannel } from '#renderer/workers/sync/window-channel.ts';

const stallMs = 60_000;

const hostDatabase = openHostDatabase();
const signer = makeDeviceSigner(hostDatabase);
const trust = makeServerTrust(hostDatabase);

const host = new SyncHost({
  makeApi: ({ serverUrl, appVersion }, leaving) =>
    makeAxiosApi({ serverUrl, appVersion, stallMs, leaving, signer, trust }),
  host: hostDatabase,
  openDatabase: openAccountDatabase,
  readWaiting,
  openChannel: openWindowChannel,
  exclusively: runExclusively,
  isOnline: () => navigator.onLine,
  freeBytes,
  now: () => Date.now(),
  random: () => Math.random(),
  page: pagePort,
});

globalThis.addEventListener('online', () => host.networkChanged(true));
globalThis.addEventListener('offline', () => host.networkChanged(false));

/** Bytes that this application may still use on the disk, as the browser estimates them; null when it does not say. */
async function freeBytes(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
}

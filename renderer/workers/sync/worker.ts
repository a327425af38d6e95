import '#renderer/platform/zod-without-eval.ts';
import { readWaiting } from '#renderer/data/outbox/read-waiting.ts';
import { openAccountDatabase, openHostDatabase } from '#renderer/data/schema/open-database.ts';
import { pagePort } from '#renderer/platform/page-port.ts';
import { makeAxiosApi } from '#renderer/workers/sync/http/axios-api.ts';
import { freeBytes } from '#renderer/workers/sync/documents/free-bytes.ts';
import { runExclusively } from '#renderer/workers/sync/run-exclusively.ts';
import { SyncHost } from '#renderer/workers/sync/sync-host.ts';
import { openWindowChannel } from '#renderer/workers/sync/window-channel.ts';

const stallMs = 60_000;

const host = new SyncHost({
  makeApi: ({ serverUrl, appVersion }, leaving) =>
    makeAxiosApi({ serverUrl, appVersion, stallMs, leaving }),
  host: openHostDatabase(),
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

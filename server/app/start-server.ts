import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '#server/app/build-app.ts';
import { keepHouse } from '#server/app/housekeeping.ts';
import { openStores, type Stores } from '#server/app/open-stores.ts';
import type { ServerSettings } from '#server/app/server-settings.ts';
import { startSentences } from '#server/app/start-sentences.ts';
import { countEveryMs, openCounting } from '#server/documents/count-pages.ts';
import { readCertificate } from '#server/app/tls-certificate.ts';
import { sealEveryMs, watchIntegrity } from '#server/integrity/watch-integrity.ts';
import { markEveryMs, watchHighWater } from '#server/epoch/watch-high-water.ts';
import { logUnexpected } from '#server/http/errors.ts';
import type { Db } from '#server/store/database.ts';
import { StartProblem } from '#server/cli/start-problem.ts';

/** A server that listens. */
export interface RunningServer {
  /** Address that a browser on this machine opens, without a slash at its end. */
  readonly url: string;
  readonly stores: Stores;
  /** Sentences that the person at the terminal must read. */
  readonly told: readonly string[];
  /** Resolves when the database is gone for good; absent where it is somebody else's, which is waited for. */
  readonly gone?: Promise<StartProblem>;
  /** Lets running requests end, then closes the database; safe to call twice. */
  stop(): Promise<void>;
}

/** What tests and scripts may give: stores opened before (they are then not closed here), a clock, stricter checks. */
export interface ServerOptions {
  readonly stores?: Stores;
  readonly now?: () => Date;
  readonly checkAnswers?: boolean;
  /** How long `stop` waits for running requests, in milliseconds. */
  readonly graceMs?: number;
  /** How often a mark of the database is taken, in milliseconds; null: at start and stop alone. */
  readonly markEveryMs?: number | null;
  /** How often documents that are new are counted, in milliseconds; null: only before a decision on one. */
  readonly countEveryMs?: number | null;
}

/** So often it is seen whether those have ended who write while something is anchored. */
const anchorSettleMs = 500;
/** A decision or a document takes moments; whoever has not finished by then sends it again later anyhow. */
const defaultGraceMs = 5_000;

/** Starts the central server: stores, migrations, HTTP. Throws StartProblem with a sentence for people. */
export async function startServer(
  settings: ServerSettings,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const { appDir } = settings;
  if (appDir !== undefined && !existsSync(path.join(appDir, 'index.html'))) {
    throw new StartProblem(startSentences.appMissing(appDir));
  }
  const tls = settings.tls && (await readCertificate(settings.tls));
  const stores = options.stores ?? (await openStores(settings));
  const closeStores = async () => {
    if (!options.stores) await stores.close();
  };
  try {
    const db = stores.serving ?? stores.db;
    const now = options.now ?? (() => new Date());
    const counting = openCounting({ db: stores.db, documents: stores.documents, now });
    const app = await buildApp({
      tls,
      db,
      countPages: (sha256s) => counting.now(sha256s),
      documents: stores.documents,
      settings,
      now,
      checkAnswers: options.checkAnswers ?? false,
      callLimits: settings.callLimits,
    });
    const everyMs = options.markEveryMs;
    const watch = await watchData({ app, db: stores.db, settings, now, everyMs });
    const stopWatch = () => watch.stop();
    const url = await listen(app, settings).catch(async (cause: unknown) => {
      await stopWatch();
      throw cause;
    });
    const endHousekeeping = keepHouse({ db: stores.db, now, log: app.log }, settings.keptDays);
    const { countEveryMs: lookEveryMs = countEveryMs } = options;
    counting.start(lookEveryMs, (cause) => logUnexpected(app.log, cause));
    let stopping: Promise<void> | undefined;
    const stop = () =>
      (stopping ??= closeWithin(app, options.graceMs ?? defaultGraceMs)
        .then(endHousekeeping)
        .then(() => counting.stop())
        .then(stopWatch)
        .then(closeStores));
    const told = [...(stores.told ?? []), ...watch.told, ...unsafeSettings(settings)];
    return { url, stores, told, ...(stores.gone && { gone: stores.gone }), stop };
  } catch (error) {
    await closeStores();
    throw error;
  }
}

/** Lets running requests end, but cuts off those that take longer: a caller that never finishes must not keep us. */
async function closeWithin(app: FastifyInstance, graceMs: number): Promise<void> {
  const cutOff = setTimeout(() => app.server.closeAllConnections(), graceMs);
  await app.close();
  clearTimeout(cutOff);
}

/** What the watches of the data stand on; `everyMs` replaces how often each of them looks. */
interface WatchPorts {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly settings: ServerSettings;
  readonly now: () => Date;
  readonly everyMs: number | null | undefined;
}

/** Watches whether the database goes back in time, and whether somebody changes it past the server. */
async function watchData({ app, db, settings, now, everyMs }: WatchPorts) {
  const onFault = (cause: unknown) => logUnexpected(app.log, cause);
  const mark = await watchHighWater({
    db,
    file: settings.markFile,
    now,
    everyMs: everyMs === undefined ? markEveryMs : everyMs,
    onFault,
    onOpened: ({ number }) => app.log.warn({ epoch: number }, 'the data went back in time'),
  });
  const integrity = await watchIntegrity({
    db,
    file: settings.anchorFile,
    now,
    settleMs: anchorSettleMs,
    everyMs: everyMs === undefined ? sealEveryMs : everyMs,
    onFault,
    onBroken: (faults) => app.log.error({ faults }, 'a chain is not what was sealed'),
  });
  const stop = async (): Promise<void> => {
    await integrity.stop();
    await mark.stop();
  };
  return { told: [...mark.told, ...integrity.told], stop };
}

/** What the person at the terminal should change before others sign in. */
function unsafeSettings({ host, tls, trustProxy }: ServerSettings): readonly string[] {
  const isOwn = host === 'localhost' || host === '::1' || host.startsWith('127.');
  return [
    ...(trustProxy === true ? [startSentences.anyProxy] : []),
    ...(isOwn || tls || trustProxy !== false ? [] : [startSentences.withoutTls(host)]),
  ];
}

async function listen(app: FastifyInstance, { host, port, tls }: ServerSettings): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new StartProblem(startSentences.portTaken(port));
    if (code === 'EACCES') throw new StartProblem(startSentences.portForbidden(port));
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartProblem(startSentences.hostUnknown(host));
    }
    throw error;
  }
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  const isAnywhere = host === '0.0.0.0' || host === '::';
  const name = isAnywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'https' : 'http'}://${name}:${address.port}`;
}

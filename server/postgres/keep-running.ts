import { setTimeout as delay } from 'node:timers/promises';
import { StartProblem } from '#server/cli/start-problem.ts';

/** An open connection: it tells by its event `end` that the cluster is gone. */
export interface Connection {
  once(event: 'end', heard: () => void): unknown;
  end(): Promise<void>;
}

/** How patiently a cluster is started again. */
export interface Patience {
  readonly tries: number;
  readonly betweenTriesMs: number;
}

/** What keeps a cluster running: how to reach it, and how to start it on the port that it had. Both throw. */
export interface Running {
  connect(): Promise<Connection>;
  startAgain(): Promise<void>;
}

/** A cluster that is started again whenever it ends. */
export interface Kept {
  /** Resolves, with a sentence, when all tries to start it again have failed. */
  readonly gone: Promise<StartProblem>;
  /** Lets it be; the cluster itself still runs. */
  end(): Promise<void>;
}

// What it crashed over may take a while: its last processes must end before it starts, and then it replays its log.
const usualPatience: Patience = { tries: 8, betweenTriesMs: 1_000 };

const goneSentence =
  'PostgreSQL bawaan berhenti dan tidak dapat dijalankan lagi. ' +
  'Periksa ruang disk dan postgres.log di folder data, lalu jalankan server ini kembali.';

/** Watches a cluster by one open connection and brings it back when that is lost. */
export async function keepRunning(
  cluster: Running,
  patience: Patience = usualPatience,
): Promise<Kept> {
  const ending = new AbortController();
  const kept = { keeper: await cluster.connect(), reviving: Promise.resolve() };
  const gone = new Promise<StartProblem>((resolve) => {
    const revive = async () => {
      const client = await bringBack(cluster, patience, ending.signal);
      if (client) watch(client);
      else if (!ending.signal.aborted) resolve(new StartProblem(goneSentence));
    };
    const watch = (client: Connection) => {
      kept.keeper = client;
      client.once('end', () => {
        if (!ending.signal.aborted) kept.reviving = revive();
      });
    };
    watch(kept.keeper);
  });
  return {
    gone,
    end: async () => {
      ending.abort();
      await kept.reviving;
      await kept.keeper.end();
    },
  };
}

/** A connection to the cluster that runs again; undefined when all tries failed, or it is to end. */
async function bringBack(
  cluster: Running,
  { tries, betweenTriesMs }: Patience,
  ending: AbortSignal,
): Promise<Connection | undefined> {
  for (let attempt = 1; attempt <= tries && !ending.aborted; attempt += 1) {
    const client = await connectOrStart(cluster);
    if (client) return client;
    await delay(betweenTriesMs);
  }
  return undefined;
}

/** A connection to the cluster, which is started when nobody answers; undefined when neither could be done just now. */
async function connectOrStart(cluster: Running): Promise<Connection | undefined> {
  try {
    return await cluster.connect().catch(async () => {
      await cluster.startAgain();
      return cluster.connect();
    });
  } catch {
    // The next try may find more; the last one is told in a sentence.
    return undefined;
  }
}

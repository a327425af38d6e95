import { anchorDaily, knownAnchors, type AnchorPorts } from '#server/integrity/anchors.ts';
import { sealHeads, type SealFault } from '#server/integrity/chain-seals.ts';
import { beginHistory } from '#server/integrity/history-seals.ts';
import { integritySentences } from '#server/integrity/sentences.ts';

/** So often what was appended is sealed: what is changed within these moments alone shows nowhere. */
export const sealEveryMs = 5_000;

/** So often it is seen whether a day has passed since the last anchor. */
const anchorLookMs = 3_600_000;

/** What the watch stands on. `onFault`: something could not be done; it is tried again all the same. */
export interface IntegrityPorts extends AnchorPorts {
  /** How often chains are sealed, in milliseconds; null: at the start and the end alone, and nothing is anchored. */
  readonly everyMs: number | null;
  readonly onFault: (cause: unknown) => void;
  readonly onBroken: (faults: readonly SealFault[]) => void;
}

/** A server that seals and anchors. */
export interface IntegrityWatch {
  /** What the person at the terminal must know of this start. */
  readonly told: readonly string[];
  stop(): Promise<void>;
}

/** Seals what was appended while nobody watched, and from then on seals and anchors until it is stopped. */
export async function watchIntegrity(ports: IntegrityPorts): Promise<IntegrityWatch> {
  const { db, file, everyMs, onFault, onBroken } = ports;
  const known = await knownAnchors(ports);
  await beginHistory(db, known.historyAfter);
  const faults = await sealHeads(db, known.sealed);
  const hasSeals = (await db.selectFrom('chain_seal').select('seq').limit(1).execute()).length > 0;
  const told = [
    ...(faults.length > 0 ? [integritySentences.broken] : []),
    ...(known.foreign > 0 ? [integritySentences.anchorsForeign(file, known.foreign)] : []),
    ...(!known.found && hasSeals && faults.length === 0 && everyMs !== null
      ? [integritySentences.anchorsBegun(file)]
      : []),
  ];
  let stopped = false;
  let anchorAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  const turn = async (): Promise<void> => {
    try {
      const broken = await sealHeads(db, known.sealed);
      if (broken.length > 0) onBroken(broken);
      else if (everyMs !== null && ports.now().getTime() >= anchorAt) {
        anchorAt = ports.now().getTime() + anchorLookMs;
        await anchorDaily(ports);
      }
    } catch (cause) {
      onFault(cause);
    }
  };
  const keepOn = (): void => {
    if (stopped || everyMs === null) return;
    timer = setTimeout(() => {
      running = turn().then(keepOn);
    }, everyMs);
    timer.unref();
  };
  keepOn();
  return {
    told,
    stop: async () => {
      if (stopped) return;
      stopped = true;
      clearTimeout(timer);
      await running;
      await sealHeads(db, known.sealed).then(() => undefined, onFault);
    },
  };
}

import { readEpoch } from '#server/epoch/epochs.ts';
import { addAnchor, readAnchors, type Anchor } from '#server/integrity/anchor-file.ts';
import { integrityKey } from '#server/integrity/chain-seals.ts';
import { historyStart } from '#server/integrity/history-seals.ts';
import { isUnchanged, newStretches } from '#server/integrity/row-digests.ts';
import { shortestAuditDays } from '#server/store/audit.ts';
import type { Db } from '#server/store/database.ts';

const dayMs = 86_400_000;

/** Where anchors are kept; `settleMs`: how often writers are looked for that must end first. */
export interface AnchorPorts {
  readonly db: Db;
  /** Outside the database, best on another disk. */
  readonly file: string;
  readonly now: () => Date;
  readonly settleMs: number;
}

/** What the file holds of the epoch that is open. */
export interface KnownAnchors {
  /** Name of that epoch, and the key under which anchors are made. */
  readonly epoch: string;
  readonly key: Uint8Array;
  readonly anchors: readonly Anchor[];
  /** Lines that no server with these keys wrote. */
  readonly foreign: number;
  /** There is a file. */
  readonly found: boolean;
  /** Instansi whose chain had a seal. */
  readonly sealed: ReadonlySet<string>;
  /** After which event seals of the history begin; undefined: no anchor says so. */
  readonly historyAfter: number | undefined;
}

/** Reads the anchors of the epoch that is open. */
export async function knownAnchors({
  db,
  file,
}: Pick<AnchorPorts, 'db' | 'file'>): Promise<KnownAnchors> {
  const key = await integrityKey(db);
  const kept = await readAnchors(file, key);
  const { name: epoch } = await readEpoch(db);
  const anchors = (kept?.anchors ?? []).filter((one) => one.epoch === epoch);
  const sealed = new Set(anchors.flatMap(({ heads }) => heads.map((head) => head.instansiId)));
  const historyAfter = anchors.find((one) => one.historyAfter !== undefined)?.historyAfter;
  const foreign = kept?.foreign ?? 0;
  return { epoch, key, anchors, foreign, found: kept !== undefined, sealed, historyAfter };
}

/** Adds an anchor when the last one is a day old; answers whether it did. */
export async function anchorDaily(ports: AnchorPorts): Promise<boolean> {
  const { db, file, now, settleMs } = ports;
  const { epoch, key, anchors, historyAfter } = await knownAnchors(ports);
  const last = anchors.at(-1);
  if (last && now().getTime() - Date.parse(last.at) < dayMs) return false;
  const known = anchors.flatMap(({ stretches }) => stretches);
  const stretches = await newStretches(db, known, settleMs);
  if (!stretches) return false;
  const begun = historyAfter ?? (await historyStart(db));
  const heads = await db.selectFrom('chain_seal').selectAll().orderBy('instansi_id').execute();
  await addAnchor(file, key, {
    version: 1,
    at: now().toISOString(),
    epoch,
    heads: heads.map(({ instansi_id: instansiId, seq, hash }) => ({ instansiId, seq, hash })),
    stretches: [...stretches],
    ...(begun !== undefined && { historyAfter: begun }),
  });
  return true;
}

/** What does not stand in the database as it was anchored; `at`: the day of the anchor. */
export interface AnchorFault {
  readonly at: string;
  /** An instansi, or a table. */
  readonly what: string;
}

/** Compares the database with every anchor of its epoch. */
export async function verifyAnchors(
  db: Db,
  anchors: readonly Anchor[],
  now: Date,
): Promise<readonly AnchorFault[]> {
  const faults: AnchorFault[] = [];
  // Of the audit whatever is older may have been pruned since.
  const pruned = now.getTime() - shortestAuditDays * dayMs;
  for (const { at, heads, stretches } of anchors) {
    for (const { instansiId, seq, hash } of heads) {
      const link = await db
        .selectFrom('decision')
        .select('hash')
        .where('instansi_id', '=', instansiId)
        .where('chain_seq', '=', seq)
        .executeTakeFirst();
      if (link?.hash !== hash) faults.push({ at, what: instansiId });
    }
    for (const stretch of stretches) {
      if (stretch.table === 'audit' && Date.parse(stretch.oldest) < pruned) continue;
      if (!(await isUnchanged(db, stretch))) faults.push({ at, what: stretch.table });
    }
  }
  return faults;
}

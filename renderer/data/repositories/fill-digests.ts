import { z } from 'zod';
import { nextTouch, readMeta, writeMeta } from '#renderer/data/repositories/meta.ts';
import { digestOf, type UsulDigest } from '#renderer/data/repositories/usul-digest.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { usulSchema } from '#shared/domain/model/usul.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

// So many rows at a time: a decision or a page of changes never waits long behind them.
const rowsAtOnce = 100;

const unfilledSchema = z.looseObject({ id: z.string(), findings: z.undefined().optional() });
const bodySchema = z.looseObject({ id: z.string(), body: usulSchema });

/**
 * Works out what lists show of usul whose rows an older version wrote, from where it stopped the last time, until all
 * are done or the signal. Rows without a readable body stay as they are. `today` is what the rules compare with.
 */
export async function fillDigests(
  database: AccountDatabase,
  today: LocalDate,
  signal?: AbortSignal,
): Promise<void> {
  const stopped = await readMeta(database, 'digestedUpTo');
  if (stopped === null) return;
  let upTo = stopped ?? '';
  const isStopped = (): boolean => signal?.aborted === true;
  while (!isStopped()) {
    const ids = await database.usul.where('id').above(upTo).limit(rowsAtOnce).primaryKeys();
    const last = ids.at(-1) ?? null;
    // Worked out before the transaction, which then only writes.
    await store(database, await digestsOf(database, ids, today), last);
    if (last === null) return;
    upTo = last;
  }
}

async function digestsOf(
  database: AccountDatabase,
  ids: readonly string[],
  today: LocalDate,
): Promise<ReadonlyMap<string, UsulDigest>> {
  const rows = await database.usul.bulkGet([...ids]);
  const wanted = rows.flatMap((row) => unfilledSchema.safeParse(row).data?.id ?? []);
  const bodies = wanted.length === 0 ? [] : await database.usulBodies.bulkGet(wanted);
  const found = bodies.flatMap((stored) => {
    const row = bodySchema.safeParse(stored).data;
    return row ? [[row.id, digestOf(row.body, today)] as const] : [];
  });
  return new Map(found);
}

async function store(
  database: AccountDatabase,
  digests: ReadonlyMap<string, UsulDigest>,
  upTo: string | null,
): Promise<void> {
  const { meta, usul } = database;
  await database.transaction('rw', [meta, usul], async () => {
    const rows = digests.size === 0 ? [] : await usul.bulkGet([...digests.keys()]);
    const filled = rows.flatMap((row) => {
      const old = unfilledSchema.safeParse(row).data;
      const digest = old && digests.get(old.id);
      // A row that came anew meanwhile has its own.
      return digest ? [{ ...old, ...digest }] : [];
    });
    await usul.bulkPut(await touched(database, filled));
    await writeMeta(database, 'digestedUpTo', upTo);
  });
}

// Who follows the list hears of them; not while it is built again, which takes an old number for a row that is gone.
async function touched(database: AccountDatabase, rows: readonly object[]): Promise<object[]> {
  if (rows.length === 0 || (await readMeta(database, 'rebuildFrom')) !== undefined) {
    return [...rows];
  }
  const touch = await nextTouch(database);
  return rows.map((row) => ({ ...row, touched: touch }));
}

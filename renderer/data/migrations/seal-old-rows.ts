import { z } from 'zod';
import { commandKinds } from '#shared/workflow/commands.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import {
  draftSchema,
  outboxRowSchema,
  outboxStateSchema,
  sealedMetaSchemas,
  type StoredCommand,
  type StoredDraft,
} from '#renderer/data/schema/stored-rows.ts';
import { fromDisk, keptSchemaOf } from '#renderer/data/outbox/kept-command.ts';
import { putCommand, sealCommand } from '#renderer/data/outbox/outbox-rows.ts';
import { sealDraft } from '#renderer/data/drafts/drafts.ts';
import { readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import { rowText } from '#renderer/data/rows/row-text.ts';
import { isMetaRow, sealMeta } from '#renderer/data/rows/sealed-meta.ts';
import { asidePlace, moveAside } from '#renderer/data/rows/set-aside.ts';

/**
 * Seals what a person made before version 4 sealed everything: decisions, drafts, preferences, rows set aside. To be
 * called with the key at hand, before anything else reads or sends; it goes on where it was stopped, and does nothing
 * once all is done. A row that cannot be read is set aside, as ever.
 */
export async function sealOldRows(database: AccountDatabase): Promise<void> {
  if ((await readMeta(database, 'oldRowsSealed')) === true) return;
  await sealTable(database, oldDecisions);
  await sealTable(database, oldDrafts);
  await sealPreferences(database);
  await sealAside(database);
  await writeMeta(database, 'oldRowsSealed', true);
}

/** How the old rows of a table are sealed. */
interface OldTable<Row> {
  readonly table: 'outbox' | 'drafts';
  /** The new row; null when the old one cannot be read. */
  readonly seal: (database: AccountDatabase, old: unknown) => Promise<Row | null>;
  readonly put: (database: AccountDatabase, row: Row) => Promise<unknown>;
}

const oldDecisionSchema = outboxRowSchema
  .omit({ kind: true, version: true, revision: true, progress: true, sealed: true })
  .extend({
    entry: z.preprocess(
      fromDisk,
      // Nothing but decisions was ever stored in clear.
      keptSchemaOf(commandKinds).extend({ state: outboxStateSchema }),
    ),
  });

const oldDecisions: OldTable<StoredCommand> = {
  table: 'outbox',
  seal: async (database, old) => {
    const parsed = oldDecisionSchema.safeParse(old);
    if (!parsed.success) return null;
    const { entry, ...row } = parsed.data;
    return { ...row, ...(await sealCommand(database, entry)), progress: entry.state };
  },
  put: putCommand,
};

const oldDraftSchema = z.object({ draft: draftSchema });

const oldDrafts: OldTable<StoredDraft> = {
  table: 'drafts',
  seal: async (database, old) => {
    const parsed = oldDraftSchema.safeParse(old);
    return parsed.success ? sealDraft(database, parsed.data.draft) : null;
  },
  put: async (database, row) => database.drafts.put(row),
};

const rowsAtOnce = 100;

async function sealTable<Row>(database: AccountDatabase, old: OldTable<Row>): Promise<void> {
  const keys = await database[old.table].toCollection().primaryKeys();
  for (let from = 0; from < keys.length; from += rowsAtOnce) {
    await sealPortion(database, old, keys.slice(from, from + rowsAtOnce));
  }
}

async function sealPortion<Row>(
  database: AccountDatabase,
  { table, seal, put }: OldTable<Row>,
  keys: readonly string[],
): Promise<void> {
  const rows = await database[table].bulkGet([...keys]);
  const made = await Promise.all(
    rows.map(async (before, index) => {
      if (before === undefined || isSealed(before)) return [];
      return [{ key: keys[index] ?? '', before, row: await seal(database, before) }];
    }),
  );
  const unreadable = made.flat().filter(({ row }) => row === null);
  await moveAside(
    database,
    table,
    unreadable.map(({ before }) => before),
  );
  await database.transaction('rw', [database[table], database.meta], async () => {
    for (const { key, before, row } of made.flat()) {
      if (row === null) continue;
      // Unless another window sealed it, and somebody worked on it since.
      if (rowText(await database[table].get(key)) === rowText(before)) await put(database, row);
    }
  });
}

const sealedRow = z.object({ sealed: z.instanceof(Uint8Array) });

function isSealed(row: unknown): boolean {
  return sealedRow.safeParse(row).success;
}

const oldPreferences = z.object({ value: sealedMetaSchemas.preferences });

async function sealPreferences(database: AccountDatabase): Promise<void> {
  const { meta } = database;
  const before: unknown = await meta.get('preferences');
  if (before === undefined || isSealed(before)) return;
  const old = oldPreferences.safeParse(before);
  const row = old.success ? await sealMeta(database, 'preferences', old.data.value) : null;
  await database.transaction('rw', meta, async () => {
    if (!(await isMetaRow(database, 'preferences', before))) return;
    if (row) await meta.put(row);
    else await meta.delete('preferences');
  });
}

const oldAside = z.object({
  table: z.string().catch(''),
  key: z.string().catch(''),
  row: z.unknown(),
});

async function sealAside(database: AccountDatabase): Promise<void> {
  const { setAside } = database;
  for (const id of await setAside.toCollection().primaryKeys()) {
    const before: unknown = await setAside.get(id);
    if (before === undefined || isSealed(before)) continue;
    const { table, key, row } = oldAside.parse(before);
    const sealed = await database.vault.seal(asidePlace(table, key), rowText(row));
    await setAside.put({ id, table, key, sealed });
  }
}

import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/**
 * Erases what an account has on this PC, in one transaction: all of it, or all but its decisions. False, and nothing
 * erased, when all was to go and a decision is neither answered nor among those `handedOver`. Windows that are open go on
 * with an empty desk; the change counter stays, so that whoever follows the tables does not miss what comes next.
 */
export async function eraseAccount(
  database: AccountDatabase,
  what: 'all' | 'all_but_commands',
  handedOver: ReadonlySet<string>,
): Promise<boolean> {
  const { outbox, meta, tables } = database;
  return database.transaction('rw', tables, async () => {
    if (what === 'all') {
      const unsent = await outbox.where('state').anyOf('menunggu', 'mengirim').primaryKeys();
      if (unsent.some((id) => !handedOver.has(id))) return false;
    }
    for (const table of tables) {
      if (table.name === meta.name) await table.where('key').notEqual('touch').delete();
      else if (what === 'all' || table.name !== outbox.name) await table.clear();
    }
    return true;
  });
}

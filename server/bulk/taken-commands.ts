import { createHash } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import { genesisHash } from '#server/commands/chain.ts';
import { refuse, type Taken } from '#server/commands/command-handler.ts';
import type { BulkCommandTable } from '#server/store/bulk-tables.ts';
import { canonicalJson } from '#server/store/canonical-json.ts';
import type { Db, Tx } from '#server/store/database.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import type { BulkCommand } from '#shared/workflow/bulk/bulk-commands.ts';

/** A command about a batch as it is taken in. */
export interface NewlyTaken {
  readonly command: BulkCommand;
  readonly batchId: string;
  readonly accountId: string;
  readonly instansiId: string;
  readonly at: Date;
}

/** The answer to a command that was taken in before; undefined for a new one. Its id is its idempotency key. */
export async function answeredBefore(
  tx: Tx,
  accountId: string,
  command: BulkCommand,
): Promise<CommandResult | undefined> {
  const row = await tx
    .selectFrom('bulk_command')
    .selectAll()
    .where('id', '=', command.id)
    .executeTakeFirst();
  if (!row) return undefined;
  const isSame = row.account_id === accountId && row.digest === digestOf(command);
  return isSame ? takenOf(row) : refuse(command.id, makeApiError('id_bentrok'));
}

/**
 * Notes that a command was taken in, and answers it. It is no link of the chain; its answer names the last link that there was,
 * so that the PC is a witness of it.
 */
export async function noteTaken(tx: Tx, taken: NewlyTaken): Promise<CommandResult> {
  const { command, batchId, accountId, instansiId, at } = taken;
  const head = await tx
    .selectFrom('chain_head')
    .select(['seq', 'hash'])
    .where('instansi_id', '=', instansiId)
    .executeTakeFirst();
  await tx
    .insertInto('bulk_command')
    .values({
      id: command.id,
      batch_id: batchId,
      account_id: accountId,
      digest: digestOf(command),
      received_at: at,
      // What can be selected was verified, and so stands in the chain.
      chain_seq: Math.max(1, head?.seq ?? 1),
      hash: head?.hash ?? genesisHash,
    })
    .onConflict((same) => same.column('id').doNothing())
    .execute();
  const answer = await answeredBefore(tx, accountId, command);
  if (!answer) throw new Error('A command that was taken in is not there.');
  return answer;
}

/** Whether a command about a batch with this id was taken in, whoever made it. */
export async function isBulkCommandKnown(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('bulk_command')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** The answers of those commands of an account that were taken in. */
export async function findTakenBulk(
  db: Db,
  accountId: string,
  ids: readonly string[],
): Promise<readonly Taken[]> {
  const rows = await db
    .selectFrom('bulk_command')
    .selectAll()
    .where('id', '=', sql<string>`ANY(${[...ids]}::uuid[])`)
    .where('account_id', '=', accountId)
    .execute();
  return rows.map(takenOf);
}

function takenOf(row: Selectable<BulkCommandTable>): Taken {
  const { id, received_at: receivedAt, chain_seq: chainSeq, hash } = row;
  return { kind: 'diterima', id, receivedAt: receivedAt.toISOString(), chainSeq, hash };
}

function digestOf(command: BulkCommand): string {
  return createHash('sha256').update(canonicalJson(command)).digest('hex');
}

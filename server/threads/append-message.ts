import { createHash } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import { canonicalJson } from '#server/store/canonical-json.ts';
import type { Tx } from '#server/store/database.ts';
import type { ThreadMessageTable, ThreadTable } from '#server/store/thread-tables.ts';

/** A thread as it lies. */
export type ThreadRow = Selectable<ThreadTable>;

/** Who wrote a message, and what brought it: as the server knows it, but for `madeAt`, which its PC states. */
export interface MessageOrigin {
  readonly id: string;
  readonly accountId: string | null;
  readonly appointmentId: string | null;
  readonly madeAt: Date | null;
  readonly deviceId: string | null;
  readonly sessionId: string | null;
  readonly appVersion: string | null;
}

/** A message to write. */
export interface NewMessage {
  readonly origin: MessageOrigin;
  readonly kind: ThreadMessageTable['kind'];
  readonly authorName: string;
  readonly authorRole: string;
  readonly text: string;
  readonly receivedAt: Date;
}

/** A message that was taken in; `seq` and `hash` name its place in the thread. */
export interface AppendedMessage {
  readonly receivedAt: Date;
  readonly seq: number;
  readonly hash: string;
  readonly epoch: number;
}

/**
 * Appends a message to a thread that this transaction has locked. Its `hash` = SHA-256 over the canonical JSON of all that
 * is kept of it and the hash of the message before it, so that its receipt is a witness.
 */
export async function appendMessage(
  tx: Tx,
  thread: Pick<ThreadRow, 'id' | 'last_seq' | 'last_hash'>,
  { origin, kind, authorName, authorRole, text, receivedAt }: NewMessage,
): Promise<AppendedMessage> {
  const seq = thread.last_seq + 1;
  const { id, accountId, appointmentId, madeAt, deviceId, sessionId, appVersion } = origin;
  const row = {
    id,
    thread_id: thread.id,
    seq,
    kind,
    account_id: accountId,
    appointment_id: appointmentId,
    author_name: authorName,
    author_role: authorRole,
    text,
    made_at: madeAt,
    received_at: receivedAt,
    device_id: deviceId,
    session_id: sessionId,
    app_version: appVersion,
    prev_hash: thread.last_hash,
  };
  const hash = hashOfMessage(row);
  const { epoch } = await tx
    .insertInto('thread_message')
    .values({ ...row, hash, epoch: sql`(SELECT max(number) FROM epoch)` })
    .returning('epoch')
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('thread')
    .set({ last_seq: seq, last_hash: hash })
    .where('id', '=', thread.id)
    .execute();
  return { receivedAt, seq, hash, epoch };
}

/** The hash of a message: over its columns but for its epoch, which is no part of what was written. */
export function hashOfMessage({
  made_at: madeAt,
  received_at: receivedAt,
  ...row
}: Omit<Selectable<ThreadMessageTable>, 'hash' | 'epoch'>): string {
  const content = {
    ...row,
    made_at: madeAt?.toISOString() ?? null,
    received_at: receivedAt.toISOString(),
  };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

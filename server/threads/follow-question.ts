import { randomUUID } from 'node:crypto';
import {
  appendMessage,
  type MessageOrigin,
  type ThreadRow,
} from '#server/threads/append-message.ts';
import type { Tx } from '#server/store/database.ts';
import type { UsulPosition } from '#shared/records/usul.ts';

/** A step of an usul that may ask, answer or end a question. */
export interface QuestionStep {
  readonly usulId: string;
  readonly instansiId: string;
  readonly revision: number;
  readonly before: UsulPosition;
  readonly after: UsulPosition;
  readonly action: string;
  readonly note: string;
  readonly authorName: string;
  readonly authorRole: string;
  readonly now: Date;
  /** What brought it; absent: no command did. */
  readonly origin?: MessageOrigin | undefined;
}

/**
 * Keeps the thread of a question in step with its usul, which the transaction has locked: a question opens the thread of its
 * stage, or opens it again; the answer, or whatever else ends the question, closes it. Resolves with the moment since which
 * the usul waited for the answer; null when it did not.
 */
export async function followQuestion(tx: Tx, step: QuestionStep): Promise<Date | null> {
  const { before, after } = step;
  if (after.kind === 'koordinasi') {
    const thread = await openFor(tx, step, after.stage);
    await append(tx, thread, step, 'tanya');
    return null;
  }
  if (before.kind !== 'koordinasi') return null;
  const thread = await threadOf(tx, step, before.stage);
  if (!thread) return null;
  const isAnswer = step.action === 'jawab';
  if (isAnswer) await append(tx, thread, step, 'jawab');
  await tx
    .updateTable('thread')
    .set({ state: isAnswer ? 'dijawab' : 'ditutup', holder_id: null, held_at: null })
    .where('id', '=', thread.id)
    .execute();
  return thread.asked_at;
}

async function openFor(tx: Tx, step: QuestionStep, stage: ThreadRow['stage']): Promise<ThreadRow> {
  const { usulId, instansiId, revision, now } = step;
  return tx
    .insertInto('thread')
    .values({
      instansi_id: instansiId,
      usul_id: usulId,
      revision,
      stage,
      state: 'terbuka',
      asked_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['usul_id', 'revision', 'stage'])
        .doUpdateSet({ state: 'terbuka', asked_at: now, instansi_id: instansiId }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

function threadOf(tx: Tx, { usulId, revision }: QuestionStep, stage: ThreadRow['stage']) {
  return tx
    .selectFrom('thread')
    .selectAll()
    .where('usul_id', '=', usulId)
    .where('revision', '=', revision)
    .where('stage', '=', stage)
    .forUpdate()
    .executeTakeFirst();
}

async function append(
  tx: Tx,
  thread: ThreadRow,
  step: QuestionStep,
  kind: 'tanya' | 'jawab',
): Promise<void> {
  const { authorName, authorRole, note: text, now: receivedAt } = step;
  const origin = step.origin ?? { ...nobodys, id: randomUUID() };
  await appendMessage(tx, thread, { origin, kind, authorName, authorRole, text, receivedAt });
}

const nobodys = {
  accountId: null,
  appointmentId: null,
  madeAt: null,
  deviceId: null,
  sessionId: null,
  appVersion: null,
};

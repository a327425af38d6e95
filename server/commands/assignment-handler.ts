import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { endAssignments, insertAssignments } from '#server/assignment/write-assignments.ts';
import {
  refuse,
  type CommandHandler,
  type Sender,
  type Taken,
} from '#server/commands/command-handler.ts';
import { toApiError } from '#server/commands/decision-handler.ts';
import type { DecisionRefusal } from '#server/commands/take-decision.ts';
import { lockUsul, type LockedUsul } from '#server/commands/usul-change.ts';
import { announceChanges } from '#server/feed/feed-counters.ts';
import { underAppointment, writeAudit } from '#server/store/audit.ts';
import { canonicalJson } from '#server/store/canonical-json.ts';
import { inTransaction, isUniqueViolation, type Db, type Tx } from '#server/store/database.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isSamePerson } from '#shared/workflow/authority/own-usul.ts';
import { scopeCovers } from '#shared/workflow/authority/authority.ts';
import type { TakeCommand, TakeOverCommand } from '#shared/workflow/assignment/take-commands.ts';
import { queueKeysOf } from '#shared/workflow/queues.ts';
import { mayHold } from '#shared/workflow/workflow.ts';

type Taking = TakeCommand | TakeOverCommand;

/** Taking what nobody has, and taking over: rows of the assignment of usul, whose number and hash the answer names. */
export const assignmentHandler: CommandHandler<Taking> = {
  take: async ({ db, now }, sender, command) => {
    const take = () => inTransaction(db, (tx) => takeInTransaction(tx, sender, command, now()));
    const taken = await take().catch((error: unknown) => {
      // The same id came in at the same moment for another usul: now it is there to be compared.
      if (!isUniqueViolation(error, 'usul_assignment_command')) throw error;
      return take();
    });
    if (taken.ok) return taken.value;
    return refuse(command.id, toApiError(taken.error.reason), taken.error.current);
  },
  isKnown: async (db, id) => (await findTaken(db, [id])).length > 0,
  findTaken: async (db, accountId, ids) =>
    (await findTaken(db, ids)).filter((row) => row.by_account === accountId).map(takenOf),
};

async function takeInTransaction(
  tx: Tx,
  sender: Sender,
  command: Taking,
  now: Date,
): Promise<Result<Taken, DecisionRefusal>> {
  const { account } = sender;
  const usul = await lockUsul(tx, command.usulId);
  const current = usul && scopeCovers(account.scope, usul.place) ? currentOf(usul) : null;
  const [earlier] = await findTaken(tx, [command.id]);
  if (earlier) {
    const isSame = earlier.by_account === account.id && earlier.usul_id === command.usulId;
    return isSame ? succeed(takenOf(earlier)) : fail({ reason: { kind: 'id_bentrok' }, current });
  }
  if (!usul) return fail({ reason: { kind: 'bukan_wewenang' }, current });
  const reason = whyNot(usul, sender, command);
  if (reason) return fail({ reason, current });
  return succeed(await write(tx, usul, sender, command, now));
}

/** Why it is not taken; undefined: it may be. */
function whyNot(
  usul: LockedUsul,
  { account }: Sender,
  command: Taking,
): DecisionRefusal['reason'] | undefined {
  const may = mayHold(usul, account);
  if (!may.ok) return may.error;
  const isThere = usul.position.kind === 'menunggu' && usul.position.stage === command.stage;
  if (!isThere) return { kind: 'usul_berubah' };
  const { assignedTo: holder, assignment } = usul;
  if (!holder || isSamePerson(account, holder)) return undefined;
  const isAsSeen = command.kind === 'ambil_alih' && assignment?.number === command.assignment;
  return isAsSeen ? undefined : { kind: 'ditugaskan_kepada_lain', holder: holder.name };
}

async function write(
  tx: Tx,
  usul: LockedUsul,
  { account, deviceId }: Sender,
  command: Taking,
  now: Date,
): Promise<Taken> {
  const { assignedTo: holder, place, position } = usul;
  const takenFrom = holder && !isSamePerson(account, holder) ? holder.id : undefined;
  const content = {
    usulId: usul.id,
    instansiId: place.instansiId,
    stage: command.stage,
    appointmentId: account.appointmentId,
    at: now,
    why: command.kind,
    byAccount: account.id,
    reason: command.kind === 'ambil_alih' ? command.reason : '',
    takenFrom: takenFrom ?? null,
  };
  const hash = hashOf({ ...content, at: now.toISOString(), id: command.id });
  await endAssignments(tx, { usulIds: [usul.id], stage: command.stage }, now);
  const [number] = await insertAssignments(tx, [{ ...content, command: { id: command.id, hash } }]);
  await writeAudit(tx, {
    accountId: account.id,
    deviceId,
    action: 'penugasan_diambil',
    details: {
      usulId: usul.id,
      nomor: number!,
      ...(takenFrom !== undefined && { dari: takenFrom }),
      ...underAppointment(account.appointmentId),
    },
  });
  const keys = queueKeysOf(place, position);
  await announceChanges(tx, [{ usulId: usul.id, before: keys, now: keys }]);
  return takenOf({ id: number!, command_id: command.id, at: now, hash });
}

async function findTaken(db: Db | Tx, ids: readonly string[]) {
  return db
    .selectFrom('usul_assignment')
    .select(['id', 'command_id', 'usul_id', 'by_account', 'at', 'hash'])
    .where('command_id', '=', sql<string>`ANY(${[...ids]}::uuid[])`)
    .execute();
}

interface TakenRow {
  readonly id: number;
  readonly command_id: string | null;
  readonly at: Date;
  readonly hash: string | null;
}

/** No receipt that a PC would show with its pulls: those are of the chain. */
function takenOf({ id: chainSeq, command_id: id, at, hash }: TakenRow): Taken {
  if (id === null || hash === null) throw new Error('No command did this.');
  return { kind: 'diterima', id, receivedAt: at.toISOString(), chainSeq, hash };
}

function currentOf({ position, revision, version }: LockedUsul): DecisionRefusal['current'] {
  return { position, revision, version };
}

function hashOf(content: object): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

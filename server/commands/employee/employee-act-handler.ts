import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import {
  refuse,
  type CommandHandler,
  type Sender,
  type Taken,
} from '#server/commands/command-handler.ts';
import {
  actAsEmployee,
  type EmployeeAct,
  type EmployeeActRefusal,
} from '#server/commands/employee/act-as-employee.ts';
import { errorOfEmployeeAct } from '#server/commands/employee/errors.ts';
import type { CurrentUsul } from '#server/commands/take-decision.ts';
import { lockUsul } from '#server/commands/usul-change.ts';
import { underAppointment, writeAudit } from '#server/store/audit.ts';
import { canonicalJson } from '#server/store/canonical-json.ts';
import { inTransaction, isUniqueViolation, type Db, type Tx } from '#server/store/database.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { scopeCovers } from '#shared/workflow/authority/authority.ts';
import type { EmployeeCommand } from '#shared/workflow/employee/employee-commands.ts';

interface Refusal {
  readonly reason: EmployeeActRefusal | { readonly kind: 'id_bentrok' };
  /** Null when the account may not know. */
  readonly current: CurrentUsul | null;
}

/** What ASN do to their own usul. */
export const employeeActHandler: CommandHandler<EmployeeCommand> = {
  take: async ({ db, now }, sender, command) => {
    const take = () => inTransaction(db, (tx) => takeInTransaction(tx, sender, command, now()));
    const taken = await take().catch((error: unknown) => {
      // The same id came in at the same moment for another usul: now it is there to be compared.
      if (!isUniqueViolation(error, 'employee_act_pkey')) throw error;
      return take();
    });
    if (taken.ok) return taken.value;
    const { reason, current } = taken.error;
    const error =
      reason.kind === 'id_bentrok' ? makeApiError(reason.kind) : errorOfEmployeeAct(reason);
    return refuse(command.id, error, current);
  },
  isKnown: async (db, id) => (await findTaken(db, [id])).length > 0,
  findTaken: async (db, accountId, ids) =>
    (await findTaken(db, ids)).filter((row) => row.account_id === accountId).map(takenOf),
};

async function takeInTransaction(
  tx: Tx,
  sender: Sender,
  command: EmployeeCommand,
  now: Date,
): Promise<Result<Taken, Refusal>> {
  const { account, deviceId } = sender;
  const usul = await lockUsul(tx, command.usulId);
  const isSeen = usul && scopeCovers(account.scope, usul.place);
  const current = isSeen
    ? { position: usul.position, revision: usul.revision, version: usul.version }
    : null;
  const hash = hashOf(command);
  const [earlier] = await findTaken(tx, [command.id]);
  if (earlier) {
    const isSame = earlier.account_id === account.id && earlier.hash === hash;
    return isSame ? succeed(takenOf(earlier)) : fail({ reason: { kind: 'id_bentrok' }, current });
  }
  if (!usul) return fail({ reason: { kind: 'bukan_wewenang' }, current });
  const step = await actAsEmployee(tx, usul, actOf(sender, command, now));
  if (!step.ok) return fail({ reason: step.error, current });
  const row = await tx
    .insertInto('employee_act')
    .values({
      command_id: command.id,
      account_id: account.id,
      usul_id: usul.id,
      action: command.kind,
      revision: step.value.revision,
      at: now,
      hash,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await writeAudit(tx, {
    accountId: account.id,
    deviceId,
    action: command.kind === 'tarik' ? 'usul_ditarik' : 'usul_diajukan_ulang',
    details: { usulId: usul.id, nomor: row.number, ...underAppointment(account.appointmentId) },
  });
  return succeed(takenOf(row));
}

function actOf({ account }: Sender, command: EmployeeCommand, now: Date): EmployeeAct {
  const { id, nip, username, role, scope, displayName: name } = account;
  const { revision, version, note } = command;
  return {
    does:
      command.kind === 'tarik'
        ? { action: command.kind }
        : { action: command.kind, values: command.values, documents: command.documents },
    actor: { id, nip, username, role, scope, name },
    judged: { revision, version },
    note,
    now,
  };
}

interface TakenRow {
  readonly number: number;
  readonly command_id: string;
  readonly at: Date;
  readonly hash: string;
}

async function findTaken(db: Db | Tx, ids: readonly string[]) {
  return db
    .selectFrom('employee_act')
    .select(['number', 'command_id', 'account_id', 'at', 'hash'])
    .where('command_id', '=', sql<string>`ANY(${[...ids]}::uuid[])`)
    .execute();
}

function takenOf({ number: chainSeq, command_id: id, at, hash }: TakenRow): Taken {
  return { kind: 'diterima', id, receivedAt: at.toISOString(), chainSeq, hash };
}

/** Of all that the ASN said, whichever appointment it came under. */
function hashOf({ appointmentId: _appointment, ...said }: EmployeeCommand): string {
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}

import type { SubmittedDocument } from '#server/commands/submissions.ts';
import { changeUsul } from '#server/commands/usul-actions.ts';
import type { LockedUsul, NamedActor } from '#server/commands/usul-change.ts';
import type { Tx } from '#server/store/database.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { resubmissionFaults } from '#shared/workflow/employee/check-resubmission.ts';
import {
  applyAction,
  type Judged,
  type WorkflowRefusal,
  type WorkflowStep,
} from '#shared/workflow/workflow.ts';

/** What an ASN hands in again; the record as it is today nobody hands in, it stays what it was. */
export interface HandedIn {
  readonly values: RecordValues;
  readonly documents: readonly SubmittedDocument[];
}

/** What an ASN does to an own usul, or an operator in his or her name; `note` is what the history shows. */
export interface EmployeeAct {
  readonly does: { readonly action: 'tarik' } | ({ readonly action: 'ajukan_ulang' } & HandedIn);
  readonly actor: NamedActor;
  readonly judged: Judged;
  readonly note: string;
  readonly now: Date;
}

/** Why it is refused; `isian_salah` says in sentences what is wrong with what is handed in. */
export type EmployeeActRefusal =
  | WorkflowRefusal
  | { readonly kind: 'isian_salah'; readonly faults: readonly string[] };

/** Does it to an usul that this transaction has locked; nothing is written when it is refused. */
export async function actAsEmployee(
  tx: Tx,
  usul: LockedUsul,
  { does, ...act }: EmployeeAct,
): Promise<Result<WorkflowStep, EmployeeActRefusal>> {
  const { action } = does;
  const change = { ...act, usulId: usul.id, action, reasons: [] };
  if (action === 'tarik') return changeUsul(tx, usul, change);
  // First whether it may be done at all: who may not, learns nothing of the content.
  const step = applyAction(usul, act.actor, action, act.judged);
  if (!step.ok) return step;
  const [before] = await readUsulByIds(tx, [usul.id]);
  if (!before) throw new Error('A locked usul has no content.');
  const faults = resubmissionFaults(before, does, await papersOf(tx, usul));
  if (faults.length > 0) return fail({ kind: 'isian_salah', faults });
  const { values, documents } = does;
  const { oldValues } = before;
  return changeUsul(tx, usul, {
    ...change,
    content: { values, oldValues, documents, asnNote: act.note },
  });
}

/** The documents (SHA-256) that were ever handed in with an usul. */
async function papersOf(tx: Tx, { id, homeId }: LockedUsul): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('usul_document')
    .select('sha256')
    .where('home_id', '=', homeId)
    .where('usul_id', '=', id)
    .execute();
  return new Set(rows.map(({ sha256 }) => sha256));
}

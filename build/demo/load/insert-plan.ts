import type { DrawnDocument, DrawnDocuments } from '#build/demo/load/draw-documents.ts';
import { insertSchedule } from '#build/demo/load/insert-schedule.ts';
import { instansi } from '#build/demo/offices/offices.ts';
import { regency } from '#build/demo/offices/regency.ts';
import { toEmployee } from '#build/demo/people/people.ts';
import type { DemoPlan, PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import { demoPassword, kanregName } from '#build/demo/plan/plan-accounts.ts';
import { appointmentLetter } from '#build/demo/texts.ts';
import { insertAccounts } from '#server/accounts/accounts.ts';
import { insertAppointments, type NewAppointment } from '#server/accounts/appointments.ts';
import {
  insertEmployees,
  insertExistingRecords,
  insertOrganisation,
} from '#server/accounts/organisation.ts';
import { hashPassword } from '#server/accounts/passwords.ts';
import { type NewUsul, type SubmittedContent, submitUsul } from '#server/commands/submissions.ts';
import { recordDocuments } from '#server/documents/document-rows.ts';
import type { Tx } from '#server/store/database.ts';
import { addMonths } from '#shared/kernel/local-date.ts';
import type { Account } from '#shared/workflow/authority/account.ts';

/** Writes offices, people, accounts, records, documents and usul. */
export async function insertPlan(tx: Tx, plan: DemoPlan, drawn: DrawnDocuments): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await insertOrganisation(tx, organisationOf(plan));
  await insertEmployees(
    tx,
    plan.people.map((person) => ({ opdId: person.opd.id, data: toEmployee(person) })),
  );
  await insertExistingRecords(
    tx,
    plan.records.map(({ personId, ...record }) => ({ ...record, employeeId: personId })),
  );
  await insertAccounts(
    tx,
    plan.accounts.map(({ account, nip }) => ({ ...account, nip, passwordHash })),
  );
  const firstOnes = plan.accounts.map(({ account }) => account);
  const others = plan.accounts.flatMap(({ also }) => also ?? []);
  await insertAppointments(tx, firstOnes.map(appointmentOf(plan, 12)));
  await insertAppointments(tx, others.map(appointmentOf(plan, 6)));
  await insertSchedule(tx, plan.request.today);
  await recordDocuments(tx, distinct([...drawn.values()].flat()));
  // Oldest first, as they came in: the order of the feed is the order of this list.
  const inOrder = plan.usuls.toSorted((a, b) => a.submittedAt.localeCompare(b.submittedAt));
  await submitUsul(
    tx,
    inOrder.map((usul) => newUsul(usul, drawn)),
  );
}

/** Appointed so many months ago, by a letter of that day. */
function appointmentOf(plan: DemoPlan, months: number) {
  const validFrom = addMonths(plan.request.today, -months);
  return ({ id, appointmentId = id, role, scope }: Account, index: number): NewAppointment => ({
    id: appointmentId,
    accountId: id,
    role,
    scope,
    validFrom,
    validUntil: null,
    letter: { number: appointmentLetter(index + 1, validFrom), date: validFrom },
    appointedBy: null,
  });
}

/** What the ASN sent in the last round, or in the first where that was another. */
export function contentOf(
  usul: PlannedUsul,
  drawn: DrawnDocuments,
  round: 'first' | 'last',
): SubmittedContent {
  const files = drawn.get(usul.id)!;
  const { firstRound } = usul;
  return {
    values:
      round === 'first' && firstRound
        ? { ...usul.values, [firstRound.field]: firstRound.value }
        : usul.values,
    oldValues: usul.oldValues,
    asnNote: usul.asnNote,
    documents: usul.documents.map(({ documentId, fileName }, index) => ({
      documentId,
      fileName,
      sha256: files[index]!.sha256,
    })),
  };
}

function newUsul(usul: PlannedUsul, drawn: DrawnDocuments): NewUsul {
  return {
    id: usul.id,
    opdId: usul.opd.id,
    unorId: usul.person.unor.id,
    employeeId: usul.person.id,
    employeeName: usul.person.name,
    recordType: usul.recordType,
    kind: usul.kind,
    submittedAt: new Date(usul.submittedAt),
    deadline: usul.deadline,
    ...contentOf(usul, drawn, 'first'),
  };
}

function organisationOf(plan: DemoPlan) {
  return {
    kanreg: [{ id: regency.kanregId, name: kanregName }],
    instansi: [
      {
        id: instansi.id,
        name: instansi.name,
        kind: 'daerah' as const,
        kanreg_id: regency.kanregId,
      },
    ],
    opd: plan.offices.map(({ id, name }) => ({
      id,
      instansi_id: instansi.id,
      parent_id: null,
      name,
    })),
    unor: plan.offices.flatMap((opd) =>
      opd.unors.map(({ id, name, active }) => ({ id, opd_id: opd.id, name, active })),
    ),
  };
}

/** A file that two usul share is one file. */
function distinct(files: readonly DrawnDocument[]): DrawnDocument[] {
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}

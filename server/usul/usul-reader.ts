import { sql, type ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db, Tx } from '#server/store/database.ts';
import type { Database } from '#server/store/schema.ts';
import { employeeFacts } from '#server/usul/employee-facts.ts';
import { anyOf, findHistoryParts, type HistoryParts } from '#server/store/history-parts.ts';
import { toPosition } from '#server/usul/usul-position.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { FieldVerdict } from '#shared/workflow/decision.ts';

/**
 * The usul with these ids as clients get them, in one query however many they are; their order is not kept, and ids
 * that do not exist are left out.
 */
export async function readUsulByIds(db: Db | Tx, ids: readonly string[]): Promise<readonly Usul[]> {
  if (ids.length === 0) return [];
  const parts = await findHistoryParts(db, ids);
  const rows = await selectUsul(db, parts)
    .where('usul.id', '=', sql<string>`ANY(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(toUsul);
}

function selectUsul(db: Db | Tx, { homes, chains }: HistoryParts) {
  return db
    .selectFrom('usul')
    .innerJoin('usul_revision', (join) =>
      join
        .onRef('usul_revision.home_id', '=', 'usul.home_id')
        .onRef('usul_revision.usul_id', '=', 'usul.id')
        .onRef('usul_revision.revision', '=', 'usul.revision'),
    )
    .innerJoin('employee', 'employee.id', 'usul.employee_id')
    .innerJoin('unor', 'unor.id', 'usul.unor_id')
    .innerJoin('opd', 'opd.id', 'usul.opd_id')
    .where('usul_revision.home_id', '=', anyOf(homes))
    .selectAll('usul')
    .select([
      'usul_revision.values',
      'usul_revision.old_values',
      'usul_revision.asn_note',
      'usul_revision.submitted_at as revision_submitted_at',
      'employee.data as employee',
      'unor.name as unor_name',
      'opd.instansi_id',
    ])
    .select((eb) => [
      existingRecords(eb).as('existing_records'),
      documents(eb, homes).as('documents'),
      history(eb, homes).as('history'),
      decisions(eb, chains).as('decisions'),
    ])
    .select(employeeFacts.as('employee_facts'));
}

function existingRecords(eb: ExpressionBuilder<Database, 'usul'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('existing_record')
      .select(['existing_record.id', 'existing_record.values'])
      .whereRef('existing_record.employee_id', '=', 'usul.employee_id')
      .whereRef('existing_record.record_type', '=', 'usul.record_type')
      .orderBy('existing_record.id'),
  );
}

function documents(eb: ExpressionBuilder<Database, 'usul'>, homes: readonly string[]) {
  return jsonArrayFrom(
    eb
      .selectFrom('usul_document')
      .innerJoin('document', 'document.sha256', 'usul_document.sha256')
      .select([
        'usul_document.document_id as documentId',
        'usul_document.file_name as fileName',
        'usul_document.sha256',
        'document.size',
      ])
      .where('usul_document.home_id', '=', anyOf(homes))
      .whereRef('usul_document.home_id', '=', 'usul.home_id')
      .whereRef('usul_document.usul_id', '=', 'usul.id')
      .whereRef('usul_document.revision', '=', 'usul.revision')
      .orderBy('usul_document.ordinal'),
  );
}

function history(eb: ExpressionBuilder<Database, 'usul'>, homes: readonly string[]) {
  return jsonArrayFrom(
    eb
      .selectFrom('usul_event')
      .select([
        // JSON has no instant: milliseconds travel, whatever time zone the connection has.
        sql<number>`floor(extract(epoch from usul_event.at) * 1000)`.as('at'),
        'usul_event.revision',
        'usul_event.actor_name as actorName',
        'usul_event.actor_role as actorRole',
        'usul_event.action',
        'usul_event.reasons',
        'usul_event.note',
        'usul_event.acknowledged',
        'usul_event.deletion_reason as deletionReason',
      ])
      .where('usul_event.home_id', '=', anyOf(homes))
      .whereRef('usul_event.home_id', '=', 'usul.home_id')
      .whereRef('usul_event.usul_id', '=', 'usul.id')
      .orderBy('usul_event.id'),
  );
}

/** The decisions of the revision that have verdicts, in the order in which they were made. */
function decisions(eb: ExpressionBuilder<Database, 'usul'>, chains: readonly string[]) {
  return jsonArrayFrom(
    eb
      .selectFrom('decision_home')
      .innerJoin('decision', (join) =>
        join
          .onRef('decision.instansi_id', '=', 'decision_home.instansi_id')
          .onRef('decision.id', '=', 'decision_home.id'),
      )
      .where('decision.instansi_id', '=', anyOf(chains))
      .select([
        sql<number>`floor(extract(epoch from decision.received_at) * 1000)`.as('at'),
        sql<string>`decision.payload ->> 'outcome'`.as('action'),
        sql<FieldVerdict[]>`decision.payload -> 'verdicts'`.as('verdicts'),
      ])
      .whereRef('decision_home.usul_id', '=', 'usul.id')
      .where(sql<boolean>`(decision.payload ->> 'revision')::integer = usul.revision`)
      .where(sql<boolean>`decision.payload -> 'verdicts' <> '[]'::jsonb`)
      // An answer judges nothing, whatever it brings.
      .where(sql<boolean>`decision.payload ->> 'outcome' <> 'jawab'`)
      .orderBy('decision.received_at')
      .orderBy('decision.chain_seq'),
  );
}

type UsulRow = Awaited<ReturnType<ReturnType<typeof selectUsul>['execute']>>[number];

function toUsul(row: UsulRow): Usul {
  return {
    id: row.id,
    revision: row.revision,
    version: row.version,
    recordType: row.record_type,
    kind: row.kind,
    position: toPosition(row),
    instansiId: row.instansi_id,
    opdId: row.opd_id,
    unorId: row.unor_id,
    unorNama: row.unor_name,
    employee: row.employee,
    values: row.values,
    oldValues: row.old_values,
    existingRecords: row.existing_records,
    documents: row.documents,
    history: historyOf(row),
    asnNote: row.asn_note,
    submittedAt: row.revision_submitted_at.toISOString(),
    deadline: toLocalDate(row.deadline),
    employeeFacts: row.employee_facts,
  };
}

/** A decision and its line of the history were written at once: they name the same moment and the same outcome. */
function historyOf({ revision, ...row }: UsulRow): Usul['history'] {
  const left = [...row.decisions];
  return row.history.map(({ acknowledged, deletionReason, ...event }) => {
    const at = left.findIndex(
      (one) => one.at === event.at && one.action === event.action && event.revision === revision,
    );
    const [decision] = at === -1 ? [] : left.splice(at, 1);
    return {
      ...event,
      at: new Date(event.at).toISOString(),
      ...(acknowledged && { acknowledged }),
      ...(deletionReason !== null && { deletionReason }),
      ...(decision && { verdicts: decision.verdicts }),
    };
  });
}

/** A day of the database as one. */
export function toLocalDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`Not a day of the calendar: ${text}`);
  return text;
}

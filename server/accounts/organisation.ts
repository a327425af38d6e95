import { sql, type Insertable } from 'kysely';
import { inChunks } from '#server/store/chunks.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';
import type { InstansiTable, KanregTable, OpdTable, UnorTable } from '#server/store/schema.ts';
import type { Employee } from '#shared/records/employee.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { ExistingRecord } from '#shared/records/usul.ts';
import type { TimeZone } from '#shared/kernel/time-zone.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';

/** An employee with the OPD that he or she works in; `data.unorId` must be a unor that exists. */
export interface NewEmployee {
  readonly opdId: string;
  readonly data: Employee;
}

/** A record that an employee already has. */
export interface NewExistingRecord extends ExistingRecord {
  readonly employeeId: string;
  readonly recordType: RecordTypeId;
}

/** The offices of a new instansi; each list in an order in which parents come first. */
export interface NewOrganisation {
  readonly kanreg: readonly KanregTable[];
  readonly instansi: readonly Insertable<InstansiTable>[];
  readonly opd: readonly OpdTable[];
  readonly unor: readonly Insertable<UnorTable>[];
}

/** Adds offices (kanreg, instansi, OPD tree, unor). Throws when an id exists or a parent is missing. */
export async function insertOrganisation(
  db: Db | Tx,
  organisation: NewOrganisation,
): Promise<void> {
  for (const rows of inChunks(organisation.kanreg)) {
    await db.insertInto('kanreg').values(rows).execute();
  }
  for (const rows of inChunks(organisation.instansi)) {
    await db.insertInto('instansi').values(rows).execute();
  }
  for (const rows of inChunks(organisation.opd)) {
    await db.insertInto('opd').values(rows).execute();
  }
  for (const rows of inChunks(organisation.unor)) {
    await db.insertInto('unor').values(rows).execute();
  }
}

/** Adds employees, thousands at a time. Throws when an id exists or an office is missing. */
export async function insertEmployees(
  db: Db | Tx,
  employees: readonly NewEmployee[],
): Promise<void> {
  for (const chunk of inChunks(employees)) {
    const rows = chunk.map(({ opdId, data }) => ({
      id: data.id,
      opd_id: opdId,
      unor_id: data.unorId,
      nip: data.nip,
      data: JSON.stringify(data),
    }));
    await db.insertInto('employee').values(rows).execute();
  }
}

/** Adds records that employees already have, thousands at a time. */
export async function insertExistingRecords(
  db: Db | Tx,
  records: readonly NewExistingRecord[],
): Promise<void> {
  for (const chunk of inChunks(records)) {
    const rows = chunk.map((record) => ({
      employee_id: record.employeeId,
      record_type: record.recordType,
      id: record.id,
      values: JSON.stringify(record.values),
    }));
    await db.insertInto('existing_record').values(rows).execute();
  }
}

/** An instansi to add; `kanreg` exactly for a regional one. */
export interface NewInstansi {
  readonly id: string;
  readonly name: string;
  readonly kind: 'daerah' | 'pusat';
  readonly timeZone: TimeZone;
  readonly kanreg: { readonly id: string; readonly name: string } | null;
}

/** Adds an instansi, with its kanreg where that is new as well. False: there is one with this id. */
export async function addInstansi(db: Db, { kanreg, ...one }: NewInstansi): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if (kanreg) {
      await tx
        .insertInto('kanreg')
        .values(kanreg)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    }
    const { id, name, kind, timeZone } = one;
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('instansi')
      .values({ id, name, kind, time_zone: timeZone, kanreg_id: kanreg?.id ?? '' })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows > 0n;
  });
}

/** The name of an office or employee that an appointment may be over; undefined: there is none. */
export async function findScopeName(db: Db, scope: Scope): Promise<string | undefined> {
  if (scope.kind === 'bkn_pusat') return 'BKN Pusat';
  const { kind, id } = scope;
  const name = kind === 'employee' ? sql<string>`data ->> 'nama'` : sql<string>`name`;
  const row = await db
    .selectFrom(kind)
    .select(name.as('name'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name;
}

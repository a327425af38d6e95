import type { Insertable } from 'kysely';
import { inChunks } from '#server/store/chunks.ts';
import type { Db, Tx } from '#server/store/database.ts';
import type { InstansiTable, KanregTable, OpdTable, UnorTable } from '#server/store/schema.ts';
import type { Employee } from '#shared/records/employee.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { ExistingRecord } from '#shared/records/usul.ts';

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

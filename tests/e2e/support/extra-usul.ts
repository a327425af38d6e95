import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '#build/project-root.ts';
import { recordDocuments } from '#server/documents/document-rows.ts';
import { insertEmployees } from '#server/accounts/organisation.ts';
import { submitUsul } from '#server/commands/submissions.ts';
import { employeeSchema, type Employee } from '#shared/records/employee.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';

/** Bytes of a document in `tests/fixtures`, by its path there. */
export async function readFixture(file: string): Promise<Buffer> {
  return readFile(path.join(projectRoot, 'tests', 'fixtures', file));
}

/** A fixture by its path in `tests/fixtures`, or a file that a test made. */
export type TestFile = string | { readonly name: string; readonly bytes: Uint8Array };

/**
 * Submits an usul (a Satyalancana) to the office of an account, with these files as its documents; answers its id.
 * `daysLeft` places it in the queue: overdue, so at the front, unless told otherwise.
 */
export async function submitWithFixture(
  desk: Desk,
  username: string,
  fixtures: readonly TestFile[],
  daysLeft = -30,
): Promise<string> {
  const { employee, opdId } = await firstEmployee(desk, username);
  return submitAward(desk, { employee, opdId, fixtures, daysLeft });
}

/** A name as long as they come, with titles on both sides. */
export const longName = {
  gelarDepan: 'Prof. Dr. Ir.',
  nama: 'RADEN MAS SOERJAATMADJA KOESOEMONEGORO WIRYAWAN',
  gelarBelakang: 'S.Pd., M.Si.',
} as const;

/** Submits an usul of somebody with a very long name, position and note to the office of an account; answers its id. */
export async function submitWithLongName(desk: Desk, username: string): Promise<string> {
  const { employee: somebody, opdId } = await firstEmployee(desk, username);
  const id = randomUUID();
  const nip = `${somebody.nip.slice(0, 15)}999`;
  const jabatan =
    'Kepala Subbagian Perencanaan, Evaluasi, Pelaporan, Kepegawaian, dan Umum pada Bidang Pembinaan Ketenagaan';
  const employee = { ...somebody, ...longName, id, nip, jabatan };
  await insertEmployees(desk.db, [{ opdId, data: employee }]);
  return submitAward(desk, {
    employee,
    opdId,
    fixtures: ['bad/zeropage.pdf', 'bad/launch-uri.pdf'],
    daysLeft: -40,
    asnNote: 'Mohon diperiksa; nomor keputusan pada petikan dan pada piagam berbeda penulisannya.',
  });
}

/** Submits an award with these values and documents, overdue, to the office of an account; answers its id. */
export async function submitAwardLike(
  desk: Desk,
  username: string,
  like: Pick<Award, 'values' | 'fixtures'>,
): Promise<string> {
  const { employee, opdId } = await firstEmployee(desk, username);
  return submitAward(desk, { employee, opdId, daysLeft: -50, ...like });
}

/** The number of the employee whose usul the others of this file are. */
export async function employeeNip(desk: Desk, username: string): Promise<string> {
  return (await firstEmployee(desk, username)).employee.nip;
}

async function firstEmployee(
  desk: Desk,
  username: string,
): Promise<{ readonly employee: Employee; readonly opdId: string }> {
  const row = await desk.db
    .selectFrom('employee')
    .innerJoin('appointment', 'appointment.scope_id', 'employee.opd_id')
    .innerJoin('account', 'account.id', 'appointment.account_id')
    .where('account.username', '=', username)
    .select(['employee.data', 'employee.opd_id'])
    .orderBy('employee.id')
    .executeTakeFirstOrThrow();
  return { employee: employeeSchema.parse(row.data), opdId: row.opd_id };
}

const award2025 = {
  hargaId: '201',
  skNomor: '12/TK/Tahun 2025',
  skDate: '2025-08-12',
  tahun: '2025',
};

/** Submits an usul of any record type, overdue, with one document of a kind, to the office of an account; answers its id. */
export async function submitOfType(
  desk: Desk,
  username: string,
  like: Pick<Award, 'recordType' | 'values' | 'documentId'>,
): Promise<string> {
  const { employee, opdId } = await firstEmployee(desk, username);
  return submitAward(desk, {
    employee,
    opdId,
    daysLeft: -35,
    fixtures: ['bad/zeropage.pdf'],
    ...like,
  });
}

interface Award {
  readonly employee: Employee;
  readonly opdId: string;
  readonly fixtures: readonly TestFile[];
  readonly daysLeft: number;
  readonly values?: RecordValues;
  readonly asnNote?: string;
  readonly recordType?: RecordTypeId;
  /** Kind of each document. */
  readonly documentId?: string;
}

async function submitAward(desk: Desk, award: Award): Promise<string> {
  const { employee, opdId, fixtures, daysLeft, values = award2025, asnNote = '' } = award;
  const { recordType = 'penghargaan', documentId = '892' } = award;
  const uploads = await Promise.all(fixtures.map((fixture) => upload(desk, fixture)));
  const documents = uploads.map((one) => ({ documentId, ...one }));
  const now = new Date();
  const id = randomUUID();
  await submitUsul(desk.db, [
    {
      id,
      opdId,
      unorId: employee.unorId,
      employeeId: employee.id,
      employeeName: employee.nama,
      recordType,
      kind: 'tambah',
      values,
      oldValues: null,
      asnNote,
      documents,
      submittedAt: now,
      deadline: addDays(localDateOf(now), daysLeft),
    },
  ]);
  return id;
}

async function upload(desk: Desk, fixture: TestFile) {
  const { name, bytes } =
    typeof fixture === 'string' ? { name: fixture, bytes: await readFixture(fixture) } : fixture;
  const stored = await desk.documents.put(Buffer.from(bytes));
  if (!stored.ok) throw new Error(`The document store refused ${name}: ${stored.error.kind}`);
  await recordDocuments(desk.db, [stored.value]);
  return { fileName: path.basename(name), sha256: stored.value.sha256 };
}

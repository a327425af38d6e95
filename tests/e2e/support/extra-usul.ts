import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '#build/project-root.ts';
import { recordDocuments } from '#server/store/documents.ts';
import { submitUsul } from '#server/store/submissions.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import type { Desk } from '#tests/e2e/support/fresh-desk.ts';

/** Bytes of a document in `tests/fixtures`, by its path there. */
export async function readFixture(file: string): Promise<Buffer> {
  return readFile(path.join(projectRoot, 'tests', 'fixtures', file));
}

/**
 * Submits an usul (a Satyalancana) to the office of an account, with these fixtures as its document; answers its id.
 * `daysLeft` places it in the queue: overdue, so at the front, unless told otherwise.
 */
export async function submitWithFixture(
  desk: Desk,
  username: string,
  fixtures: readonly string[],
  daysLeft = -30,
): Promise<string> {
  const employee = await desk.db
    .selectFrom('employee')
    .innerJoin('account', 'account.scope_id', 'employee.opd_id')
    .where('account.username', '=', username)
    .select(['employee.id', 'employee.opd_id', 'employee.unor_id'])
    .orderBy('employee.id')
    .executeTakeFirstOrThrow();
  const documents = await Promise.all(fixtures.map((fixture) => upload(desk, fixture)));
  const now = new Date();
  const id = randomUUID();
  await submitUsul(desk.db, [
    {
      id,
      opdId: employee.opd_id,
      unorId: employee.unor_id,
      employeeId: employee.id,
      employeeName: 'Pegawai Contoh',
      recordType: 'penghargaan',
      kind: 'tambah',
      values: { hargaId: '201', skNomor: '12/TK/Tahun 2025', skDate: '2025-08-12', tahun: '2025' },
      oldValues: null,
      asnNote: '',
      documents,
      submittedAt: now,
      deadline: addDays(localDateOf(now), daysLeft),
    },
  ]);
  return id;
}

async function upload(desk: Desk, fixture: string) {
  const stored = await desk.documents.put(await readFixture(fixture));
  if (!stored.ok) throw new Error(`The document store refused ${fixture}: ${stored.error.kind}`);
  await recordDocuments(desk.db, [stored.value]);
  return { documentId: '892', fileName: path.basename(fixture), sha256: stored.value.sha256 };
}

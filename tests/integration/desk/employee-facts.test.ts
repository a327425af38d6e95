import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  insertEmployees,
  insertExistingRecords,
  type NewExistingRecord,
} from '#server/accounts/organisation.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import type { Usul } from '#shared/records/usul.ts';
import { usulSchema } from '#shared/records/usul.ts';
import {
  addOrganisation,
  addUsul,
  currentUsul,
  day,
  makeEmployee,
} from '#tests/support/builders.ts';
import { hasUsul, openDesk, setUpPc } from '#tests/support/desk/real-pc.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let usul: Usul;

const head = { jabatan: 'Kepala Dinas', jenisJabatanId: '1', eselonId: '22' };

/** Another employee of an OPD. */
async function addColleague(opdId: string, name: string, changes: object): Promise<void> {
  const data = { ...makeEmployee(opdId, 7), id: `asn-${name}`, nama: name, ...changes };
  await insertEmployees(server.db, [{ opdId, data }]);
}

function record(
  recordType: 'skp' | 'pendidikan' | 'jabatan',
  values: Record<string, string>,
): NewExistingRecord {
  return { id: crypto.randomUUID(), employeeId: 'asn-dinas-a', recordType, values };
}

const factsNow = async () => (await currentUsul(server.db, usul.id)).employeeFacts;

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
  await server.db
    .updateTable('employee')
    .set({ data: JSON.stringify({ ...makeEmployee('dinas-a', 0), ...head }) })
    .where('id', '=', 'asn-dinas-a')
    .execute();
  usul = await addUsul(server.db, server.documents, 'dinas-a');
});
afterAll(() => server.stop());

describe('what the server tells of the employee beside an usul', () => {
  test('is there although nothing is on record', async () => {
    expect(await factsNow()).toEqual({
      unorActive: true,
      skpYears: [],
      educationLevels: [],
      postKinds: [],
      postHolders: [],
    });
  });

  test('is what stands in the records of other types, each once', async () => {
    await insertExistingRecords(server.db, [
      record('skp', { jenisSkp: 'skp22', tahun: '2024' }),
      record('skp', { jenisSkp: 'periodik', tahun: '', tahunSelesaiPenilaian: '2025' }),
      record('skp', { jenisSkp: 'dp3' }),
      record('pendidikan', { tkPendidikanId: '40' }),
      record('pendidikan', { tkPendidikanId: '15' }),
      record('jabatan', { jenisJabatan: '1' }),
      record('jabatan', { jenisJabatan: '1' }),
    ]);
    expect(await factsNow()).toMatchObject({
      skpYears: ['2024', '2025'],
      educationLevels: ['15', '40'],
      postKinds: ['1'],
    });
  });

  test('names others in the OPD who hold the same structural post, and nobody else', async () => {
    await addColleague('dinas-a', 'Kedua', head);
    await addColleague('dinas-b', 'Lain OPD', head);
    await addColleague('dinas-a', 'Lain Unor', { ...head, unorId: 'unor-bidang-a' });
    await addColleague('dinas-a', 'Pelaksana', { ...head, jenisJabatanId: '4' });
    await addColleague('dinas-a', 'Lain Jabatan', { ...head, jabatan: 'Sekretaris' });
    const facts = await factsNow();
    expect(facts?.postHolders.map(({ nama }) => nama)).toEqual(['Kedua', 'Lain Unor']);
    const delivered = usulSchema.parse(await currentUsul(server.db, usul.id));
    expect(checkUsul(delivered, day('2026-11-22')).map(({ sentence }) => sentence)).toContain(
      'Jabatan Kepala Dinas pada Unor dinas-a juga tercatat dipegang Kedua.',
    );
  });

  test('names those who hold the post that is proposed', async () => {
    const proposed = await addUsul(server.db, server.documents, 'dinas-a', {
      recordType: 'jabatan',
      values: { jenisJabatan: '1', namaJabatan: 'Sekretaris', unorNama: 'Unor dinas-a' },
    });
    expect(proposed.employeeFacts?.postHolders.map(({ nama }) => nama)).toEqual([
      'Kedua',
      'Lain Jabatan',
      'Lain Unor',
    ]);
  });

  test('tells when the unor is not in use any more', async () => {
    await server.db
      .updateTable('unor')
      .set({ active: false })
      .where('id', '=', 'unor-dinas-a')
      .execute();
    expect((await factsNow())?.unorActive).toBe(false);
  });
});

describe('a unor that is not in use any more', () => {
  test('is told at the desk, and nobody is asked about it', async () => {
    const pc = await setUpPc(server, 'satu');
    const desk = await openDesk(pc);
    await hasUsul(desk, 2);
    await desk.currentCase.getState().open(usul.id);
    const { current } = desk.currentCase.getState();
    if (current.kind !== 'terbuka') throw new Error(current.kind);
    expect(current.findings.map(({ sentence }) => sentence)).toContain(
      'Unit organisasi Unor dinas-a tidak aktif lagi.',
    );
    expect(current.warnings.map(({ subject }) => subject)).not.toContain('TIM_1');
    pc.pc.close();
    await pc.network.stop();
  });
});

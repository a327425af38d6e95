import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import { submitUsul } from '#server/commands/submissions.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { WorkflowAction } from '#shared/workflow/workflow.ts';
import { currentUsul, makeNewUsul } from '#tests/support/builders.ts';
import { useOffice } from '#tests/support/office.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';

// Days of the year 2027: nothing here depends on the day on which it runs.
const office = useOffice();

const open = { from: '2027-01-01', until: null };
const period = {
  id: 'pdm-2027',
  name: 'Pemutakhiran Data Mandiri 2027',
  legalBasis: 'Surat Edaran Kepala BKPSDM Nomor 800/1/2027',
  stages: {
    persiapan: { from: '2027-01-01', until: '2027-01-31' },
    unggah: { from: '2027-02-01', until: '2027-02-14' },
    verifikasi: { from: '2027-02-01', until: '2027-02-26' },
    validasi: { from: '2027-02-01', until: '2027-03-05' },
    persetujuan: { from: '2027-02-08', until: '2027-03-12' },
  },
  cutOffDay: null,
  closedOn: null,
};
const always = {
  ...period,
  id: 'bulanan',
  name: 'Layanan bulanan',
  stages: { persiapan: open, unggah: open, verifikasi: open, validasi: open, persetujuan: open },
  cutOffDay: 25,
};

async function set(file: unknown) {
  const at = path.join(office.server.documentFolder, 'jadwal.json');
  await writeFile(at, typeof file === 'string' ? file : JSON.stringify(file));
  return runServerCommand(office.server, ['schedule', 'set', at]);
}

async function newUsul(periodId?: string): Promise<Usul> {
  const usul = makeNewUsul('dinas-a', periodId === undefined ? {} : { periodId });
  await submitUsul(office.server.db, [usul]);
  return currentUsul(office.server.db, usul.id);
}

/** What somebody does at a moment, past what a decision must contain; the deadline afterwards, or why it is refused. */
async function act(
  { id }: Usul,
  action: WorkflowAction & ('jawab' | 'ajukan_ulang' | 'tarik'),
  at: string,
): Promise<string> {
  const usul = await currentUsul(office.server.db, id);
  const isAsn = action !== 'jawab';
  const done = await actOnUsul(office.server.db, {
    usulId: id,
    action,
    actor: {
      name: 'Contoh',
      role: isAsn ? 'asn' : 'approver',
      scope: isAsn
        ? { kind: 'employee', id: usul.employee.id }
        : { kind: 'instansi', id: usul.instansiId },
      nip: null,
    },
    judged: usul,
    reasons: [],
    note: '',
    content: { values: usul.values, oldValues: null, asnNote: '', documents: [] },
    now: new Date(at),
  });
  return done.ok ? (await currentUsul(office.server.db, id)).deadline : done.error.kind;
}

/** An usul that was returned to its ASN. */
async function returned(periodId?: string): Promise<Usul> {
  const usul = await newUsul(periodId);
  await office.server.db
    .updateTable('usul')
    .set({ keadaan: 'perbaikan', stage: 'verifikasi' })
    .where('id', '=', usul.id)
    .execute();
  return usul;
}

describe('the schedule of an instansi', () => {
  test('ten days of the calendar in WIB, where nobody has said anything', async () => {
    const late = '2027-02-15T18:00:00Z';
    expect(await act(await returned(), 'ajukan_ulang', late)).toBe('2027-02-26');
    const shown = await runServerCommand(office.server, ['schedule', 'show', 'kab-a']);
    expect(shown.code).toBe(0);
    expect(shown.text).toContain('Belum ada periode.');
    expect(shown.text).toContain(
      'verifikasi 10, validasi 10, persetujuan 10, perbaikan 10 hari kalender',
    );
  });

  test('is set from a file, again without harm, and a wrong one changes nothing', async () => {
    const file = {
      instansi: 'kab-a',
      zonaWaktu: 'WIT',
      kebijakan: {
        berlakuMulai: '2027-01-01',
        workDays: [1, 2, 3, 4, 5],
        days: { verifikasi: 5, validasi: 7, persetujuan: 5, perbaikan: 3 },
        count: 'kerja',
      },
      hariLibur: [
        { tanggal: '2027-02-08', nama: 'Contoh hari libur' },
        { tanggal: '2027-02-08', nama: 'Contoh hari libur daerah' },
      ],
      periode: [period],
    };
    expect(await set(file)).toMatchObject({ code: 0 });
    expect(await set(file)).toMatchObject({ code: 0 });
    expect(await office.server.db.selectFrom('holiday').selectAll().execute()).toEqual([
      { instansi_id: 'kab-a', day: '2027-02-08', name: 'Contoh hari libur daerah' },
    ]);

    const { stages } = period;
    const backwards = { ...stages, unggah: { from: '2027-02-14', until: '2027-02-01' } };
    for (const [wrong, told] of [
      ['{', 'bukan JSON'],
      [{ ...file, instansi: 'kab-lain' }, 'Instansi kab-lain tidak ada.'],
      [{ ...file, zonaWaktu: 'GMT' }, 'Periksa "zonaWaktu"'],
      [
        { ...file, hariLibur: [{ tanggal: '2027-02-30', nama: 'x' }] },
        'Periksa "hariLibur.0.tanggal"',
      ],
      [{ ...file, periode: [{ ...period, stages: backwards }] }, 'berakhir sebelum mulai'],
    ] as const) {
      const { code, text } = await set(wrong);
      expect([code, text]).toEqual([1, expect.stringContaining(told)]);
    }
    expect(await office.server.db.selectFrom('period').select('id').execute()).toHaveLength(1);
  });

  test('work days in the time zone of the instansi', async () => {
    // Thursday 15:30 in Jakarta, Friday in Jayapura; the Monday is a holiday.
    const usul = await returned();
    expect(await act(usul, 'ajukan_ulang', '2027-02-04T15:30:00Z')).toBe('2027-02-15');
    const before = await returned();
    expect(await act(before, 'ajukan_ulang', '2027-02-04T14:30:00Z')).toBe('2027-02-12');
  });

  test('a repaired usul goes by its period as long as that takes it', async () => {
    expect(await act(await returned(period.id), 'ajukan_ulang', '2027-02-20T02:00:00Z')).toBe(
      '2027-02-26',
    );
  });

  test('and by another one that is open once its own is over; by none, it is said so', async () => {
    const usul = await returned(period.id);
    const late = '2027-03-01T02:00:00Z';
    expect(await act(usul, 'ajukan_ulang', late)).toBe('periode_ditutup');
    expect((await currentUsul(office.server.db, usul.id)).position.kind).toBe('perbaikan');

    await set({ instansi: 'kab-a', periode: [always] });
    // The 25th of March is the next cut-off.
    expect(await act(usul, 'ajukan_ulang', late)).toBe('2027-03-25');
    const moved = await office.server.db
      .selectFrom('usul')
      .select('period_id')
      .where('id', '=', usul.id)
      .executeTakeFirstOrThrow();
    expect(moved.period_id).toBe(always.id);
  });

  test('a closed period keeps nobody from withdrawing', async () => {
    await set({ instansi: 'kab-a', periode: [{ ...period, closedOn: '2027-02-10' }] });
    const usul = await returned(period.id);
    const { deadline } = usul;
    expect(await act(usul, 'tarik', '2027-02-11T02:00:00Z')).toBe(deadline);
  });

  test('what was changed stands in the audit', async () => {
    const rows = await office.server.db
      .selectFrom('audit')
      .select('details')
      .where('action', '=', 'jadwal')
      .execute();
    expect(rows.map(({ details }) => details)).toContainEqual({
      instansi: 'kab-a',
      periode: 'bulanan',
    });
  });
});

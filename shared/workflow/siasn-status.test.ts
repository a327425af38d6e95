import { describe, expect, test } from 'vitest';
import { activeStages, type UsulPosition } from '#shared/records/usul.ts';
import { entriesOf } from '#shared/reference/reference-data.ts';
import {
  siasnStandingOf,
  siasnStatusOf,
  siasnStatusSchema,
  standingsOfSiasn,
} from '#shared/workflow/siasn-status.ts';

const positions: readonly UsulPosition[] = [
  ...activeStages.flatMap((stage): UsulPosition[] => [
    { kind: 'menunggu', stage },
    { kind: 'koordinasi', stage },
    { kind: 'perbaikan', returnedFrom: stage },
  ]),
  ...(['disetujui', 'ditolak', 'ditarik'] as const).map((result): UsulPosition => ({
    kind: 'selesai',
    result,
  })),
];

describe('the status codes of SIASN', () => {
  test('are those that BKN lists: 1 to 67 without 54, and 99', () => {
    const ids = entriesOf('statusSiasn').map(({ id }) => Number(id));
    const listed = Array.from({ length: 67 }, (_, at) => at + 1).filter((id) => id !== 54);
    expect(ids).toEqual([...listed, 99]);
  });

  test.each(positions)('know where an usul stands, there and back: %o', (position) => {
    const status = siasnStatusOf(position);
    expect(status).toBeDefined();
    expect(standingsOfSiasn(status!.id)).toMatchObject({
      ok: true,
      value: expect.arrayContaining([siasnStandingOf(position)]),
    });
  });

  test.each([
    [{ kind: 'menunggu', stage: 'verifikasi' }, 'Input Berkas'],
    [{ kind: 'menunggu', stage: 'persetujuan' }, 'Berkas Disimpan (Terverifikasi)'],
    [{ kind: 'perbaikan', returnedFrom: 'verifikasi' }, 'Perbaikan Dokumen'],
    [{ kind: 'selesai', result: 'ditolak' }, 'Tidak Memenuhi Syarat'],
    [{ kind: 'selesai', result: 'disetujui' }, 'Telah Update di Profile PNS'],
    [{ kind: 'selesai', result: 'ditarik' }, 'Usulan Dihapus'],
  ] as const)('say of %o "%s"', (position, label) => {
    expect(siasnStatusOf(position)?.label).toBe(label);
  });

  test('of an older application lead to the same standing', () => {
    for (const code of ['5', '34', '50', '52']) {
      expect(standingsOfSiasn(code)).toEqual({ ok: true, value: ['perbaikan'] });
    }
    expect(standingsOfSiasn('51')).toEqual({ ok: true, value: ['verifikasi'] });
  });

  test('that are no code, or of another service, are a fault with its name', () => {
    for (const code of ['54', '0', '', 'Input Berkas', '01', '__proto__']) {
      expect(standingsOfSiasn(code)).toEqual({ ok: false, error: { kind: 'tidak_dikenal' } });
    }
    expect(standingsOfSiasn('35')).toEqual({
      ok: false,
      error: { kind: 'bukan_milik_kita', label: 'Tolak Paraf SK' },
    });
  });

  test('tell each standing once', () => {
    const told = entriesOf('statusSiasn').flatMap((entry) => siasnStatusSchema.parse(entry).tells);
    expect(told.toSorted()).toEqual([...new Set(told)].toSorted());
  });
});

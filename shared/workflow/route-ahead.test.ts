import { describe, expect, it } from 'vitest';
import { recordTypeIds } from '#shared/records/record-type.ts';
import { stagesAhead } from '#shared/workflow/route-ahead.ts';

const waiting = (stage: 'verifikasi' | 'validasi' | 'persetujuan') =>
  ({ kind: 'menunggu', stage }) as const;

describe('the way that is still ahead of an usul', () => {
  it('goes by BKN first for exactly five record types, then to BKPSDM', () => {
    const byBkn = recordTypeIds.filter((id) =>
      stagesAhead(id, waiting('verifikasi')).includes('validasi'),
    );
    expect(byBkn).toEqual(['pendidikan', 'golongan', 'pmk', 'pindah_instansi', 'cltn']);
    expect(stagesAhead('golongan', waiting('verifikasi'))).toEqual(['validasi', 'persetujuan']);
    expect(stagesAhead('skp', waiting('verifikasi'))).toEqual(['persetujuan']);
  });

  it('ends with the approval, and begins again after a return', () => {
    expect(stagesAhead('golongan', waiting('persetujuan'))).toEqual([]);
    expect(stagesAhead('skp', { kind: 'perbaikan', returnedFrom: 'persetujuan' })).toEqual([
      'verifikasi',
      'persetujuan',
    ]);
    expect(stagesAhead('skp', { kind: 'selesai', result: 'disetujui' })).toEqual([]);
    expect(stagesAhead('pmk', { kind: 'koordinasi', stage: 'verifikasi' })).toEqual([
      'validasi',
      'persetujuan',
    ]);
  });
});

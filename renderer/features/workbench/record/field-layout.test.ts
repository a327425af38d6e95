import { describe, expect, it } from 'vitest';
import { placeFields } from '#renderer/features/workbench/record/field-layout.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';

/** Labels of a group as shown, those that continue the one above with a `+`. */
function shown(type: RecordTypeId, heading: string): readonly string[] {
  const group = recordTypes[type].groups.find(({ label }) => label === heading)!;
  return placeFields(heading, group.fields).map(({ label, bound }) =>
    bound ? `+${label}` : label,
  );
}

describe('layout of the fields', () => {
  it('keeps number and day of one letter together, and of different letters apart', () => {
    expect(shown('golongan', 'Surat keputusan')).toEqual(['Nomor SK', '+Tanggal SK']);
    expect(shown('pindah_instansi', 'Surat').slice(3, 6)).toEqual([
      'Nomor pertek BKN',
      '+Tanggal pertek BKN',
      'Nomor SK instansi asal',
    ]);
  });

  it('keeps years and months of service together', () => {
    expect(shown('golongan', 'Kenaikan pangkat').slice(-2)).toEqual([
      'Masa kerja golongan',
      '+Bulan',
    ]);
  });

  it('keeps a name with its titles and a period with its end', () => {
    expect(shown('keluarga', 'Identitas').slice(1, 4)).toEqual([
      'Nama',
      '+Gelar depan',
      '+Gelar belakang',
    ]);
    expect(shown('cltn', 'Masa cuti').slice(0, 2)).toEqual(['Tanggal awal', '+Tanggal akhir']);
  });

  it('leaves out of a label what the heading says', () => {
    expect(shown('skp', 'Atasan pejabat penilai').slice(0, 3)).toEqual([
      'Status',
      'NIP/NRP',
      'Nama',
    ]);
  });

  it('shows scores as a column of numbers', () => {
    const { fields } = recordTypes.skp.groups.find(({ label }) => label === 'Unsur penilaian')!;
    expect(placeFields('Unsur penilaian', fields).every(({ column }) => column)).toBe(true);
  });
});

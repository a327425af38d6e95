import { describe, expect, it, test } from 'vitest';
import { detailsOf } from '#renderer/features/workbench/record/timeline-details.ts';
import { makeTimeline } from '#renderer/features/workbench/record/timeline.ts';
import { recordTypeIds } from '#shared/records/record-type.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';

describe('what stands under the title of a record', () => {
  it('is for a course who held it, how long, and the number; its name is the title', () => {
    const values = {
      namaKursus: 'Pelatihan Konselor Menyusui',
      institusiPenyelenggara: 'Balai Besar Pelatihan Kencana',
      jumlahJam: '40',
      nomorSertipikat: '12/BPK/2024',
      tanggalKursus: '2024-05-01',
    };
    expect(detailsOf('kursus', values)).toBe(
      'Balai Besar Pelatihan Kencana · 40 JP · No.\u00A012/BPK/2024',
    );
    const [entry] = makeTimeline({
      recordType: 'kursus',
      kind: 'tambah',
      values: {},
      oldValues: null,
      existingRecords: [{ id: 'r', values }],
    }).filter(({ role }) => role === 'ada');
    expect(entry?.title).toBe('Pelatihan Konselor Menyusui');
  });

  it('is for a review its predikat, or the score of the older forms', () => {
    const rated = detailsOf('skp', { jenisSkp: 'skp22', tahun: '2023', kuadranKinerjaNilai: '2' });
    expect(rated).toMatch(/^predikat \p{L}+/u);
    expect(detailsOf('skp', { jenisSkp: 'skp_2014', nilaiPrestasiKerja: '87.50' })).toBe(
      'nilai 87,50',
    );
  });

  it('has the dates of a family, each with what it is the date of', () => {
    const spouse = { hubungan: 'pasangan', tglLahir: '1988-02-03', tgglMenikah: '2012-12-12' };
    expect(detailsOf('keluarga', spouse)).toBe('lahir 3 Februari 1988 · menikah 12 Desember 2012');
    expect(detailsOf('keluarga', { tglMeninggal: '2020-01-01' })).toBe('meninggal 1 Januari 2020');
  });

  it('says a length of service once', () => {
    const rank = { masaKerjaGolonganTahun: '12', masaKerjaGolonganBulan: '8' };
    expect(detailsOf('golongan', rank)).toBe('12 tahun · 8 bulan');
    expect(detailsOf('pmk', { tasaKerjaTahun: '2', masaKerjaBulan: '3' })).toBe(
      '2 tahun · 3 bulan',
    );
  });

  it('leaves out what is not filled', () => {
    for (const recordType of recordTypeIds) expect(detailsOf(recordType, {})).toBe('');
  });

  test.each(recordTypeIds.filter((id) => id !== 'personal'))(
    'says something of every other %s: no two records are only a name and a day',
    (recordType) => {
      const { values } = makeSampleUsul(recordType);
      expect(detailsOf(recordType, values)).not.toBe('');
    },
  );
});

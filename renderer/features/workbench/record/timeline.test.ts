import { describe, expect, it } from 'vitest';
import { makeTimeline } from '#renderer/features/workbench/record/timeline.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { RecordValues, UsulKind } from '#shared/records/usul.ts';

function timeline(
  recordType: RecordTypeId,
  existing: readonly RecordValues[],
  values: RecordValues,
  kind: UsulKind = 'tambah',
  oldValues: RecordValues | null = null,
) {
  const existingRecords = existing.map((each, index) => ({ id: `r${index}`, values: each }));
  return makeTimeline({ recordType, kind, values, oldValues, existingRecords });
}

function rank(golonganId: string, tmtGolongan: string): RecordValues {
  return { golonganId, tmtGolongan };
}

function skp(tahun: string): RecordValues {
  return { jenisSkp: 'skp22', tahun };
}

function quarter(from: string, to: string): RecordValues {
  return {
    jenisSkp: 'periodik',
    bulanMulaiPenilaian: from,
    tahunMulaiPenilaian: '2024',
    bulanSelesaiPenilaian: to,
    tahunSelesaiPenilaian: '2024',
  };
}

function leave(tanggalAwal: string, tanggalAkhir: string): RecordValues {
  return {
    cltnId: '1',
    tanggalAwal,
    tanggalAkhir,
  };
}

function school(tkPendidikanId: string, tahunLulus: string): RecordValues {
  return {
    tkPendidikanId,
    tahunLulus,
  };
}

/** Entries with what is wrong before each. */
function told(entries: ReturnType<typeof timeline>) {
  return entries.map(({ role, period, breaks }) =>
    [role, period?.shown, ...breaks.map(({ kind, sentence }) => `${kind}: ${sentence}`)].join(
      ' | ',
    ),
  );
}

describe('timeline of the person’s records', () => {
  it('puts the proposed record among the others by its day', () => {
    const entries = timeline(
      'golongan',
      [rank('33', '2020-04-01'), rank('31', '2012-04-01')],
      rank('32', '2016-04-01'),
    );
    expect(told(entries)).toEqual([
      'ada | 1 April 2012',
      'usul | 1 April 2016',
      'ada | 1 April 2020',
    ]);
    expect(entries.map(({ title }) => title)).toContain('III/b – Penata Muda Tingkat I');
  });

  it('names a step left out, a step down, a step twice and the same TMT', () => {
    const entries = timeline(
      'golongan',
      [
        rank('31', '2012-04-01'),
        rank('33', '2016-04-01'),
        rank('32', '2018-04-01'),
        rank('32', '2019-04-01'),
      ],
      rank('33', '2019-04-01'),
    );
    expect(told(entries)).toEqual([
      'ada | 1 April 2012',
      'ada | 1 April 2016 | celah: III/b terlewati antara III/a dan III/c.',
      'ada | 1 April 2018 | urutan: turun dari III/c ke III/b.',
      'ada | 1 April 2019 | urutan: III/b tercatat dua kali.',
      'usul | 1 April 2019 | tumpang_tindih: dua riwayat dengan waktu yang sama, 1 April 2019.',
    ]);
  });

  it('sees a year without a review and a year with two', () => {
    expect(told(timeline('skp', [skp('2021'), skp('2023')], skp('2023')))).toEqual([
      'ada | 2021',
      'ada | 2023 | celah: tidak ada riwayat untuk 2022.',
      'usul | 2023 | tumpang_tindih: dua riwayat dengan waktu yang sama, 2023.',
    ]);
  });

  it('lets periodic reviews follow one another within a year', () => {
    expect(told(timeline('skp', [quarter('1', '3'), skp('2023')], quarter('4', '6')))).toEqual([
      'ada | 2023',
      'ada | Januari 2024 – Maret 2024',
      'usul | April 2024 – Juni 2024',
    ]);
  });

  it('sees periods of leave that overlap', () => {
    const [, second] = timeline(
      'cltn',
      [leave('2020-01-01', '2021-12-31')],
      leave('2021-06-01', '2022-05-31'),
    );
    expect(second?.breaks).toEqual([
      {
        kind: 'tumpang_tindih',
        sentence: 'dua riwayat berlaku bersamaan 1 Juni 2021 – 31 Desember 2021.',
      },
    ]);
  });

  it('sees a lower education after a higher one; leaving steps out is usual', () => {
    const entries = timeline(
      'pendidikan',
      [school('15', '2000'), school('40', '2005')],
      school('30', '2009'),
    );
    expect(told(entries)).toEqual([
      'ada | 2000',
      'ada | 2005',
      'usul | 2009 | urutan: turun dari S-1/Sarjana ke Diploma III/Sarjana Muda.',
    ]);
  });

  it('marks the record that is changed; the proposed one counts in its place', () => {
    const old = rank('32', '2016-04-01');
    const entries = timeline(
      'golongan',
      [rank('31', '2012-04-01'), old],
      rank('32', '2016-10-01'),
      'ubah',
      old,
    );
    expect(told(entries)).toEqual([
      'ada | 1 April 2012',
      'diubah | 1 April 2016',
      'usul | 1 Oktober 2016',
    ]);
  });

  it('marks the record that goes, and the gap that it leaves', () => {
    const gone = rank('32', '2016-04-01');
    const entries = timeline(
      'golongan',
      [rank('31', '2012-04-01'), gone, rank('33', '2020-04-01')],
      gone,
      'hapus',
      gone,
    );
    expect(told(entries)).toEqual([
      'ada | 1 April 2012',
      'dihapus | 1 April 2016',
      'ada | 1 April 2020 | celah: III/b terlewati antara III/a dan III/c.',
    ]);
  });

  it('lists records without a time as they are', () => {
    const child = { hubungan: 'anak', nama: 'Sari Contoh' };
    const [entry] = timeline('keluarga', [child], { hubungan: 'anak', nama: 'Bima Contoh' });
    expect(entry).toMatchObject({ role: 'ada', period: null, breaks: [] });
    expect(entry?.title).toContain('Sari Contoh');
  });
});

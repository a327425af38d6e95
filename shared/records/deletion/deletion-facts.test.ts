import { describe, expect, it, test } from 'vitest';
import { deletionClaimOf } from '#shared/records/deletion/deletion-claim.ts';
import { deletionFactsOf } from '#shared/records/deletion/deletion-facts.ts';
import { sampleValues } from '#tests/support/samples/faultless-usul.ts';
import { makeDeletion } from '#tests/support/samples/rule-cases/deletion-cases.ts';

const { golongan, jabatan, cpns_pns: appointment } = sampleValues;

describe('the reason of a deletion', () => {
  test.each([
    ['Riwayat tercatat dua kali.', 'ganda'],
    ['Data dobel', 'ganda'],
    ['sk tercatat 2x mohon dihapus salah satunya', 'ganda'],
    ['Mohon hapus, duplikat dengan riwayat tahun 2020', 'ganda'],
    ['Salah input, mohon dihapus.', 'salah_input'],
    ['SALAH KETIK', 'salah_input'],
    ['terjadi kesalahan input oleh operator', 'salah_input'],
    ['saya salah memasukkan nomor SK', 'salah_input'],
    ['keliru memilih jenis jabatan', 'salah_input'],
    ['Bukan milik saya', 'bukan_miliknya'],
    ['Ini SK orang lain', 'bukan_miliknya'],
    ['riwayat milik pegawai lain', 'bukan_miliknya'],
    ['Bukan jabatan saya', 'bukan_miliknya'],
    ['Bukan riwayat saya yang terakhir.', 'bukan_terakhir'],
    ['bukan data terbaru', 'bukan_terakhir'],
  ])('"%s" is %s', (asnNote, reason) => {
    expect(deletionClaimOf({ values: {}, asnNote })).toEqual({
      kind: 'disebut',
      reason,
      from: 'catatan',
    });
  });

  it('is what the usul itself states, whatever the note', () => {
    const values = { alasan_hapus: 'bukan_miliknya' };
    expect(deletionClaimOf({ values, asnNote: 'Tercatat dua kali' })).toEqual({
      kind: 'disebut',
      reason: 'bukan_miliknya',
      from: 'usul',
    });
  });

  test.each(['', '   ', 'Mohon dihapus.', 'tolong hapus data ini, terima kasih'])(
    'is not given by "%s"',
    (asnNote) => {
      expect(deletionClaimOf({ values: {}, asnNote })).toEqual({ kind: 'tidak_disebut' });
    },
  );

  test.each(['SK dibatalkan oleh PTUN', 'datanya tidak ganda, hanya dipindahkan'])(
    'is another one in "%s"',
    (asnNote) => {
      expect(deletionClaimOf({ values: { alasan_hapus: 'apa saja' }, asnNote }).kind).toBe('lain');
    },
  );
});

describe('the records that stay', () => {
  it('are all but the one that is to go; the record itself is no twin of its own', () => {
    const facts = deletionFactsOf(makeDeletion('cpns_pns', 'Tercatat dua kali'));
    expect(facts).toMatchObject({
      remaining: [],
      counterpart: null,
      isTwin: false,
      claimHolds: 'tidak',
      losses: ['satu_satunya', 'pokok'],
    });
  });

  it('hold an equal record when it was entered twice', () => {
    const facts = deletionFactsOf(makeDeletion('cpns_pns', 'Tercatat dua kali', [appointment]));
    expect(facts).toMatchObject({
      counterpart: appointment,
      isTwin: true,
      differing: [],
      claimHolds: 'ya',
      losses: [],
    });
  });

  it('hold a twin however it was typed', () => {
    const typed = { ...jabatan, nomorSk: '821.2 / 12 / bkpsdm / 2023', unorNama: 'Subbag Umum' };
    const facts = deletionFactsOf(makeDeletion('jabatan', 'ganda', [typed]));
    expect(facts).toMatchObject({ isTwin: true, differing: ['unorNama'], claimHolds: 'ya' });
  });

  it('hold the right record beside the one that was entered wrongly', () => {
    const right = { ...golongan, tmtGolongan: '2022-10-01', skNomor: '225 TAHUN 2022' };
    const facts = deletionFactsOf(makeDeletion('golongan', 'Salah input', [right]));
    expect(facts).toMatchObject({
      counterpart: right,
      isTwin: false,
      differing: ['skNomor', 'tmtGolongan'],
      claimHolds: 'tidak_diketahui',
      losses: [],
    });
  });

  it('are counted without the record that is meant when the usul names other values than it has', () => {
    const usul = makeDeletion('golongan', 'ganda');
    const stated = { ...golongan, masaKerjaGolonganTahun: '9' };
    expect(deletionFactsOf({ ...usul, values: stated, oldValues: null })).toMatchObject({
      remaining: [],
      claimHolds: 'tidak',
    });
  });

  it('do not take a reason for a value of the record', () => {
    const usul = makeDeletion('kursus', '');
    const values = { ...usul.values, alasan_hapus: 'ganda' };
    expect(deletionFactsOf({ ...usul, values, oldValues: null }).remaining).toEqual([]);
  });
});

describe('what would be missing', () => {
  it('is the latest record where that is what the person is today', () => {
    const before = { ...sampleValues.pendidikan, tkPendidikanId: '15', nomorIjasah: 'DN-1' };
    const other = { namaSekolah: 'SMA Contoh', tahunLulus: '2003' };
    const facts = deletionFactsOf(
      makeDeletion('pendidikan', 'salah input', [{ ...before, ...other }]),
    );
    expect(facts.losses).toEqual(['terakhir']);
  });

  it('is nothing when a later record is there and the type is no step of the career', () => {
    const facts = deletionFactsOf(
      makeDeletion('skp', 'bukan yang terakhir', [sampleValues.skp], {
        ...sampleValues.skp,
        tahun: '2023',
      }),
    );
    expect(facts).toMatchObject({ losses: [], claimHolds: 'ya' });
  });

  it('is a step of the career also where a later one is there', () => {
    const later = { ...golongan, golonganId: '34', tmtGolongan: '2026-04-01', skNomor: '9/2026' };
    const facts = deletionFactsOf(makeDeletion('golongan', 'bukan yang terakhir', [later]));
    expect(facts).toMatchObject({ losses: ['pokok'], claimHolds: 'ya' });
  });
});

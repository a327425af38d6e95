import { makeSampleUsul, sampleValues } from '#tests/support/samples/faultless-usul.ts';
import {
  finds,
  silent,
  withDeceased,
  type RuleCase,
} from '#tests/support/samples/rule-cases/rule-case.ts';

const small = { documentId: '858', fileName: 'sk.pdf', sha256: 'a'.repeat(64), size: 1000 };

/** Cases of the rules about documents. */
export const documentCases: readonly RuleCase[] = [
  finds(
    'DOKUMEN_WAJIB',
    makeSampleUsul('pendidikan', { documents: [] }),
    'Dokumen wajib belum diunggah: Ijazah, Transkrip nilai.',
  ),
  finds(
    'DOKUMEN_WAJIB',
    withDeceased(
      { aktaMeninggal: '1/2020', tglMeninggal: '2020-01-01' },
      {
        documents: [
          { ...small, documentId: 'mv-kartu-keluarga' },
          { ...small, documentId: 'mv-akta-lahir-anak' },
        ],
      },
    ),
    'Dokumen wajib belum diunggah: Akta kematian.',
  ),
  silent('DOKUMEN_WAJIB', makeSampleUsul('personal', { documents: [] })),
  finds(
    'HAPUS_TANPA_DOKUMEN',
    makeSampleUsul('golongan', { kind: 'hapus', oldValues: sampleValues.golongan, documents: [] }),
    'Usul hapus ini tidak disertai dokumen.',
  ),
  silent(
    'HAPUS_TANPA_DOKUMEN',
    makeSampleUsul('golongan', { kind: 'hapus', oldValues: sampleValues.golongan }),
  ),
  finds(
    'DOKUMEN_TERLALU_BESAR',
    makeSampleUsul('golongan', { documents: [{ ...small, size: 1_048_577 }] }),
    'Dokumen sk.pdf berukuran 1,01 MB, melebihi 1 MB.',
  ),
  silent(
    'DOKUMEN_TERLALU_BESAR',
    makeSampleUsul('golongan', { documents: [{ ...small, size: 1_048_576 }] }),
  ),
  finds(
    'DOKUMEN_KOSONG',
    makeSampleUsul('golongan', { documents: [{ ...small, size: 0 }] }),
    'Dokumen sk.pdf kosong (0 byte).',
  ),
  silent('DOKUMEN_KOSONG', makeSampleUsul('golongan', { documents: [{ ...small, size: 1 }] })),
  finds(
    'DOKUMEN_BUKAN_PDF',
    makeSampleUsul('golongan', { documents: [{ ...small, fileName: 'sk.jpg' }] }),
    'Nama dokumen sk.jpg tidak berakhiran .pdf.',
  ),
  silent(
    'DOKUMEN_BUKAN_PDF',
    makeSampleUsul('golongan', { documents: [{ ...small, fileName: 'SK.PDF' }] }),
  ),
  finds(
    'DOKUMEN_TIDAK_DIKENAL',
    makeSampleUsul('golongan', {
      documents: [small, { ...small, documentId: '870', sha256: 'b'.repeat(64) }],
    }),
    'Dokumen sk.pdf (kode 870) bukan dokumen untuk Riwayat pangkat/golongan.',
  ),
  silent('DOKUMEN_TIDAK_DIKENAL', makeSampleUsul('golongan', { documents: [small] })),
  finds(
    'DOKUMEN_SAMA',
    makeSampleUsul('golongan', {
      documents: [small, { ...small, documentId: '879', fileName: 'pak.pdf' }],
    }),
    'Isi dokumen pak.pdf sama dengan sk.pdf.',
  ),
  silent('DOKUMEN_SAMA', makeSampleUsul('golongan')),
  finds(
    'ISIAN_TANPA_BUKTI',
    makeSampleUsul('jabatan', { documents: [{ ...small, documentId: '873' }] }),
    'Tidak ada dokumen yang membuktikan: Nomor SK, Tanggal SK, Jenis jabatan, Jabatan pelaksana, Unit organisasi, TMT jabatan.',
  ),
  silent(
    'ISIAN_TANPA_BUKTI',
    makeSampleUsul('jabatan', { documents: [{ ...small, documentId: '872' }] }),
  ),
];

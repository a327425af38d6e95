import { describe, expect, it } from 'vitest';
import { openWarningsOf } from '#renderer/core/evidence/open-warnings.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
import { sampleFound } from '#tests/support/samples/sample-evidence.ts';
import { samplePage } from '#tests/support/samples/sample-page.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';

const usul = makeSampleUsul('pendidikan');
const [first] = usul.documents;
const { sha256, documentId } = first!;

function warning(
  kind: DocumentWarning['kind'],
  change: Partial<DocumentWarning> = {},
): DocumentWarning {
  return { sha256, kind, page: null, flaws: [], detail: '', reason: 'DOK_SALAH', ...change };
}

function openOf(
  warnings: readonly DocumentWarning[],
  fields: Readonly<Record<string, CaseFieldEvidence>> = {},
  readings: Readonly<Record<string, DocumentReading>> = {},
) {
  return openWarningsOf(usul, { warnings, fields, readings });
}

const kindsOf = (...about: Parameters<typeof openOf>): readonly string[] =>
  openOf(...about).map(({ kind }) => kind);

describe('open warnings of an usul', () => {
  it('are none where nothing speaks against it', () => {
    expect(openOf([], { nomorIjasah: sampleFound('nomorIjasah') })).toEqual([]);
  });

  it('name the document and what is wrong with it, in a sentence', () => {
    expect(openOf([warning('orang_lain', { detail: 'BUDI CONTOH' })])).toEqual([
      {
        kind: 'dokumen_orang_lain',
        document: { sha256, documentId },
        field: null,
        sentence: 'Ijazah tampaknya milik orang lain: BUDI CONTOH.',
      },
    ]);
  });

  it.each([
    ['dua_orang', 'dokumen_dua_orang'],
    ['jenis_lain', 'dokumen_jenis_lain'],
    ['halaman_kurang', 'dokumen_tidak_lengkap'],
    ['dipakai_usul_lain', 'dokumen_dipakai_ulang'],
    ['tidak_dapat_dibaca', 'dokumen_tidak_terbaca'],
  ] as const)('tell of %s as %s', (kind, told) => {
    expect(kindsOf([warning(kind)])).toEqual([told]);
  });

  it('tell of pages that are blank or cannot be read, once for a document', () => {
    const unreadable = { ...samplePage([], 'tidak_terbaca'), sha256 };
    const blurred = warning('mutu', { page: 1, flaws: ['kabur'], reason: 'DOK_KABUR' });
    expect(kindsOf([blurred, blurred], {}, { [sha256]: unreadable })).toEqual([
      'dokumen_tidak_terbaca',
    ]);
    expect(kindsOf([warning('mutu', { page: 1, flaws: ['kosong'] })])).toEqual(['dokumen_kosong']);
  });

  it('leave out what is no fault of the paper, or keeps nobody from judging', () => {
    const readable = { ...samplePage([], 'kurang_tajam'), sha256 };
    const soft = warning('mutu', { page: 1, flaws: ['kurang_tajam'], reason: null });
    const back = warning('mutu', { page: 2, flaws: ['kosong'], reason: null });
    const failed = warning('tidak_dapat_dibaca', { detail: 'terlalu_lama', reason: null });
    expect(kindsOf([soft, back, failed], {}, { [sha256]: readable })).toEqual([]);
  });

  it('tell of every field at whose label another value stands, in the order of the fields', () => {
    const { place } = sampleFound('nomorIjasah', { printed: '813/2' });
    const other = (field: string): CaseFieldEvidence => {
      const told = { place, others: [], sha256, correctedByPerson: false };
      return { field, status: 'berbeda', swappedWith: null, ...told };
    };
    const fields = { tglLulus: other('tglLulus'), nomorIjasah: other('nomorIjasah') };
    const open = openOf([], fields);
    expect(open.map(({ field }) => field)).toEqual(['nomorIjasah', 'tglLulus']);
    expect(open[0]).toMatchObject({
      kind: 'isian_berbeda',
      document: { sha256, documentId },
      sentence: 'Nomor ijazah: di dokumen tertulis "813/2".',
    });
  });
});

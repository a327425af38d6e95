import { describe, expect, it } from 'vitest';
import {
  documentKindLabel,
  recogniseKind,
} from '#renderer/evidence/matching/document/document-kind.ts';
import { expectedKinds } from '#renderer/evidence/matching/document/expected-kinds.ts';
import { documentKinds } from '#renderer/evidence/matching/document/kinds/kind-clues.ts';
import { samplePapers as papers } from '#tests/support/samples/sample-papers.ts';
import { makeSampleReading, misread } from '#tests/support/samples/sample-reading.ts';
import { recordTypeIds } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';

describe('the kind of a document', () => {
  it.each(papers)('is told from what it says: %s', (kind, lines) => {
    expect(recogniseKind(makeSampleReading([lines]))).toMatchObject({ kind, certainty: 'sure' });
  });

  it.each(papers)('is told where every twentieth letter was misread: %s', (kind, lines) => {
    for (const from of [0, 7, 13]) {
      const reading = makeSampleReading([misread(lines, 20, from)], { confidence: 70 });
      expect(recogniseKind(reading)?.kind).toBe(kind);
    }
  });

  it('is not guessed from a letter that only mentions papers', () => {
    const lines = [
      'PEMERINTAH KABUPATEN CONTOH',
      'Kepada Yth. Kepala Dinas Pendidikan di tempat',
      'Bersama ini kami sampaikan berkas pegawai untuk diproses lebih lanjut.',
      'Berkas terdiri atas fotokopi ijazah dan kartu keluarga masing-masing satu lembar.',
    ];
    expect(recogniseKind(makeSampleReading([lines]))?.certainty ?? 'none').not.toBe('sure');
  });

  it('is unknown for a page of which next to nothing could be read', () => {
    expect(recogniseKind(makeSampleReading([['|| ~ .', 'ae']]))).toBeNull();
    expect(recogniseKind(makeSampleReading([]))).toBeNull();
  });

  it('is that of the first written page; a second paper in the file is told too', () => {
    const diploma = papers.find(([kind]) => kind === 'ijazah')![1];
    const marks = papers.find(([kind]) => kind === 'transkrip')![1];
    const found = recogniseKind(makeSampleReading([[], diploma, marks]));
    expect(found?.kind).toBe('ijazah');
    expect(found?.also).toContain('transkrip');
  });

  it('has a name for every kind', () => {
    for (const kind of documentKinds) expect(documentKindLabel(kind)).not.toBe(kind);
  });
});

describe('what a record type asks for', () => {
  it.each(recordTypeIds)('is a kind for each of its documents: %s', (type) => {
    const unknown = recordTypes[type].documents.filter(
      ({ id }) => expectedKinds(id, type).length === 0,
    );
    expect(unknown).toEqual([]);
  });

  it('may be anything for a document that this version does not know', () => {
    expect(expectedKinds('9999', 'jabatan')).toEqual([]);
  });
});

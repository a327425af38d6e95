import { expect, it } from 'vitest';
import type { DocumentReading, ReadWord } from '#renderer/evidence/matching/document-reading.ts';
import { officialsOf } from '#tests/bench/evidence/near-misses/officials.ts';

function line(number: number, left: number, text: string): ReadWord[] {
  return text.split(' ').map((word, at) => ({
    text: word,
    confidence: 100,
    line: number,
    box: [left + at * 0.08, number * 0.03, left + at * 0.08 + 0.07, number * 0.03 + 0.014],
  }));
}

const quality = { level: 'baik', flaws: [], dpi: null, acuity: null } as const;

function readingOf(words: ReadWord[]): DocumentReading {
  const readings = [{ pass: 'lapisan_teks' as const, words }];
  const page = { page: 1, width: 595, height: 842, readings, quality: { ...quality, flaws: [] } };
  return { sha256: 'a'.repeat(64), engine: 'test', pageCount: 1, failure: null, pages: [page] };
}

it('takes the NIP that is not the employee’s, and the name right above it without titles', () => {
  const reading = readingOf([
    ...line(5, 0.1, 'Nama : RINA OKTAVIANI'),
    ...line(6, 0.1, 'NIP : 19850412 201001 2 012'),
    ...line(25, 0.05, 'Tembusan disampaikan kepada'),
    ...line(26, 0.55, 'Drs. AHMAD FAUZI, M.Si.'),
    ...line(27, 0.55, 'NIP 19690514 199403 1 008'),
  ]);
  const own = {
    field: 'nip',
    kind: 'nip',
    value: '198504122010012012',
    also: [],
    labels: [],
    of: 'pegawai',
  } as const;
  expect(officialsOf(reading, [{ ...own, also: [], labels: [] }])).toEqual([
    { nama: 'AHMAD FAUZI', nip: '196905141994031008' },
  ]);
});

import { expect, test } from 'vitest';
import type { EvidenceMatcher } from '#renderer/core/evidence/evidence-ports.ts';
import { keepMatches } from '#renderer/core/evidence/kept-matches.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { sampleQuery, sampleText } from '#tests/support/samples/sample-page.ts';

const queries = [
  sampleQuery({
    field: 'nomorSk',
    kind: 'nomor',
    value: '800/12/2024',
    labels: ['Nomor'],
    of: 'dokumen',
  }),
];

function readingOf(sha: string, text: string): DocumentReading {
  return { ...sampleText(text), sha256: sha.repeat(64) };
}

function makeCounted() {
  let compared = 0;
  const matcher: EvidenceMatcher = {
    queriesOf: () => [],
    match: (...given) => {
      compared += 1;
      return matchFields(...given);
    },
    warn: () => [],
  };
  return { matcher: keepMatches(matcher), compared: () => compared };
}

test('a document that is opened again is not compared again', () => {
  const { matcher, compared } = makeCounted();
  const first = matcher.match(queries, readingOf('a', 'Nomor 800/12/2024'));
  const again = matcher.match(queries, readingOf('a', 'Nomor 800/12/2024'));
  expect(first[0]?.status).toBe('ditemukan');
  expect(again).toEqual(first);
  expect(compared()).toBe(1);
});

test('another value, another document and a reading that went on are compared anew', () => {
  const { matcher } = makeCounted();
  const reading = readingOf('a', 'Nomor 800/12/2024');
  expect(matcher.match(queries, reading)[0]?.status).toBe('ditemukan');
  const other = queries.map((query) => ({ ...query, value: '911/77/2019' }));
  expect(matcher.match(other, reading)[0]?.status).not.toBe('ditemukan');
  expect(matcher.match(queries, readingOf('b', 'Surat lain'))[0]?.status).toBe('tidak_ditemukan');
  const more = readingOf('b', 'Surat lain Nomor 800/12/2024');
  expect(matcher.match(queries, more)[0]?.status).toBe('ditemukan');
});

import { expect, test } from 'vitest';
import { keepMatches } from '#renderer/core/evidence/kept-matches.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldEvidence, FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import type { Matched } from '#renderer/workers/matching/client.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
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
  const match = keepMatches(async (...given) => {
    compared += 1;
    return succeed(matchFields(given[0], given[1]));
  });
  const compare = async (sought: readonly FieldQuery[], reading: DocumentReading) => {
    const found = await match(sought, reading, new AbortController().signal);
    return found.ok ? found.value : [];
  };
  return { compare, compared: () => compared };
}

test('a document that is opened again is not compared again', async () => {
  const { compare, compared } = makeCounted();
  const first = await compare(queries, readingOf('a', 'Nomor 800/12/2024'));
  const again = await compare(queries, readingOf('a', 'Nomor 800/12/2024'));
  expect(first[0]?.status).toBe('ditemukan');
  expect(again).toEqual(first);
  expect(compared()).toBe(1);
});

test('another value, another document and a reading that went on are compared anew', async () => {
  const { compare } = makeCounted();
  const reading = readingOf('a', 'Nomor 800/12/2024');
  expect((await compare(queries, reading))[0]?.status).toBe('ditemukan');
  const other = queries.map((query) => ({ ...query, value: '911/77/2019' }));
  expect((await compare(other, reading))[0]?.status).not.toBe('ditemukan');
  const less = readingOf('b', 'Surat lain');
  expect((await compare(queries, less))[0]?.status).toBe('tidak_ditemukan');
  const more = readingOf('b', 'Surat lain Nomor 800/12/2024');
  expect((await compare(queries, more))[0]?.status).toBe('ditemukan');
});

test('a comparison that gave nothing is made again', async () => {
  const answers: Matched<readonly FieldEvidence[]>[] = [fail({ kind: 'broken' }), succeed([])];
  const match = keepMatches(async () => answers.shift() ?? fail({ kind: 'broken' }));
  const { signal } = new AbortController();
  const reading = readingOf('a', 'Nomor 800/12/2024');
  expect((await match(queries, reading, signal)).ok).toBe(false);
  expect((await match(queries, reading, signal)).ok).toBe(true);
});

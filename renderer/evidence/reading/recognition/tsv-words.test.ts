import { expect, test } from 'vitest';
import { tsvWords } from '#renderer/evidence/reading/recognition/tsv-words.ts';

test('words come with their boxes and lines; pages, blocks, lines and blanks are left out', () => {
  const table = [
    '1\t1\t0\t0\t0\t0\t0\t0\t826\t1169\t-1\t',
    '4\t1\t1\t1\t1\t0\t90\t100\t400\t20\t-1\t',
    '5\t1\t1\t1\t1\t1\t90\t100\t60\t20\t96.071533\tNomor',
    '5\t1\t1\t1\t1\t2\t160\t100\t10\t20\t12.5\t ',
    '5\t1\t1\t1\t1\t3\t180\t101\t200\t19\t88.2\t821.2/123',
    '5\t1\t1\t2\t1\t1\t90\t140\t60\t20\t91\tNIP',
    '',
  ].join('\n');
  expect(tsvWords(table)).toEqual([
    { text: 'Nomor', confidence: 96.071533, box: [90, 100, 150, 120], line: 0 },
    { text: '821.2/123', confidence: 88.2, box: [180, 101, 380, 120], line: 0 },
    { text: 'NIP', confidence: 91, box: [90, 140, 150, 160], line: 1 },
  ]);
});

import { describe, expect, test } from 'vitest';
import { PieceBudget, readRound } from '#renderer/evidence/reading/document/piece-round.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import type { DocumentReading, ReadWord } from '#renderer/evidence/matching/document-reading.ts';
import { doubtfulPlaces, type DoubtfulPlace } from '#renderer/evidence/matching/doubtful-places.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { samplePage, sampleQuery } from '#tests/support/samples/sample-page.ts';
import { succeed } from '#shared/kernel/result.ts';

const nip = sampleQuery({ kind: 'nip', value: '198503122010011901', labels: ['NIP'] });
const page = samplePage([{ lines: ['NIP : 198503122010011907'], confidence: 60 }]);

const readsNothing = async () => succeed([]);

/** Reads until nothing is doubtful any more, each round saying what it is told to, in the place's box. */
async function readInRounds(...rounds: readonly string[]): Promise<DocumentReading> {
  const budget = new PieceBudget(() => 0);
  let reading = page;
  for (let round = 0; round < 10; round += 1) {
    const places = doubtfulPlaces([nip], reading);
    const text = rounds[round] ?? '';
    const says = async ({ box }: DoubtfulPlace) => {
      const word: ReadWord = { text, confidence: 90, box: [...box], line: 0 };
      return succeed(text === '' ? [] : [word]);
    };
    const read = await readRound(places, says, budget);
    if (!read) return reading;
    const pages = reading.pages.map((each) => ({ ...each, readings: [...each.readings, read] }));
    reading = { ...reading, pages };
  }
  return reading;
}

function piecesOf(reading: DocumentReading) {
  return reading.pages[0]?.readings.filter(({ pass }) => pass === 'potongan') ?? [];
}

describe('rounds of enlarged pieces', () => {
  test('are witnesses of their own: two that agree prove what one alone does not', async () => {
    const one = await readInRounds('198503122010011901');
    const two = await readInRounds(
      '198503122010011901',
      '198503122010011901',
      '198503122010011901',
    );
    expect(piecesOf(two).length).toBeGreaterThan(1);
    expect(matchFields([nip], one)[0]?.status).toBe('mirip');
    expect(matchFields([nip], two)[0]?.status).toBe('ditemukan');
  });

  test('do not hide that one of them reads otherwise', async () => {
    const torn = await readInRounds('198503122010011901', '198503122010011907');
    expect(piecesOf(torn)).toHaveLength(3);
    expect(matchFields([nip], torn)[0]?.status).toBe('mirip');
  });

  test('end after three, also where nothing can be read', async () => {
    const nothing = await readInRounds();
    expect(piecesOf(nothing)).toMatchObject([{ words: [] }, { words: [] }, { words: [] }]);
    expect(doubtfulPlaces([nip], nothing)).toEqual([]);
  });
});

describe('a document with ever more doubtful places', () => {
  const places = Array.from({ length: 200 }, (_, at): DoubtfulPlace => ({
    page: 1,
    box: [0, at / 200, 1, (at + 1) / 200],
    times: 0,
  }));
  test('is read in so many pieces and no more', async () => {
    const budget = new PieceBudget(() => 0);
    const read = await readRound(places, readsNothing, budget);
    expect(read?.pieces).toHaveLength(readingLimits.pieces);
    expect(await readRound(places, readsNothing, budget)).toBeNull();
  });

  test('is read for so long and no longer', async () => {
    let now = 0;
    const slow = async () => {
      now += readingLimits.piecesMs / 3;
      return succeed([]);
    };
    const read = await readRound(places, slow, new PieceBudget(() => now));
    expect(read?.pieces).toHaveLength(4);
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import { documentWarnings } from '#renderer/evidence/matching/document/document-warnings.ts';
import { fingerprintOf } from '#renderer/evidence/matching/document/make-fingerprint.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { makeEvidenceMatcher } from '#renderer/workers/matching/client.ts';
import { matchingChannel } from '#renderer/workers/matching/matching-channel.ts';
import { matchingHandlers } from '#renderer/workers/matching/matching-handlers.ts';
import type { Peer } from '#shared/channel/port.ts';
import { serve, type Handlers } from '#shared/channel/server.ts';
import { makeGate } from '#tests/support/gate.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';
import { sampleQuery, sampleText } from '#tests/support/samples/sample-page.ts';
import { makeSampleReading } from '#tests/support/samples/sample-reading.ts';
import { until } from '#tests/support/until.ts';

const queries = [sampleQuery({ kind: 'nomor', value: '800/12/2024', labels: ['Nomor'] })];
const reading = sampleText('Nomor 800/12/2024');
const { signal } = new AbortController();

type Answering = Partial<Handlers<typeof matchingChannel>>;

/** The other side of one start: really answering, behind the ports of a real message channel. */
interface OtherSide {
  ended: boolean;
  /** It falls, as a worker does that has no memory left. */
  fall(): void;
}

const sides: OtherSide[] = [];

afterEach(() => {
  for (const side of sides.splice(0)) side.fall();
});

/** A matcher whose worker, at its start number 0, 1, …, answers as given in place of what it would. */
function setUp(answering: readonly Answering[] = [], limitMs?: number) {
  const asked: DocumentReading[] = [];
  const start = (): Peer => {
    const { port1, port2 } = new MessageChannel();
    const match: Handlers<typeof matchingChannel>['match'] = (input, about) => {
      asked.push(input.reading);
      const inPlace = answering[sides.length - 1]?.match;
      return (inPlace ?? matchingHandlers.match)(input, about);
    };
    serve(port2, matchingChannel, { ...matchingHandlers, match }, () => {});
    const side: OtherSide = { ended: false, fall: () => {} };
    const peer: Peer = Object.assign(port1, {
      terminate: () => {
        side.ended = true;
        port1.close();
      },
    });
    side.fall = () => port1.dispatchEvent(new Event('error'));
    sides.push(side);
    port1.start();
    port2.start();
    return peer;
  };
  return { matcher: makeEvidenceMatcher(start, limitMs), asked };
}

/** What never comes. */
const never = (): Promise<never> => new Promise(() => {});

describe('what the worker compares', () => {
  test('is what the rules say of it', async () => {
    const { matcher } = setUp();
    const found = await matcher.match(queries, reading, signal);
    expect(found).toEqual({ ok: true, value: matchFields(queries, reading) });
    const usul = makeSampleUsul('golongan');
    const foreign = makeSampleReading([['KARTU KELUARGA', 'No. 3201234567890123']]);
    const read = usul.documents.map((document) => ({ document, reading: foreign }));
    const warned = await matcher.warn(usul, read, [], signal);
    expect(warned).toEqual({ ok: true, value: documentWarnings(usul, read, []) });
    const long = makeSampleReading([
      Array.from({ length: 30 }, (_, n) => `Baris ke ${n} dari contoh`),
    ]);
    const print = await matcher.fingerprintOf(long, signal);
    expect(print).toEqual({ ok: true, value: fingerprintOf(long) });
    expect(sides).toHaveLength(1);
  });
});

describe('a worker that falls', () => {
  test('is replaced, and the next one is asked the same', async () => {
    const { matcher, asked } = setUp([{ match: never }]);
    const found = matcher.match(queries, reading, signal);
    await until(() => expect(asked).toHaveLength(1));
    sides[0]?.fall();
    expect(await found).toEqual({ ok: true, value: matchFields(queries, reading) });
    expect(sides).toHaveLength(2);
  });

  test('twice under the same request gives nothing, and stands in nobody else’s way', async () => {
    const { matcher, asked } = setUp([{ match: never }, { match: never }]);
    const found = matcher.match(queries, reading, signal);
    const next = matcher.match(queries, sampleText('Surat lain'), signal);
    for (const count of [1, 2]) {
      await until(() => expect(asked).toHaveLength(count));
      sides.at(-1)?.fall();
    }
    expect(await found).toEqual({ ok: false, error: { kind: 'broken' } });
    expect((await next).ok).toBe(true);
  });

  test('at its start is started once more', async () => {
    let starts = 0;
    const matcher = makeEvidenceMatcher(() => {
      starts += 1;
      throw new Error('no memory');
    });
    expect(await matcher.match(queries, reading, signal)).toMatchObject({ ok: false });
    expect(starts).toBe(2);
  });
});

test('a comparison that does not end is given up with its worker', async () => {
  // Long enough for a real comparison on a busy machine: only the one that never comes may meet it.
  const { matcher } = setUp([{ match: never }], 2_000);
  const found = await matcher.match(queries, reading, signal);
  expect(found).toEqual({ ok: false, error: { kind: 'timedOut' } });
  expect(sides[0]?.ended).toBe(true);
  expect((await matcher.match(queries, reading, signal)).ok).toBe(true);
});

test('a rule that fails says so, and the worker stays', async () => {
  const { matcher } = setUp([
    {
      match: ({ reading: { pages } }) => {
        if (pages.length === 0) return [];
        throw new RangeError('with data in it');
      },
    },
  ]);
  const found = await matcher.match(queries, reading, signal);
  expect(found).toEqual({ ok: false, error: { kind: 'failed', reason: 'RangeError' } });
  expect((await matcher.match(queries, { ...reading, pages: [] }, signal)).ok).toBe(true);
  expect(sides).toHaveLength(1);
});

test('what nobody waits for any more is not compared when its turn comes', async () => {
  const gate = makeGate();
  const { matcher, asked } = setUp([
    {
      match: async () => {
        await gate.opened;
        return [];
      },
    },
  ]);
  const leaving = new AbortController();
  const first = matcher.match(queries, reading, signal);
  const left = matcher.match(queries, reading, leaving.signal);
  const last = matcher.match(queries, reading, signal);
  await until(() => expect(asked).toHaveLength(1));
  leaving.abort();
  gate.open();
  expect(await left).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect([(await first).ok, (await last).ok]).toEqual([true, true]);
  expect(asked).toHaveLength(2);
});

test('at rest it gives the memory back, and is started again by the next request', async () => {
  const { matcher } = setUp();
  await matcher.match(queries, reading, signal);
  matcher.rest();
  expect(sides[0]?.ended).toBe(true);
  expect((await matcher.match(queries, reading, signal)).ok).toBe(true);
  expect(sides).toHaveLength(2);
});

import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import type { EvidenceMatcher } from '#renderer/workers/matching/client.ts';
import { fail } from '#shared/kernel/result.ts';
import { evidenceOf, isRead, openUsul, shaOf } from '#tests/support/desk/evidence-pc.ts';
import { makeFakeReader, pageWith, plainMatcher } from '#tests/support/desk/fake-evidence.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { givenEvidence } from '#tests/support/evidence/evidence-desk.ts';
import { makeGate } from '#tests/support/gate.ts';
import { until } from '#tests/support/until.ts';

const given = givenEvidence({
  count: 3,
  pages: (n) => [pageWith([`Organisasi ${n}`, 'Sekretaris'])],
  readsAhead: false,
});

let errors: MockInstance<typeof console.error>;
const broken = fail({ kind: 'broken' } as const);

beforeEach(() => {
  errors = vi.spyOn(console, 'error').mockReturnValue();
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Puts a matcher in place that answers in its own time: when the gate opens. */
function holdComparing(change: Partial<EvidenceMatcher> = {}) {
  const gate = makeGate();
  const signals: AbortSignal[] = [];
  const match: EvidenceMatcher['match'] = async (queries, reading, signal) => {
    signals.push(signal);
    await gate.opened;
    return plainMatcher.match(queries, reading, signal);
  };
  useMatcher({ match, ...change });
  return { signals, letGo: () => gate.open() };
}

function useMatcher(change: Partial<EvidenceMatcher>): void {
  given.use(given.reader, { matcher: { ...plainMatcher, ...change } });
}

describe('while a document is compared', () => {
  test('it counts as being read, and is not ordered again', async () => {
    const { signals, letGo } = holdComparing();
    const desk = await given.seated();
    await openUsul(desk, 1);
    await until(() => expect(signals).toHaveLength(1));
    expect(evidenceOf(desk)).toMatchObject({
      reading: { kind: 'membaca', donePages: 1, totalPages: 1 },
      fields: {},
    });
    letGo();
    await isRead(desk, 1);
    expect(evidenceOf(desk).fields['namaOrganisasi']?.status).toBe('ditemukan');
    expect(given.reader.orders).toHaveLength(1);
  });

  test('the person may go on: what is said of the usul that was left is not shown', async () => {
    const { signals, letGo } = holdComparing();
    const desk = await given.seated();
    await openUsul(desk, 1);
    await until(() => expect(signals).toHaveLength(1));
    await openUsul(desk, 2);
    expect(signals[0]?.aborted).toBe(true);
    // Once more where the usul is told anew meanwhile, which a busy PC does while it is compared.
    await until(() => expect(signals.slice(1).at(-1)?.aborted).toBe(false));
    letGo();
    await isRead(desk, 2);
    expect(Object.keys(evidenceOf(desk).readings)).toEqual([shaOf(2)]);
    expect(evidenceOf(desk).fields['namaOrganisasi']).toMatchObject({ sha256: shaOf(2) });
  });

  test('the desk may be locked: the matcher is left, and gives its memory back', async () => {
    let rested = 0;
    const { signals, letGo } = holdComparing({
      rest: () => {
        rested += 1;
      },
    });
    const desk = await given.seated();
    await openUsul(desk, 1);
    await until(() => expect(signals).toHaveLength(1));
    const before = rested;
    await desk.session.getState().lock();
    expect(signals[0]?.aborted).toBe(true);
    expect(rested).toBe(before + 1);
    letGo();
    expect(evidenceOf(desk)).toMatchObject({ usulId: null, fields: {}, readings: {} });
  });
});

describe('a comparison that gives nothing', () => {
  test('is noted, and says only that a person must look', async () => {
    useMatcher({ match: async () => broken });
    const desk = await given.seated();
    await openUsul(desk, 1);
    await isRead(desk, 1);
    expect(evidenceOf(desk).fields).toMatchObject({
      namaOrganisasi: { status: 'tidak_ditemukan', sha256: null },
      jabatanOrganisasi: { status: 'tidak_ditemukan', sha256: null },
    });
    expect(errors).toHaveBeenCalled();
    expect(given.reader.orders).toHaveLength(1);
  });

  test('is made again when the usul is opened again', async () => {
    let fails = true;
    useMatcher({
      match: (...about) => (fails ? Promise.resolve(broken) : plainMatcher.match(...about)),
    });
    const desk = await given.seated();
    await openUsul(desk, 1);
    await isRead(desk, 1);
    fails = false;
    await openUsul(desk, 2);
    await isRead(desk, 2);
    await openUsul(desk, 1);
    await isRead(desk, 1);
    expect(evidenceOf(desk).fields['namaOrganisasi']?.status).toBe('ditemukan');
    expect(given.reader.orders.map(({ sha256 }) => sha256)).toEqual([shaOf(1), shaOf(2)]);
  });

  test('for warnings leaves what the fields say', async () => {
    useMatcher({ warn: async () => broken });
    const desk = await given.seated();
    await openUsul(desk, 1);
    await isRead(desk, 1);
    await until(() => expect(errors).toHaveBeenCalled());
    expect(evidenceOf(desk)).toMatchObject({
      usulId: sampleUsul(1).id,
      fields: { namaOrganisasi: { status: 'ditemukan' } },
      warnings: [],
    });
  });
});

test('a reading whose fingerprint could not be made is shown, not kept, and made another time', async () => {
  useMatcher({ fingerprintOf: async () => broken });
  const desk = await given.seated();
  await openUsul(desk, 1);
  await isRead(desk, 1);
  expect(evidenceOf(desk).fields['namaOrganisasi']?.status).toBe('ditemukan');
  expect(errors).toHaveBeenCalled();
  given.at.pc.close();
  const next = makeFakeReader();
  given.use(next);
  const again = await given.seated();
  await openUsul(again, 1);
  await isRead(again, 1);
  expect(next.orders.map(({ sha256 }) => sha256)).toEqual([shaOf(1)]);
});

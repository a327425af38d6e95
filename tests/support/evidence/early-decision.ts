import { afterEach, beforeEach, expect, vi } from 'vitest';
import { openUsul, shaOf } from '#tests/support/desk/evidence-pc.ts';
import { makeFakeReader, pageWith, plainMatcher } from '#tests/support/desk/fake-evidence.ts';
import { givenEvidence, type GivenEvidence } from '#tests/support/evidence/evidence-desk.ts';
import { until } from '#tests/support/until.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { FieldEvidence } from '#renderer/evidence/matching/field-evidence.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { Acknowledgement } from '#shared/records/open-warning.ts';

/** The sample lacks a field that its record needs: the one warning that every decision here answers. */
export const required = { kind: 'aturan', subject: 'ISIAN_WAJIB', about: 'tanggalMulai' };

/** What a decision says of the document of the usul `n` that had not been read. */
export const mark = (n: number) => ({ kind: 'dokumen', subject: 'belum_dibaca', about: shaOf(n) });

/** A desk at which decisions are made before their documents are read. */
export interface EarlyDesk {
  readonly given: GivenEvidence;
  /** Documents (SHA-256) that are another person's. */
  readonly foreign: Set<string>;
  /** Documents (SHA-256) that say another name. */
  readonly other: Set<string>;
  /** Decides the usul `n` while its document is still being read; the reader holds it. */
  readonly decideEarly: (desk: RunningDesk, n: number) => Promise<string>;
}

/** Sets such a desk up before each test of the file that calls it. */
export function givenEarlyDesk(): EarlyDesk {
  const foreign = new Set<string>();
  const other = new Set<string>();
  const given = givenEvidence({
    count: 4,
    pages: (n) => [pageWith([`Organisasi ${n}`, 'Anggota'])],
    readsAhead: false,
  });
  beforeEach(() => {
    vi.spyOn(console, 'error').mockReturnValue();
    foreign.clear();
    other.clear();
    given.use(makeFakeReader(), { matcher: matcherOf(foreign, other) });
  });
  afterEach(() => vi.restoreAllMocks());
  return {
    given,
    foreign,
    other,
    decideEarly: async (desk, n) => {
      given.reader.held = true;
      await openUsul(desk, n);
      await until(() => expect(given.reader.orders.at(-1)?.sha256).toBe(shaOf(n)));
      return decideNow(desk, n);
    },
  };
}

function matcherOf(foreign: ReadonlySet<string>, other: ReadonlySet<string>): typeof plainMatcher {
  return {
    ...plainMatcher,
    match: async (queries, reading, signal) => {
      const found = await plainMatcher.match(queries, reading, signal);
      if (!found.ok || !other.has(reading.sha256)) return found;
      return succeed(found.value.map((one) => differs(one)));
    },
    warn: async (_usul, read) =>
      succeed(
        read
          .map(({ document }) => document.sha256)
          .filter((sha256) => foreign.has(sha256))
          .map((sha256) => ({
            sha256,
            kind: 'orang_lain' as const,
            page: null,
            flaws: [],
            detail: 'Budi',
            reason: 'ORANG_LAIN' as const,
          })),
      ),
  };
}

function differs(found: FieldEvidence): FieldEvidence {
  if (found.status !== 'ditemukan') return found;
  const place = { ...found.place, printed: 'Lain' };
  return { field: found.field, status: 'berbeda', swappedWith: null, place, others: [] };
}

/** The usul on the desk. */
export function opened(desk: RunningDesk): OpenCase {
  const { current } = desk.currentCase.getState();
  if (current.kind !== 'terbuka') throw new Error(`not open: ${current.kind}`);
  return current;
}

/** Passes the usul `n`, which is open, on; its id. */
export async function decideNow(desk: RunningDesk, n: number): Promise<string> {
  const actions = desk.currentCase.getState();
  actions.documentOpened(shaOf(n), 1);
  actions.pageShown(shaOf(n), 1);
  actions.judgeRestAsMatching();
  actions.writeNote(`Catatan ${n}.`);
  actions.acknowledge();
  expect(await actions.decide()).toMatchObject({ ok: true });
  return opened(desk).decidedHere!.decision.id;
}

/** Locks every window of the PC, and opens this one. */
export async function lockedAgain(desk: RunningDesk): Promise<void> {
  const { session } = desk;
  await session.getState().lock();
  await until(() => expect(session.getState().session.kind).toBe('terkunci'));
  expect(await session.getState().unlock('benar')).toEqual({ ok: true });
}

/** What a decision that waits states. */
export function statementsOf(
  desk: RunningDesk,
  id: string,
): readonly Acknowledgement[] | undefined {
  return desk.outbox.getState().entries.find(({ decision }) => decision.id === id)?.decision
    .acknowledged;
}

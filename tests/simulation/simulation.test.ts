import { describe, expect, test } from 'vitest';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import type { Journal } from '#shared/bridge/journal-port.ts';
import { succeed } from '#shared/kernel/result.ts';
import { runHistory } from '#tests/simulation/history/run-history.ts';
import { describeFailure, shrinkHistory } from '#tests/simulation/history/shrink.ts';
import type { Flaws } from '#tests/simulation/history/world.ts';
import { judge } from '#tests/simulation/oracle.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { decisionIn } from '#shared/workflow/commands.ts';
import { sampleDecision } from '#tests/support/journal/sample-decision.ts';
import { loseDecision, loseDrafts } from '#tests/simulation/world/disk.ts';

/** So many have every kind of fault in them many times; `npm run test:long` runs 10,000. */
const histories = 60;

test(`promise 1, promise 2, promise 3: in ${histories} random histories nothing is lost, nothing counts twice, and client and server agree`, async () => {
  const sum = { saved: 0, taken: 0, returned: 0, powerCuts: 0, restores: 0 };
  for (let seed = 1; seed <= histories; seed += 1) {
    const { violations, decisions, counts } = await runHistory({ seed });
    if (violations.length > 0) throw new Error(describeFailure(await shrinkHistory({ seed })));
    sum.saved += decisions.saved;
    sum.taken += decisions.taken;
    sum.returned += decisions.returned;
    sum.powerCuts += counts.faults.listrik_padam ?? 0;
    sum.restores += counts.faults.cadangan_dipulihkan ?? 0;
  }
  // That something happened at all.
  for (const count of Object.values(sum)) expect(count).toBeGreaterThan(0.3 * histories);
}, 240_000);

test('promise 5: a database that loses a decision at every start loses none for good', async () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const { violations } = await runHistory({ seed, flaws: { damage: loseDecision } });
    expect(violations).toEqual([]);
  }
}, 60_000);

test('the same seed gives the same history', { timeout: 60_000 }, async () => {
  expect(await runHistory({ seed: 7 })).toEqual(await runHistory({ seed: 7 }));
});

describe('the oracle notices', { timeout: 120_000 }, () => {
  test('a server that forgets which decisions it has', async () => {
    expect(await findViolation({ forgetsIds: true }, 'returned though taken in')).toBeGreaterThan(
      0,
    );
  });

  test('a server that lets a decision override what came before it', async () => {
    const flaws = { ignoresVersions: true };
    expect(await findViolation(flaws, 'taken in on one version')).toBeGreaterThan(0);
  });

  test('a server that goes back to a backup and does not notice', async () => {
    expect(await findViolation({ goesBackUnnoticed: true }, 'shown as sent')).toBeGreaterThan(0);
  });

  test('a server that does not tell of every change', async () => {
    const flaws = { hidesOthers: true };
    expect(await findViolation(flaws, 'in the list, not on the server')).toBeGreaterThan(0);
  });

  test('a PC that loses a decision that waits, and has no journal to find it in', async () => {
    const flaws = { damage: loseDecision, journal: forgetful };
    expect(await findViolation(flaws, ': lost: ')).toBeGreaterThan(0);
  });

  test('a journal that forgets', async () => {
    expect(await findViolation({ journal: forgetful }, ': lost: ')).toBeGreaterThan(0);
  });

  test('a journal that does not hear what was taken back', async () => {
    const violation = 'taken in though taken back';
    const flaws = { journal: deafToShortOnes };
    // It matters in one history of fifty: the search begins near one.
    expect(await findViolation(flaws, violation, { from: 50 })).toBeGreaterThan(0);
  });

  test('a server that has a decision twice', () => {
    const decision = decisionIn(sampleDecision(1, sampleUsul(1)).command)!;
    const lines = judge({ taken: [decision, decision], inScope: [] }, []).map(({ line }) => line);
    expect(lines).toContain(`taken in twice: ${decision.id}`);
  });

  test('a PC that loses what was typed', async () => {
    expect(await findViolation({ damage: loseDrafts }, 'typed and gone')).toBeGreaterThan(0);
  });

  test('a client that delivers under another id each time', async () => {
    expect(await findViolation({ api: underOtherIds }, 'taken in, never saved')).toBeGreaterThan(0);
  });

  test('a client that takes every answer for a receipt', async () => {
    expect(await findViolation({ api: pretendsReceipts }, 'shown as sent')).toBeGreaterThan(0);
  });
});

/** The first seed, from one on, whose history ends with this violation; 0 when none of many does. */
async function findViolation(flaws: Flaws, violation: string, { from = 1 } = {}): Promise<number> {
  for (let seed = from; seed < from + 300; seed += 1) {
    const { violations } = await runHistory({ seed, flaws });
    if (violations.some(({ line }) => line.includes(violation))) return seed;
  }
  return 0;
}

/** Keeps the first record, the copy of the key, and then only says that it keeps. */
function forgetful(journal: Journal): Journal {
  return {
    ...journal,
    append: async (accountId, records) => {
      const kept = await journal.read(accountId);
      const isEmpty = kept.ok && kept.value.byteLength === 0;
      return isEmpty ? journal.append(accountId, records) : succeed(null);
    },
  };
}

/** Keeps decisions and copies of the key; what is as short as a word on a decision is gone. */
function deafToShortOnes(journal: Journal): Journal {
  return {
    ...journal,
    append: async (accountId, records) =>
      records.byteLength > 300 || records.byteLength < 100
        ? journal.append(accountId, records)
        : succeed(null),
  };
}

function underOtherIds(api: ServerApi): ServerApi {
  let made = 0;
  const renamed = (id: string): string => `${id.slice(0, -2)}${((made += 1) % 90) + 10}`;
  return {
    ...api,
    deliver: (token, decisions) =>
      api.deliver(
        token,
        decisions.map((one) => ({ ...one, id: renamed(one.id) })),
      ),
  };
}

function pretendsReceipts(api: ServerApi): ServerApi {
  return {
    ...api,
    deliver: async (token, decisions) => {
      await api.deliver(token, decisions);
      const receivedAt = new Date(0).toISOString();
      return succeed(
        decisions.map(({ id }) => ({ kind: 'diterima', id, receivedAt, chainSeq: 1, hash: 'h' })),
      );
    },
  };
}

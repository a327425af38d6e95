import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sealCommand } from '#renderer/data/outbox/outbox-rows.ts';
import { readDraft, saveDraft } from '#renderer/data/drafts/drafts.ts';
import { readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import { pruneLeftovers } from '#renderer/data/account/prune-leftovers.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { OutboxEntry } from '#renderer/data/schema/rows.ts';
import { emptyDraft } from '#renderer/core/case/draft.ts';
import { CommandJournal } from '#renderer/data/journal/command-journal.ts';
import { fakeAccountId } from '#tests/support/desk/fake-server.ts';
import { makeJournalDisk } from '#tests/support/journal/memory-journal.ts';
import { takeTurns } from '#tests/support/journal/power.ts';
import { makeOutboxStore } from '#renderer/core/outbox/outbox-store.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-22T00:00:00Z');
let database: AccountDatabase;

beforeEach(() => {
  database = makeTestDatabase();
});

afterEach(() => {
  database.close();
  vi.restoreAllMocks();
});

/** Id of a decision made so many days ago (UUIDv7). */
function idMade(daysAgo: number): string {
  const hex = (now - daysAgo * day).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000001`;
}

async function putDecision(daysAgo: number, state: OutboxEntry['state']): Promise<void> {
  const id = idMade(daysAgo);
  const decision = {
    id,
    usulId: sampleUsul(1).id,
    revision: 1,
    version: 1,
    outcome: 'koordinasi' as const,
    reasons: [],
    note: 'Tanya.',
    verdicts: [],
    evidence: [],
    deviceId: sampleUsul(2).id,
    appVersion: '0.1.0',
    decidedAt: new Date(now - daysAgo * day).toISOString(),
  };
  const about = { employeeName: 'Pegawai Contoh', nip: '99', recordType: 'skp', usulKind: 'ubah' };
  await database.outbox.put({
    ...(await sealCommand(database, { command: commandOfDecision(decision), ...about })),
    touched: daysAgo,
    state: state.kind,
    progress: state,
    heldUntil: 0,
    shas: [],
  });
}

function delivered(daysAgo: number): OutboxEntry['state'] {
  const receivedAt = new Date(now - daysAgo * day).toISOString();
  return { kind: 'terkirim', receivedAt, chainSeq: 1 };
}

describe('sitting down forgets', () => {
  test('decisions that the server has had for a quarter, and no other', async () => {
    await putDecision(120, delivered(119));
    await putDecision(110, delivered(20));
    await putDecision(100, { kind: 'menunggu' });
    await putDecision(30, delivered(30));
    await pruneLeftovers(database, now);
    const kept = [idMade(110), idMade(100), idMade(30)];
    expect(await database.outbox.toCollection().primaryKeys()).toEqual(kept);
  });

  test('old decisions also behind the many whose usul are still here', async () => {
    const here = Array.from({ length: 2000 }, (_, n) => ({
      id: `01${String(n).padStart(6, '0')}`,
    }));
    await database.outbox.bulkPut(here);
    await putDecision(120, delivered(119));
    await pruneLeftovers(database, now);
    expect(await database.outbox.count()).toBe(2001);
    await pruneLeftovers(database, now);
    expect(await database.outbox.toCollection().primaryKeys()).not.toContain(idMade(120));
    // The third begins anew.
    expect(await readMeta(database, 'prunedUpTo')).toBe('');
  });

  test('pages seen of an usul that is gone, and never what was typed about it', async () => {
    const sha256 = 'a'.repeat(64);
    const evidence = { [sha256]: { sha256, pageCount: 2, pagesSeen: [1] } };
    await saveDraft(database, { ...emptyDraft(sampleUsul(1)), evidence });
    await saveDraft(database, { ...emptyDraft(sampleUsul(2)), evidence, note: 'penting' });
    await pruneLeftovers(database, now);
    expect(await readDraft(database, sampleUsul(1).id)).toBeDefined();
    // Only once the whole inbox is here can it be said that an usul is gone.
    await writeMeta(database, 'inboxComplete', true);
    await pruneLeftovers(database, now);
    expect(await readDraft(database, sampleUsul(1).id)).toBeUndefined();
    expect(await readDraft(database, sampleUsul(2).id)).toMatchObject({ note: 'penting' });
  });
});

test('a decision that cannot be read is said to be there, not passed over', async () => {
  await putDecision(1, { kind: 'menunggu' });
  await database.outbox.put({ id: 'rusak', touched: 5, usulId: 'x', state: 'menunggu' });
  const onError = vi.fn<(cause: unknown) => void>();
  const outbox = makeOutboxStore({
    holdMs: 0,
    onHoldCut: () => {},
    now: () => new Date(now),
    onTakenBack: () => Promise.resolve(),
    onError,
  });
  const { journal } = makeJournalDisk();
  const place = { journal, accountId: fakeAccountId, exclusively: takeTurns() };
  const stop = outbox.follow(database, new CommandJournal(place, database.vault));
  await until(() => expect(outbox.store.getState()).toMatchObject({ unreadable: 1, waiting: 1 }));
  expect(onError).not.toHaveBeenCalled();
  stop();
  expect(outbox.store.getState().unreadable).toBe(0);
});

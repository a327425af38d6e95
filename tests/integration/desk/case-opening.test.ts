import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { expect, test } from 'vitest';
import { CaseDesk } from '#renderer/core/case/case-store.ts';
import { unknownDocuments } from '#renderer/core/case/open-warnings.ts';
import { applyChanges } from '#renderer/data/feed/feed.ts';
import { CommandJournal } from '#renderer/data/journal/command-journal.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Usul } from '#shared/records/usul.ts';
import { fakeAccountId } from '#tests/support/desk/fake-server.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { makeJournalDisk } from '#tests/support/journal/memory-journal.ts';
import { takeTurns } from '#tests/support/journal/power.ts';
import { until } from '#tests/support/until.ts';

const now = new Date('2026-11-22T03:00:00.000Z');
const faults: unknown[] = [];

/** The server's word on an usul arrives. */
async function hear(database: AccountDatabase, usul: Usul, after?: string): Promise<void> {
  const cursor = `v${usul.version}`;
  const page = { changes: [{ kind: 'usul' as const, seq: usul.version, usul }], cursor };
  const rest = { remaining: 0, serverTime: now.toISOString() };
  expect(
    await applyChanges(database, { ...page, ...rest }, after, localDateOf(now)),
  ).not.toBeNull();
}

function sitDown(database: AccountDatabase): CaseDesk {
  const desk = new CaseDesk({
    now: () => now,
    serverNow: () => now,
    newId: () => '',
    deviceId: () => Promise.resolve(''),
    appVersion: () => Promise.resolve(''),
    queue: () => [],
    bulkIdOf: () => null,
    suggests: () => true,
    mayMarkFound: () => false,
    documentsOf: () => unknownDocuments,
    onDecided: () => undefined,
    onTaken: () => undefined,
    onError: (cause) => faults.push(cause),
    holdMs: 0,
    autosaveMs: 5,
  });
  const place = {
    journal: makeJournalDisk().journal,
    accountId: fakeAccountId,
    exclusively: takeTurns(),
  };
  const account = {
    id: fakeAccountId,
    username: 'verifikator',
    displayName: 'Verifikator Contoh',
    role: 'verifikator' as const,
    scope: { kind: 'opd' as const, id: 'O1' },
    scopeName: 'Dinas Contoh',
  };
  desk.seat({ account, database, journal: new CommandJournal(place, database.vault) });
  return desk;
}

async function letPass(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

test.each(Array.from({ length: 24 }, (_, turns) => turns))(
  'what changes while an usul is being opened is shown, however far the opening is (%i turns)',
  async (turns) => {
    const database = makeTestDatabase();
    await hear(database, sampleUsul(1));
    const desk = sitDown(database);
    const opened = desk.store.getState().open(sampleUsul(1).id);
    await letPass(turns);
    await hear(database, sampleUsul(1, { version: 2, unorNama: 'Bidang Baru' }), 'v1');
    await opened;
    await until(() =>
      expect(desk.store.getState().current).toMatchObject({ usul: { version: 2 } }),
    );
    expect(faults).toEqual([]);
    desk.seat(null);
  },
  5_000,
);

import { beforeEach, describe, expect, test } from 'vitest';
import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { makeGate, type Gate } from '#tests/support/gate.ts';
import { testVault } from '#tests/support/desk/test-vault.ts';
import { makeJournalDisk } from '#tests/support/journal/memory-journal.ts';
import { takeTurns } from '#tests/support/journal/power.ts';
import { until } from '#tests/support/until.ts';
import { CommandJournal } from '#renderer/data/journal/command-journal.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { makeAccountKey } from '#renderer/data/sealing/vault.ts';
import { SeatLife, type SeatedParts, type SeatPorts } from '#renderer/core/seat/seat-life.ts';
import type { Account } from '#shared/workflow/authority/account.ts';

const account: Account = {
  id: '01900000-0000-7000-9000-000000000001',
  username: 'verifikator',
  displayName: 'Sri Wahyuni',
  role: 'verifikator',
  scope: { kind: 'opd', id: 'opd-1' },
  scopeName: 'Dinas Pendidikan',
};
const key = await makeAccountKey();

/** What happened at the desk, in the order in which it did. */
let happened: string[];
let failures: unknown[];
/** What was typed is on the disk when this opens. */
let typed: Gate;
let database: AccountDatabase;
let seats: SeatLife;

beforeEach(() => {
  happened = [];
  failures = [];
  typed = makeGate();
  typed.open();
  database = makeTestDatabase();
  seats = new SeatLife(makeParts(), makePorts());
});

const note = (what: string) => void happened.push(what);

function followed(name: string): () => () => void {
  return () => {
    note(`${name} follows`);
    return () => note(`${name} rests`);
  };
}

const isGiven = (given: unknown): string => (given === null ? 'is taken' : 'is given');

function makeParts(): SeatedParts {
  return {
    reference: { follow: followed('reference') },
    inbox: { follow: followed('inbox') },
    outbox: { follow: followed('outbox') },
    conflict: { follow: followed('conflict') },
    takenOver: { follow: followed('takeovers') },
    bulk: { follow: followed('bulk') },
    threads: { seat: () => Promise.resolve() },
    currentCase: {
      seat: (seat) => note(`case ${isGiven(seat)}`),
      flush: async () => {
        note('case writes');
        await typed.opened;
        note('case is written');
      },
      forgetUnsaved: () => note('case forgets'),
    },
    preferences: {
      seat: (given) => {
        note(`preferences ${isGiven(given)}`);
        return Promise.resolve();
      },
    },
    evidence: { seat: (given) => note(`evidence ${isGiven(given)}`) },
    sync: { reset: () => note('sync forgets') },
  };
}

function makePorts(): SeatPorts {
  const exchange = {
    start: (accountId: string) => note(`exchange starts ${accountId}`),
    lock: () => note('exchange locks'),
    stop: () => note('exchange stops'),
  };
  const place = { journal: makeJournalDisk().journal, exclusively: takeTurns() };
  return {
    client: { tell: (message) => message(exchange) },
    openJournal: (accountId) => {
      note('journal opens');
      return {
        journal: new CommandJournal({ ...place, accountId }, testVault),
        stop: () => {
          note('journal rests');
          return Promise.resolve();
        },
      };
    },
    now: () => new Date(),
    onError: (cause) => failures.push(cause),
  };
}

function sitDown(): void {
  seats.take(account, database, key);
}

describe('sitting down', () => {
  test('begins with the exchange and the journal, before anything is shown or can be decided', () => {
    sitDown();
    expect(happened).toEqual([
      `exchange starts ${account.id}`,
      'journal opens',
      'reference follows',
      'inbox follows',
      'outbox follows',
      'conflict follows',
      'takeovers follows',
      'bulk follows',
      'case is given',
      'preferences is given',
      'evidence is given',
    ]);
    expect(seats.database).toBe(database);
  });

  test('forgets what nobody needs any more; a failure of that is noted and keeps nobody from the desk', async () => {
    await database.delete();
    database.close();
    sitDown();
    expect(happened).toContain('case is given');
    await until(() => expect(failures).toHaveLength(1));
  });

  test('says nothing of that failure when the desk was locked under it', async () => {
    sitDown();
    database.close();
    await seats.lock();
    // A turn of the event loop: the failure would have been noted by now.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(failures).toEqual([]);
  });
});

describe('locking', () => {
  test('takes the desk away before what was typed is written: nothing can be typed in between', async () => {
    sitDown();
    happened = [];
    await seats.lock();
    expect(happened).toEqual([
      'evidence is taken',
      'case is taken',
      'reference rests',
      'inbox rests',
      'outbox rests',
      'conflict rests',
      'takeovers rests',
      'bulk rests',
      'case writes',
      'preferences is taken',
      'journal rests',
      'case is written',
      'exchange locks',
    ]);
  });

  test('keeps the database and the key of the exchange until everything is on the disk', async () => {
    typed = makeGate();
    sitDown();
    const locked = seats.lock();
    expect(seats.database).toBe(database);
    expect(happened).not.toContain('exchange locks');
    typed.open();
    await locked;
    expect(seats.database).toBeNull();
    expect(happened).toContain('exchange locks');
  });

  test('and leaving meanwhile puts each part to rest once', async () => {
    typed = makeGate();
    sitDown();
    const both = [seats.lock(), seats.leave()];
    typed.open();
    await Promise.all(both);
    for (const once of ['inbox rests', 'outbox rests', 'conflict rests', 'journal rests']) {
      expect(happened.filter((what) => what === once)).toHaveLength(1);
    }
  });
});

describe('leaving', () => {
  test('ends the exchange first, and forgets what could not be written last', async () => {
    sitDown();
    happened = [];
    await seats.leave();
    expect(happened[0]).toBe('exchange stops');
    expect(happened.slice(-3)).toEqual(['case is written', 'case forgets', 'sync forgets']);
    expect(seats.database).toBeNull();
  });

  test('works at a desk where nobody sat down since it was locked', async () => {
    sitDown();
    await seats.lock();
    happened = [];
    await seats.leave();
    expect(happened).not.toContain('inbox rests');
    expect(happened.slice(-2)).toEqual(['case forgets', 'sync forgets']);
  });

  test('the next person sits down at a desk of their own', async () => {
    sitDown();
    await seats.leave();
    const theirs = makeTestDatabase();
    seats.take({ ...account, username: 'lain' }, theirs, key);
    expect(seats.database).toBe(theirs);
    expect(happened.filter((what) => what === 'journal opens')).toHaveLength(2);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { CommandJournal } from '#renderer/data/journal/command-journal.ts';
import type { JournalCommand } from '#renderer/data/journal/entries.ts';
import { keepEnvelope, readEnvelopes } from '#renderer/data/journal/kept-envelope.ts';
import { storeInBoth } from '#renderer/data/journal/keep-both.ts';
import { makeAccountKey, makeVault, type Vault } from '#renderer/data/sealing/vault.ts';
import type { Journal } from '#shared/bridge/journal-port.ts';
import { encodeRecord } from '#shared/journal/framing.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { testVault } from '#tests/support/desk/test-vault.ts';
import { makeJournalDisk, type JournalDisk } from '#tests/support/journal/memory-journal.ts';
import { takeTurns } from '#tests/support/journal/power.ts';
import { sampleDecision } from '#tests/support/journal/sample-decision.ts';

const accountId = '01900000-0000-7000-9000-000000000001';
const noUsul = { check: async () => succeed(undefined), save: async () => succeed(undefined) };

let disk: JournalDisk;

beforeEach(() => {
  disk = makeJournalDisk();
});

function place() {
  return { journal: disk.journal, accountId, exclusively: takeTurns() };
}

function openJournal(vault: Vault = testVault): CommandJournal {
  return new CommandJournal(place(), vault);
}

function decide(journal: CommandJournal, content: JournalCommand) {
  return storeInBoth(journal, content, noUsul);
}

async function readAll(journal: CommandJournal) {
  const read = await journal.inTurn((turn) => turn.read());
  if (!read.ok) throw new Error(read.error.kind);
  const { open, unreadable } = read.value;
  return { ids: open.map(({ command }) => command.id), unreadable, read: read.value };
}

const [first, second] = [sampleDecision(1, sampleUsul(1)), sampleDecision(2, sampleUsul(2))];

const receiptOf = (n: number) => ({
  receivedAt: new Date(n * 1000).toISOString(),
  chainSeq: n + 1,
  receipt: `r${n}`,
});

describe('the journal of decisions', () => {
  test('gives back what was decided, and says nothing of it to who has no key', async () => {
    await decide(openJournal(), first);
    const { read } = await readAll(openJournal());
    expect(read.open).toEqual([first]);
    const text = new TextDecoder().decode(disk.files.get(accountId));
    expect(text).not.toContain(first.nip);
    expect(text).not.toContain(first.employeeName);
    expect(text).not.toContain(first.command.note);
  });

  test('counts what another key sealed and keeps it, also when it is compacted', async () => {
    const stranger = makeVault(await makeAccountKey());
    await decide(openJournal(stranger), first);
    const journal = openJournal();
    // Enough that is settled to be worth it.
    const many = Array.from({ length: 500 }, (_, n) => sampleDecision(100 + n, sampleUsul(3)));
    await journal.inTurn((turn) =>
      turn.add(many.map((content) => ({ kind: 'putusan', ...content }))),
    );
    await decide(journal, second);
    await journal.noteSettled(many.map(({ command }) => ({ kind: 'selesai', id: command.id })));
    const before = disk.files.get(accountId)!.byteLength;
    const compacted = await journal.inTurn(async (turn) => {
      const read = await turn.read();
      return read.ok ? turn.compact(read.value) : read;
    });
    expect(compacted).toEqual(succeed(null));
    expect(disk.files.get(accountId)!.byteLength).toBeLessThan(before / 10);
    const mine = await readAll(journal);
    expect([mine.ids, mine.unreadable]).toEqual([[second.command.id], 1]);
    expect((await readAll(openJournal(stranger))).ids).toEqual([first.command.id]);
  });

  test('keeps what was delivered when it is compacted, the newest, and opens it only when asked', async () => {
    const journal = openJournal();
    const many = Array.from({ length: 500 }, (_, n) => sampleDecision(100 + n, sampleUsul(3)));
    await journal.inTurn((turn) =>
      turn.add(many.map((content) => ({ kind: 'putusan', ...content }))),
    );
    await journal.noteSettled(
      many.map(({ command }, n) => ({ kind: 'selesai', id: command.id, ...receiptOf(n) })),
    );
    const compact = () =>
      journal.inTurn(async (turn) => {
        const read = await turn.read();
        return read.ok ? turn.compact(read.value) : read;
      });
    expect(await compact()).toEqual(succeed(null));
    const afterFirst = disk.files.get(accountId)!.byteLength;
    expect(await compact()).toEqual(succeed(null));
    expect(disk.files.get(accountId)!.byteLength).toBe(afterFirst);
    // One of them was refused when it went again, and let go: nobody delivers it a third time.
    await journal.noteSettled([{ kind: 'selesai', id: many[7]!.command.id }]);

    const { read, ids } = await readAll(journal);
    expect([ids, read.unreadable, read.delivered.size]).toEqual([[], 0, 0]);
    const opened = await journal.inTurn((turn) => turn.openDelivered(read));
    const kept = many.map((content, n) => ({ ...content, ...receiptOf(n) }));
    expect(opened).toEqual(kept.filter((_, n) => n !== 7));
    const stranger = openJournal(makeVault(await makeAccountKey()));
    expect(await stranger.inTurn((turn) => turn.openDelivered(read))).toEqual([]);
  });

  test('is not rewritten while that would win little', async () => {
    const journal = openJournal();
    await decide(journal, first);
    await journal.noteSettled([{ kind: 'selesai', id: first.command.id }]);
    const before = disk.files.get(accountId);
    await journal.inTurn(async (turn) => turn.compact((await readAll(openJournal())).read));
    expect(disk.files.get(accountId)).toBe(before);
  });
});

describe('a decision on a disk that is full', () => {
  test('is refused before the outbox has it', async () => {
    disk.state = 'penuh';
    let saved = false;
    const save = async () => {
      saved = true;
      return succeed(undefined);
    };
    const answer = await storeInBoth(openJournal(), first, { ...noUsul, save });
    expect(answer).toEqual(fail({ by: 'jurnal', fault: { kind: 'penuh' } }));
    expect(saved).toBe(false);
  });

  test('that reached the disk after all does not come back beside the one decided in its place', async () => {
    const journal = openJournal();
    // As a disk that fails while it flushes: written, and refused.
    let flushes = false;
    const lying: Journal = {
      ...disk.journal,
      append: async (...args) => {
        const answer = await disk.journal.append(...args);
        return flushes ? answer : fail({ kind: 'gagal' });
      },
    };
    const failing = new CommandJournal({ ...place(), journal: lying }, testVault);
    expect(await decide(failing, first)).toMatchObject({ ok: false });
    expect((await readAll(journal)).ids).toEqual([first.command.id]);
    flushes = true;
    await decide(failing, second);
    expect((await readAll(journal)).ids).toEqual([second.command.id]);
  });

  test('is withdrawn again when the outbox refuses it', async () => {
    const journal = openJournal();
    const answer = await storeInBoth<'usul_berubah'>(journal, first, {
      ...noUsul,
      save: async () => fail('usul_berubah'),
    });
    expect(answer).toEqual(fail({ by: 'antrean', error: 'usul_berubah' }));
    expect((await readAll(journal)).ids).toEqual([]);
  });

  test('is withdrawn again when the outbox fails', async () => {
    const journal = openJournal();
    const failing = { ...noUsul, save: () => Promise.reject(new Error('disk')) };
    await expect(storeInBoth(journal, first, failing)).rejects.toThrow('disk');
    expect((await readAll(journal)).ids).toEqual([]);
  });
});

describe('the envelope of the key', () => {
  test('is read without a key, the newest first, and written only when it changed', async () => {
    expect(await readEnvelopes(place())).toEqual(succeed([]));
    await keepEnvelope(place(), '{"kunci":1}');
    await decide(openJournal(), first);
    await keepEnvelope(place(), '{"kunci":2}');
    const before = disk.files.get(accountId);
    await keepEnvelope(place(), '{"kunci":2}');
    expect(disk.files.get(accountId)).toBe(before);
    expect(await readEnvelopes(place())).toEqual(succeed(['{"kunci":2}', '{"kunci":1}']));
    expect((await readAll(openJournal())).ids).toEqual([first.command.id]);
  });

  test('is found behind a damaged one', async () => {
    await keepEnvelope(place(), '{"kunci":1}');
    const damaged = encodeRecord({ kind: 1, payload: new TextEncoder().encode('{"kunci":2}') });
    damaged[20]! ^= 1;
    await disk.journal.append(accountId, damaged);
    expect(await readEnvelopes(place())).toEqual(succeed(['{"kunci":1}']));
  });
});

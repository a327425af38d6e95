import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { describe, expect, test } from 'vitest';
import {
  evictUnreferenced,
  listDocuments,
  readDocumentRow,
  readDocumentBytes,
  storeDocument,
} from '#renderer/data/documents/documents.ts';
import { saveDraft, readDraft } from '#renderer/data/drafts/drafts.ts';
import { applyChanges, requestRebuild } from '#renderer/data/feed/feed.ts';
import { readMeta } from '#renderer/data/rows/meta.ts';
import { readUsul } from '#renderer/data/usul/usul-rows.ts';
import { followUsul, type TableChange } from '#renderer/data/live/follow-table.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { UsulRow } from '#renderer/data/schema/stored-rows.ts';
import { emptyDraft } from '#renderer/core/case/draft.ts';
import type { Change, ChangesPage } from '#shared/contract/changes.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

function page(changes: readonly Change[], cursor: string, remaining = 0): ChangesPage {
  return { changes: [...changes], cursor, remaining, serverTime: '2026-11-22T00:00:00.000Z' };
}
const told = (usul: Usul, seq = 1): Change => ({ kind: 'usul', seq, usul });
const gone = (usul: Usul, seq = 1): Change => ({
  kind: 'keluar',
  seq,
  usulId: usul.id,
  position: null,
});
const start = undefined;
const today = localDateOf(new Date('2026-11-22T03:00:00.000Z'));

async function idsOf(database: AccountDatabase): Promise<string[]> {
  return database.usul.toCollection().primaryKeys();
}

describe('the change feed on this PC', () => {
  test('brings usul and their documents, the most urgent deadline first', async () => {
    const database = makeTestDatabase();
    const late = sampleUsul(1);
    const urgent = sampleUsul(2, { deadline: addDays(late.deadline, -5) });
    await applyChanges(database, page([told(late), told(urgent, 2)], 'a'), start, today);
    expect((await readUsul(database, late.id))?.employee.nama).toBe(late.employee.nama);
    const documents = await listDocuments(database, 'perlu', 10);
    expect(documents.map(({ sha256 }) => sha256)).toEqual([
      urgent.documents[0]?.sha256,
      late.documents[0]?.sha256,
    ]);
    expect(await readMeta(database, 'cursor')).toBe('a');
    expect(await readMeta(database, 'inboxComplete')).toBe(true);
  });

  test('takes an usul away that left, and its document once nobody needs it', async () => {
    const database = makeTestDatabase();
    const one = sampleUsul(1);
    const twin = sampleUsul(2, { documents: one.documents });
    const { sha256 } = one.documents[0]!;
    await applyChanges(database, page([told(one), told(twin, 2)], 'a'), start, today);
    await storeDocument(database, sha256, sampleDocument('usul 1').bytes);
    await evictUnreferenced(
      database,
      (await applyChanges(database, page([gone(one, 3)], 'b'), 'a', today)) ?? [],
    );
    expect(await readDocumentBytes(database, sha256)).toBeDefined();
    await evictUnreferenced(
      database,
      (await applyChanges(database, page([gone(twin, 4)], 'c'), 'b', today)) ?? [],
    );
    expect(await idsOf(database)).toEqual([]);
    expect(await readDocumentRow(database, sha256)).toBeUndefined();
    expect(await readDocumentBytes(database, sha256)).toBeUndefined();
  });

  test('a rebuild over several pages ends with exactly what was told, and keeps drafts', async () => {
    const database = makeTestDatabase();
    const [a, b, c] = [sampleUsul(1), sampleUsul(2), sampleUsul(3)];
    await applyChanges(database, page([told(a), told(b, 2), told(c, 3)], 'x'), start, today);
    await saveDraft(database, { ...emptyDraft(b), note: 'diketik' });
    await requestRebuild(database, new Date());
    expect(await readMeta(database, 'cursor')).toBeUndefined();
    await applyChanges(database, page([told(a, 1)], 'y', 1), start, today);
    expect(await idsOf(database)).toHaveLength(3);
    await applyChanges(database, page([told(c, 2)], 'z'), 'y', today);
    expect(await idsOf(database)).toEqual([a.id, c.id]);
    expect((await readDraft(database, b.id))?.note).toBe('diketik');
  });

  test('a page that was asked for before a rebuild was requested does not undo the request', async () => {
    const database = makeTestDatabase();
    await applyChanges(database, page([told(sampleUsul(1))], 'a'), start, today);
    await requestRebuild(database, new Date());
    expect(
      await applyChanges(database, page([told(sampleUsul(2), 2)], 'b'), 'a', today),
    ).toBeNull();
    expect(await readMeta(database, 'cursor')).toBeUndefined();
    expect(await idsOf(database)).toEqual([sampleUsul(1).id]);
  });

  test('an unreadable row is set aside, asked for again, and the rest goes on', async () => {
    const database = makeTestDatabase();
    const [good, broken] = [sampleUsul(1), sampleUsul(2)];
    await applyChanges(database, page([told(good), told(broken, 2)], 'a'), start, today);
    await database.usul.put({ id: broken.id, touched: 1, listing: 'rusak' });
    const seen: TableChange<UsulRow>[] = [];
    const stop = followUsul(database, {
      onChange: (change) => seen.push(change),
      onError: (cause) => {
        throw cause;
      },
    });
    await until(async () => expect(await database.setAside.count()).toBe(1));
    expect(seen[0]?.rows.map(({ id }) => id)).toEqual([good.id]);
    expect(await readMeta(database, 'cursor')).toBeUndefined();
    expect(await database.audit.toArray()).toMatchObject([{ event: 'baris_tak_terbaca' }]);
    stop();
  });
});

describe('a follower', () => {
  test('is told of changed rows only, and of rows that went', async () => {
    const database = makeTestDatabase();
    const [a, b] = [sampleUsul(1), sampleUsul(2)];
    await applyChanges(database, page([told(a), told(b, 2)], 'a'), start, today);
    const seen: TableChange<UsulRow>[] = [];
    const stop = followUsul(database, {
      onChange: (change) => seen.push(change),
      onError: (cause) => {
        throw cause;
      },
    });
    await until(() => expect(seen).toHaveLength(1));
    expect(seen[0]?.rows).toHaveLength(2);
    const changed = { ...b, version: 2 };
    await applyChanges(database, page([told(changed, 3)], 'b'), 'a', today);
    await until(() => expect(seen).toHaveLength(2));
    expect(seen[1]?.rows.map(({ id, version }) => [id, version])).toEqual([[b.id, 2]]);
    await applyChanges(database, page([gone(a, 4)], 'c'), 'b', today);
    await until(() => expect(seen).toHaveLength(3));
    expect(seen[2]).toEqual({ rows: [], removed: [a.id] });
    stop();
  });
});

import { expect, test } from 'vitest';
import { notePageNews, underPolicyNow } from '#renderer/data/feed/page-news.ts';
import { readMeta } from '#renderer/data/rows/meta.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { makeTestDatabase } from '#tests/support/desk/test-database.ts';

const page = { changes: [], cursor: 'a', remaining: 0, serverTime: '2026-11-22T00:00:00.000Z' };

test('what a page says beside its usul is newer than what came with them, and an older server takes none of it back', async () => {
  const database = makeTestDatabase();
  const usul = sampleUsul(1);
  const before = { ...usul, correctionForbidden: true as const };
  expect(await underPolicyNow(database, before)).toBe(before);
  await notePageNews(database, { ...page, correctionForbidden: [], ticketNews: 2 });
  expect(await underPolicyNow(database, before)).toEqual(usul);
  await notePageNews(database, { ...page, correctionForbidden: ['organisasi'] });
  expect(await underPolicyNow(database, usul)).toEqual(before);
  await notePageNews(database, page);
  expect(await underPolicyNow(database, usul)).toEqual(before);
  expect(await readMeta(database, 'ticketNews')).toBe(2);
  await notePageNews(database, { ...page, ticketNews: 0 });
  expect(await readMeta(database, 'ticketNews')).toBe(0);
  database.close();
});

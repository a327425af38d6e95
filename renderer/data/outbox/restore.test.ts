import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { expect, test } from 'vitest';
import { restoreCommand } from '#renderer/data/outbox/restore.ts';
import { readDraft, saveDraft } from '#renderer/data/drafts/drafts.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { sampleDecision, sampleDraft } from '#tests/support/journal/sample-decision.ts';

const usul = sampleUsul(1);
const content = sampleDecision(1, usul);
const at = new Date('2026-11-22T00:00:00.000Z');

test('a decision that comes back takes the draft along that it was made of', async () => {
  const database = makeTestDatabase();
  await saveDraft(database, sampleDraft(content));
  await restoreCommand(database, content, at);
  expect(await readDraft(database, usul.id)).toBeUndefined();
});

test('a decision that comes back leaves what was typed since about a later version of its usul', async () => {
  const database = makeTestDatabase();
  const later = { ...sampleDraft(content), version: 2, note: 'Tentang versi berikutnya.' };
  await saveDraft(database, later);
  await restoreCommand(database, content, at);
  expect(await readDraft(database, usul.id)).toMatchObject({ note: later.note });
});

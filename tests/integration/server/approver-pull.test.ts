import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesPageSchema, type ChangesPage } from '#shared/contract/changes.ts';
import { addAccount, addDocument, addOrganisation } from '#tests/support/builders.ts';
import { fillInstansi } from '#tests/support/busy-instansi.ts';
import {
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

const waiting = 30;
let quiet: TestServer;
let busy: TestServer;

beforeAll(async () => {
  [quiet, busy] = await Promise.all([fill(100), fill(2000)]);
}, 240_000);
afterAll(async () => {
  await Promise.all([quiet.stop(), busy.stop()]);
});

async function fill(others: number): Promise<TestServer> {
  const server = await startTestServer();
  await addOrganisation(server.db);
  await addAccount(server.db, 'approver', 'approver', { kind: 'instansi', id: 'kab-a' });
  await addAccount(server.db, 'verifikator', 'verifikator', { kind: 'opd', id: 'dinas-a' });
  const document = await addDocument(server.db, server.documents, 'dokumen yang sama');
  await fillInstansi(server.db, { waiting, others, document });
  return server;
}

/** The first pull of a new PC: its pages, and the bytes of what they say. */
async function firstPull(client: TestClient, limit = 20) {
  const pages: ChangesPage[] = [];
  let bytes = 0;
  for (;;) {
    const cursor = pages.at(-1)?.cursor;
    const answer = await client.fetch(
      `/api/v1/changes?limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`,
    );
    const page = changesPageSchema.parse(await answer.json());
    bytes += JSON.stringify(page.changes).length;
    pages.push(page);
    if (page.remaining === 0) return { pages, changes: pages.flatMap((one) => one.changes), bytes };
  }
}

describe("an approver's first pull", () => {
  test('brings what waits for him or her and nothing else, however much else there is', async () => {
    const one = await firstPull(await signIn(quiet, 'approver'));
    const other = await firstPull(await signIn(busy, 'approver'));
    for (const { changes, pages } of [one, other]) {
      expect(changes).toHaveLength(waiting);
      expect(pages.map(({ remaining }) => remaining)).toEqual([10, 0]);
      for (const change of changes) {
        expect(change).toMatchObject({
          kind: 'usul',
          usul: { position: { kind: 'menunggu', stage: 'persetujuan' } },
        });
      }
    }
    expect(other.bytes).toBe(one.bytes);
  });

  test('reads no entry of the others: they are not in the feed of that queue', async () => {
    const entries = await busy.db
      .selectFrom('feed_entry')
      .select('present')
      .where('queue_key', '=', 'instansi:kab-a/approver')
      .execute();
    expect(entries.filter(({ present }) => present)).toHaveLength(waiting);
    // Only what passed through it: approved, or sent back to the verifikator (two of each hundred).
    expect(entries.filter(({ present }) => !present)).toHaveLength(40);
  });

  test('says how much is to come, also where that is more than is counted', async () => {
    const { pages } = await firstPull(await signIn(busy, 'verifikator'), 500);
    // Of each hundred others one was refused and one approved.
    const all = waiting + 2000 - 40;
    expect(pages.map(({ remaining }) => remaining)).toEqual([all - 500, all - 1000, all - 1500, 0]);
  });

  test("a verifikator's brings all that is not settled, as before", async () => {
    const { changes } = await firstPull(await signIn(quiet, 'verifikator'));
    // Of the hundred others one was refused and one approved.
    expect(changes).toHaveLength(waiting + 100 - 2);
  });
});

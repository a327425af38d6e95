import {
  comeBack,
  decide,
  hasState,
  hasUsul,
  openDesk,
  type RealPc,
  setUpPc,
  startOffice,
  stopOffice,
} from '#tests/support/desk/real-pc.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { accountDatabaseName } from '#renderer/data/schema/open-database.ts';
import { readRawStore } from '#renderer/data/schema/raw-store.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addUsul } from '#tests/support/builders.ts';
import { changeJson, jsonAnswer } from '#tests/support/desk/unruly-proxy.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let mine: RealPc;

beforeEach(async () => {
  server = await startOffice();
  mine = await setUpPc(server, 'satu');
});

afterEach(async () => {
  await stopOffice(server, [mine]);
});

const pageSchema = z.looseObject({
  changes: z.array(
    z.looseObject({
      usul: z.looseObject({
        id: z.string(),
        position: z.looseObject({}),
        employee: z.looseObject({}),
        documents: z.array(z.looseObject({})),
        history: z.array(z.looseObject({})),
        existingRecords: z.array(z.looseObject({})),
      }),
    }),
  ),
});
type ToldUsul = z.infer<typeof pageSchema>['changes'][number]['usul'];

/** From now on every usul that the server tells of is changed on its way. */
function changeUsul(change: (usul: ToldUsul) => object): void {
  mine.network.change = ({ path }, answer) => {
    if (!path.startsWith('/api/v1/changes') || answer.status !== 200) return answer;
    return changeJson(answer, (body) => {
      const page = pageSchema.safeParse(body);
      if (!page.success) return body;
      const changes = page.data.changes.map((one) => ({ ...one, usul: change(one.usul) }));
      return { ...page.data, changes };
    });
  };
}

async function opened(desk: RunningDesk, usul: Usul): Promise<unknown> {
  await desk.currentCase.getState().open(usul.id);
  const { current } = desk.currentCase.getState();
  return current.kind === 'terbuka' ? current.usul : null;
}

const more = { dariServerBaru: { isi: [1, 2] } };

describe('a newer server', () => {
  test('adds fields that are kept, and decisions still go', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    changeUsul((one) => ({
      ...one,
      ...more,
      position: { ...one.position, ...more },
      employee: { ...one.employee, ...more },
      documents: one.documents.map((document) => ({ ...document, ...more })),
      history: one.history.map((event) => ({ ...event, ...more })),
      existingRecords: [{ id: 'R1', values: {}, ...more }],
    }));
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    expect(await opened(desk, usul)).toMatchObject({
      ...more,
      position: { kind: 'menunggu', ...more },
      employee: more,
      documents: [more],
      history: usul.history.map(() => more),
      existingRecords: [more],
    });
    const id = await decide(desk, usul);
    await hasState(desk, id, 'terkirim');
  });

  test('refuses with a kind that this application does not know: its reason is shown, and it is final', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const desk = await openDesk(mine);
    await hasUsul(desk, 1);
    const error = {
      kind: 'sedang_diaudit',
      message: 'Usul ini sedang diaudit.',
      action: 'Tunggu.',
    };
    mine.network.instead = ({ path }) =>
      path.startsWith('/api/v1/commands') ? jsonAnswer(423, { error }) : null;
    const id = await decide(desk, usul);
    await hasState(desk, id, 'ditolak');
    expect(desk.outbox.getState().entries[0]?.state).toMatchObject({
      error: { message: 'Usul ini sedang diaudit.', action: 'Tunggu.' },
    });
  });
});

const unreadable = (desk: RunningDesk) => desk.sync.getState().notices.unreadable;

describe('a record that cannot be read', () => {
  let poisoned: Usul;

  beforeEach(async () => {
    await addUsul(server.db, server.documents, 'dinas-a');
    poisoned = await addUsul(server.db, server.documents, 'dinas-a');
    await addUsul(server.db, server.documents, 'dinas-a');
    changeUsul((one) => (one.id === poisoned.id ? { ...one, recordType: 'jenis_baru' } : one));
  });

  test('is set aside and counted, and the rest goes on', async () => {
    const desk = await openDesk(mine);
    await hasUsul(desk, 2);
    await until(() => expect(unreadable(desk)).toBe(1));
    const later = await addUsul(server.db, server.documents, 'dinas-a');
    desk.sync.getState().syncNow();
    await hasUsul(desk, 3);
    expect(unreadable(desk)).toBe(1);
    const id = await decide(desk, later);
    await hasState(desk, id, 'terkirim');
  });

  test('leaves on this PC which one it is and where it cannot be read, and nothing of what it says', async () => {
    const desk = await openDesk(mine);
    await hasUsul(desk, 2);
    await until(() => expect(unreadable(desk)).toBe(1));
    const name = accountDatabaseName(mine.accountId);
    const rows = await readRawStore(name, 'meta', mine.pc.indexedDb);
    expect(rows).toContainEqual({
      key: `karantina:${poisoned.id}`,
      value: { seq: expect.any(Number), places: ['usul.recordType'] },
    });
  });

  test('is asked for again when another version of the application starts', async () => {
    const first = await openDesk(mine);
    await hasUsul(first, 2);
    await until(() => expect(unreadable(first)).toBe(1));
    mine.pc.close();
    mine.network.change = null;
    const same = await comeBack(mine);
    await until(() => expect(same.sync.getState().connection.kind).toBe('tersambung'));
    expect(unreadable(same)).toBe(1);
    mine.pc.close();
    mine.pc.appVersion = '0.2.0';
    const updated = await comeBack(mine);
    await hasUsul(updated, 3);
    await until(() => expect(unreadable(updated)).toBe(0));
  });

  test('takes nothing away that is here already, also not in a rebuild', async () => {
    mine.network.change = null;
    const before = await openDesk(mine);
    await hasUsul(before, 3);
    mine.pc.close();
    changeUsul((one) => (one.id === poisoned.id ? { ...one, recordType: 'jenis_baru' } : one));
    await server.db
      .updateTable('feed_counter')
      .set({ epoch: 'f'.repeat(32) })
      .execute();
    const desk = await comeBack(mine);
    await until(() => expect(unreadable(desk)).toBe(1));
    await hasUsul(desk, 3);
  });

  test('whose page is none is a fault of the network as before', async () => {
    const desk = await openDesk(mine);
    await hasUsul(desk, 2);
    mine.network.change = ({ path }, answer) =>
      path.startsWith('/api/v1/changes') ? changeJson(answer, () => ({ changes: [] })) : answer;
    desk.sync.getState().syncNow();
    await until(() =>
      expect(desk.sync.getState().connection).toMatchObject({ error: { kind: 'bukan_jawaban' } }),
    );
  });
});

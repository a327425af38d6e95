import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openAccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { fakeAccountId, makeFakeServer, type FakeServer } from '#tests/support/desk/fake-server.ts';
import { decide, hasState, hasUsul } from '#tests/support/desk/real-pc.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

const usul = sampleUsul(1);
let server: FakeServer;
let pc: TestPc;
let desk: RunningDesk;
let refusedId: string;

beforeEach(async () => {
  server = makeFakeServer([usul], new Map());
  server.refuse = ({ id }) => ({
    kind: 'ditolak',
    id,
    error: { kind: 'usul_berubah', message: 'Usul berubah.', action: 'Periksa lagi.' },
    current: null,
  });
  pc = makeTestPc(() => server.api);
  desk = pc.openDesk();
  await desk.session.getState().signIn('verifikator', 'benar');
  await hasUsul(desk, 1);
  refusedId = await decide(desk, usul);
  await hasState(desk, refusedId, 'ditolak');
  server.refuse = null;
});

afterEach(() => pc.close());

describe('a refused decision whose usul is gone', () => {
  test('is let go: it stays with its reason and no longer counts', async () => {
    server.remove(usul.id);
    desk.sync.getState().syncNow();
    await until(() => expect(desk.inbox.getState().rows).toEqual([]));
    expect(desk.outbox.getState().refused).toBe(1);
    const redone = await desk.outbox.getState().reopen(refusedId);
    expect(redone).toMatchObject({
      ok: false,
      error: { action: expect.stringContaining('Lepaskan') },
    });
    expect(await desk.outbox.getState().letGo(refusedId)).toEqual({ ok: true });
    await until(() => expect(desk.outbox.getState().refused).toBe(0));
    const [entry] = desk.outbox.getState().entries;
    expect(entry?.state).toMatchObject({
      kind: 'ditolak',
      error: { message: 'Usul berubah.' },
      handled: { kind: 'dilepas', at: expect.any(String) },
    });
    const database = openAccountDatabase(fakeAccountId, pc.vault, pc.indexedDb);
    const lines = await database.audit.toArray();
    expect(lines).toContainEqual(
      expect.objectContaining({ event: 'keputusan_dilepas', subject: refusedId }),
    );
    database.close();
  });

  test('is let go once only', async () => {
    await desk.outbox.getState().letGo(refusedId);
    expect(await desk.outbox.getState().letGo(refusedId)).toMatchObject({
      ok: false,
      error: { kind: 'tidak_perlu_dilepas' },
    });
    expect(await desk.outbox.getState().reopen(refusedId)).toMatchObject({
      ok: false,
      error: { kind: 'sudah_dilepas' },
    });
  });
});

test('an usul whose refused decision was let go can be decided anew', async () => {
  await desk.outbox.getState().letGo(refusedId);
  await until(() => expect(desk.inbox.getState().counts.ditolak_server).toBe(0));
  await decide(desk, usul);
  await until(() => expect(desk.outbox.getState().entries[0]?.state.kind).toBe('terkirim'));
  expect(desk.outbox.getState().entries[1]?.state).toMatchObject({ handled: { kind: 'dilepas' } });
});

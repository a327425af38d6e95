import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { makeFakeServer, type FakeServer } from '#tests/support/desk/fake-server.ts';
import { decide, hasState, hasUsul } from '#tests/support/desk/real-pc.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

const usul = sampleUsul(1);
const corrected = sampleUsul(1, {
  revision: 2,
  version: 3,
  values: { ...usul.values, jabatanOrganisasi: 'Ketua' },
});
let server: FakeServer;
let pc: TestPc;
let desk: RunningDesk;

beforeEach(async () => {
  server = makeFakeServer([usul], new Map());
  pc = makeTestPc(() => server.api);
  desk = pc.openDesk();
  await desk.session.getState().signIn('verifikator', 'benar');
  await hasUsul(desk, 1);
});

afterEach(() => pc.close());

async function refuse(): Promise<string> {
  const { position, revision, version } = corrected;
  server.refuse = ({ id }) => ({
    kind: 'ditolak',
    id,
    error: { kind: 'usul_berubah', message: 'Usul berubah.', action: 'Periksa lagi.' },
    current: { position, revision, version },
  });
  const id = await decide(desk, usul);
  await hasState(desk, id, 'ditolak');
  server.refuse = null;
  return id;
}

describe('a decision that came back', () => {
  test('tells the values that were judged, also after the usul became another one', async () => {
    await refuse();
    server.change(corrected);
    desk.sync.getState().syncNow();
    desk.conflict.getState().look(usul.id);
    await until(() =>
      expect(desk.conflict.getState().now).toMatchObject({
        kind: 'ada',
        usul: { revision: 2, values: { jabatanOrganisasi: 'Ketua' } },
        closedBecause: null,
      }),
    );
    expect(desk.outbox.getState().entries[0]?.judged).toEqual(usul.values);
  });

  test('comes back to the desk as a draft whose outcome and matching fields are asked for again', async () => {
    const id = await refuse();
    server.change(corrected);
    desk.sync.getState().syncNow();
    await until(() => expect(desk.inbox.getState().rows[0]?.revision).toBe(2));
    expect(await desk.outbox.getState().reopen(id)).toMatchObject({ ok: true });
    await desk.currentCase.getState().open(usul.id);
    expect(desk.currentCase.getState().current).toMatchObject({
      kind: 'terbuka',
      draft: { outcome: null, verdicts: {} },
    });
  });

  test('says when its usul is finished, and when it is gone', async () => {
    await refuse();
    desk.conflict.getState().look(usul.id);
    server.change({ ...usul, version: 2, position: { kind: 'selesai', result: 'ditarik' } });
    desk.sync.getState().syncNow();
    await until(() =>
      expect(desk.conflict.getState().now).toMatchObject({
        kind: 'ada',
        closedBecause: 'Usul ini sudah selesai.',
      }),
    );
    server.remove(usul.id);
    desk.sync.getState().syncNow();
    await until(() => expect(desk.conflict.getState().now).toEqual({ kind: 'tidak_ada' }));
  });

  test('shows nothing of its usul once the desk is locked', async () => {
    await refuse();
    desk.conflict.getState().look(usul.id);
    await until(() => expect(desk.conflict.getState().now.kind).toBe('ada'));
    await desk.session.getState().lock();
    expect(desk.conflict.getState().now).toEqual({ kind: 'memuat' });
  });
});

import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { listsUsul, setUpFakePc, signInAt } from '#tests/support/desk/fake-pc.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { fakeAccountId, type FakeServer } from '#tests/support/desk/fake-server.ts';
import { decide, hasState } from '#tests/support/desk/real-pc.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

let server: FakeServer;
let pc: TestPc;

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
  ({ pc, server } = setUpFakePc(3));
});

afterEach(() => {
  pc.close();
  vi.restoreAllMocks();
});

// Held for long: nothing is sent unless a test wants it.
async function seated(holdMs = 600_000): Promise<RunningDesk> {
  const desk = pc.openDesk({ holdMs });
  await signInAt(desk);
  await listsUsul(desk, 3);
  return desk;
}

/** The same disk on a PC whose browser has reset its database to empty. */
function eraseDatabase(): void {
  const { files } = pc.disk;
  pc.close();
  pc = makeTestPc(() => server.api);
  for (const [accountId, bytes] of files) pc.disk.files.set(accountId, bytes);
}

describe('an erased database', () => {
  test('gets its unsent decisions back, and they are sent once', async () => {
    const first = await seated();
    const id = await decide(first, sampleUsul(1));
    eraseDatabase();
    const desk = await seated(0);
    await until(() =>
      expect(desk.outbox.getState().told).toBe(
        '1 keputusan dipulihkan dari jurnal dan akan dikirim. Lihat Antrean Kirim.',
      ),
    );
    const restored = desk.outbox.getState().entries.find(({ decision }) => decision.id === id);
    expect(restored).toMatchObject({ employeeName: 'Pegawai Contoh 1' });

    await hasState(desk, id, 'terkirim');
    expect(server.received.filter((one) => one.id === id)).toHaveLength(1);
  });

  test('does not get back what was taken back, nor what was delivered', async () => {
    const first = await seated();
    const taken = await decide(first, sampleUsul(1));
    expect(await first.outbox.getState().reopen(taken)).toMatchObject({ ok: true });
    eraseDatabase();
    const desk = await seated();
    await until(() => expect(desk.outbox.getState().ready).toBe(true));
    expect(await decide(desk, sampleUsul(2))).toBeDefined();
    expect(desk.outbox.getState().told).toBeNull();
    expect(desk.outbox.getState().entries).toHaveLength(1);
  });
});

describe('promise 1: a disk on which the journal has no room', () => {
  test.each([
    ['penuh', 'penyimpanan_penuh'],
    ['gagal', 'penyimpanan_gagal'],
  ] as const)('refuses a decision loudly (%s); what was typed stays', async (state, kind) => {
    const desk = await seated();
    const actions = desk.currentCase.getState();
    await actions.open(sampleUsul(1).id);
    actions.judgeField('jabatanOrganisasi', 'tidak_sesuai', 'Ketua');
    actions.chooseOutcome('perbaikan');
    actions.writeNote('Jabatan berbeda.');
    pc.disk.state = state;
    expect(await actions.decide()).toMatchObject({ ok: false, error: { kind } });
    expect(desk.outbox.getState().entries).toEqual([]);
    expect(desk.currentCase.getState().current).toMatchObject({
      kind: 'terbuka',
      draft: { note: 'Jabatan berbeda.' },
    });
    pc.disk.state = 'baik';
    expect(await actions.decide()).toMatchObject({ ok: true });
    await until(() => expect(desk.outbox.getState().entries).toHaveLength(1));
  });

  test('keeps a decision where it is when it cannot be taken back', async () => {
    const desk = await seated();
    const id = await decide(desk, sampleUsul(1));
    pc.disk.state = 'penuh';
    expect(await desk.outbox.getState().reopen(id)).toMatchObject({
      error: { kind: 'penyimpanan_gagal' },
    });
    await hasState(desk, id, 'menunggu');
  });
});

test('a journal that cannot be read is told, and the desk works on', async () => {
  pc.disk.state = 'gagal';
  const desk = await seated();
  await until(() => expect(desk.outbox.getState().told).toContain('tidak dapat dibaca'));
  expect(desk.inbox.getState().rows).toHaveLength(3);
  expect(pc.disk.files.has(fakeAccountId)).toBe(false);
});

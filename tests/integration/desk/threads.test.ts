import {
  comeBack,
  hasState,
  openDesk,
  type RealPc,
  setNetwork,
  setUpPc,
  startOffice,
  stopOffice,
} from '#tests/support/desk/real-pc.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { takeDecision } from '#server/commands/take-decision.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addUsul, makeRefusal } from '#tests/support/builders.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let pcs: Readonly<Record<'verifikator' | 'approver' | 'rekan', RealPc>>;

beforeAll(async () => {
  server = await startOffice();
  const instansi = { kind: 'instansi', id: 'kab-a' } as const;
  pcs = {
    verifikator: await setUpPc(server, 'verifikator'),
    approver: await setUpPc(server, 'approver', 'approver', instansi),
    rekan: await setUpPc(server, 'rekan', 'approver', instansi),
  };
});
afterEach(() => {
  for (const pc of Object.values(pcs)) {
    pc.pc.close();
    setNetwork(pc, true);
  }
});
afterAll(() => stopOffice(server, Object.values(pcs)));

const seated = new Set<RealPc>();

/** Opens a window, with the password. */
async function sitDown(pc: RealPc): Promise<RunningDesk> {
  if (seated.has(pc)) return comeBack(pc);
  seated.add(pc);
  return openDesk(pc);
}

/** The verifikator asked about an usul, on another PC. */
async function asked(): Promise<Usul> {
  const usul = await addUsul(server.db, server.documents, 'dinas-a');
  const account = {
    id: pcs.verifikator.accountId,
    username: 'verifikator',
    displayName: 'Petugas verifikator',
    role: 'verifikator',
    scope: { kind: 'opd', id: 'dinas-a' },
    scopeName: 'Dinas Contoh A',
  } as const;
  const note = 'Apakah SK ini asli?';
  const payload = makeRefusal(usul, { outcome: 'koordinasi', reasons: [], note });
  const taken = await takeDecision(server.db, { account, payload, receivedAt: new Date() });
  expect(taken.ok).toBe(true);
  return usul;
}

async function opened(desk: RunningDesk, usulId: string): Promise<void> {
  await until(() => expect(desk.inbox.getState().rows.map(({ id }) => id)).toContain(usulId));
  await desk.currentCase.getState().open(usulId);
}

/** The answer that was written is with the server. */
async function answered(desk: RunningDesk): Promise<void> {
  expect(await desk.currentCase.getState().decide()).toMatchObject({ ok: true });
  const [entry] = desk.outbox.getState().entries;
  await hasState(desk, entry?.decision.id ?? '', 'terkirim');
}

const shown = (desk: RunningDesk) => desk.threads.getState().shown[0];
const texts = (desk: RunningDesk) =>
  shown(desk)?.messages.map(({ text, mine, sending }) => [text, mine, sending]);

describe('a conversation about a question', () => {
  test('is written without network on both sides, survives a restart, and arrives once', async () => {
    const usul = await asked();
    const desk = await sitDown(pcs.approver);
    await opened(desk, usul.id);
    await until(() => expect(texts(desk)).toEqual([['Apakah SK ini asli?', false, null]]));
    setNetwork(pcs.approver, false);
    expect(await desk.threads.getState().send('  ')).toMatchObject({ ok: false });
    expect(await desk.threads.getState().send('SK yang mana?')).toMatchObject({ ok: true });
    await until(() => expect(texts(desk)?.at(-1)).toEqual(['SK yang mana?', true, 'menunggu']));
    expect(desk.threads.getState().waiting).toBe(1);
    // What is written is no decision, and takes none back.
    expect(desk.outbox.getState()).toMatchObject({ waiting: 0, last: null });
    pcs.approver.pc.close();
    setNetwork(pcs.approver, true);
    const later = await sitDown(pcs.approver);
    await opened(later, usul.id);
    await until(() => expect(texts(later)?.at(-1)).toEqual(['SK yang mana?', true, null]));
    expect(shown(later)).toMatchObject({ held: true, mayWrite: true });

    const first = await sitDown(pcs.verifikator);
    await until(() =>
      expect(first.inbox.getState().newMessages).toEqual({ count: 1, usulId: usul.id }),
    );
    await opened(first, usul.id);
    await until(() => expect(first.inbox.getState().newMessages).toBeNull());
    expect(shown(first)).toMatchObject({ part: 'asks', open: true, mayWrite: true });
    first.threads.getState().write('SK tahun');
    first.threads.getState().write('SK tahun 2020, halaman 2.');
    const { text = '' } = shown(first) ?? {};
    expect(await first.threads.getState().send(text)).toMatchObject({ ok: true });
    expect(shown(first)?.text).toBe('');
    await until(() =>
      expect(texts(later)?.at(-1)).toEqual(['SK tahun 2020, halaman 2.', false, null]),
    );
    later.currentCase.getState().writeNote('Ya, asli.');
    await answered(later);
    const rows = await server.db
      .selectFrom('thread_message')
      .innerJoin('thread', 'thread.id', 'thread_message.thread_id')
      .select(['thread_message.kind', 'thread.state'])
      .where('usul_id', '=', usul.id)
      .orderBy('seq')
      .execute();
    expect(rows.map(({ kind }) => kind)).toEqual(['tanya', 'pesan', 'pesan', 'jawab']);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['dijawab']));
  });

  test('is kept sealed while it is typed; held by another it can only be read; too late it comes back with its reason', async () => {
    const usul = await asked();
    const first = await sitDown(pcs.verifikator);
    await opened(first, usul.id);
    first.threads.getState().write('Setengah kalimat');
    pcs.verifikator.pc.close();
    const again = await sitDown(pcs.verifikator);
    await opened(again, usul.id);
    await until(() => expect(shown(again)?.text).toBe('Setengah kalimat'));

    const desk = await sitDown(pcs.approver);
    await opened(desk, usul.id);
    await until(() => expect(shown(desk)?.mayWrite).toBe(true));
    const other = await sitDown(pcs.rekan);
    await opened(other, usul.id);
    expect(await desk.threads.getState().hold(true)).toMatchObject({ ok: true });
    await until(() => expect(shown(other)?.heldBy).toBe('Petugas approver'));
    expect(shown(other)?.mayWrite).toBe(false);
    expect(await other.threads.getState().send('Saya?')).toMatchObject({ ok: false });
    await until(() =>
      expect(other.currentCase.getState().current).toMatchObject({
        readOnlyBecause: 'Pertanyaan ini sedang ditangani Petugas approver.',
      }),
    );
    expect(await desk.threads.getState().hold(false)).toMatchObject({ ok: true });
    await until(() => expect(shown(other)).toMatchObject({ heldBy: null, mayWrite: true }));

    setNetwork(pcs.rekan, false);
    expect(await other.threads.getState().send('Coba tanya BKN.')).toMatchObject({ ok: true });
    desk.currentCase.getState().writeNote('Asli.');
    await answered(desk);
    setNetwork(pcs.rekan, true);
    await until(() =>
      expect(other.outbox.getState().refusedOthers).toMatchObject([{ typed: 'Coba tanya BKN.' }]),
    );
    const [refused] = other.outbox.getState().refusedOthers;
    expect(refused?.sentence).toContain('sudah ditutup');
    await other.outbox.getState().letGo(refused?.id ?? '');
    await until(() => expect(other.outbox.getState().refusedOthers).toEqual([]));
  });
});

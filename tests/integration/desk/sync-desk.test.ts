import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TestPc } from '#tests/support/desk/fake-desk.ts';
import { setUpFakePc, signInAt } from '#tests/support/desk/fake-pc.ts';
import type { FakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import { until } from '#tests/support/until.ts';

let pc: TestPc;
let server: FakeServer;

function serve(count: number): void {
  ({ pc, server } = setUpFakePc(count));
}

async function judgeAll(desk: RunningDesk): Promise<void> {
  const { current } = desk.currentCase.getState();
  if (current.kind !== 'terbuka') throw new Error(`not open: ${current.kind}`);
  for (const { sha256 } of current.usul.documents) {
    desk.currentCase.getState().documentOpened(sha256, 1);
    desk.currentCase.getState().pageShown(sha256, 1);
  }
  desk.currentCase.getState().judgeRestAsMatching();
  desk.currentCase.getState().chooseOutcome('teruskan');
  desk.currentCase.getState().acknowledge();
}

afterEach(() => pc.close());

describe('a desk', () => {
  test('shows the inbox with its documents after sign-in', async () => {
    serve(30);
    const desk = pc.openDesk();
    await signInAt(desk);
    await until(() => {
      const { queue } = desk.inbox.getState();
      expect(queue).toHaveLength(30);
      expect(queue.every((row) => row.documentsReady)).toBe(true);
    });
    await until(() => {
      const { connection, inboxComplete, progress } = desk.sync.getState();
      expect({ connection, inboxComplete, done: progress.doneDocuments }).toEqual({
        connection: { kind: 'tersambung' },
        inboxComplete: true,
        done: 30,
      });
    });
    const loaded = await desk.loadDocument(sampleDocument('usul 1').sha256);
    expect(loaded.ok).toBe(true);
  });

  test('with nothing to do says so after the first pull', async () => {
    serve(0);
    const desk = pc.openDesk();
    await signInAt(desk);
    await until(() => expect(desk.sync.getState().inboxComplete).toBe(true));
    expect(desk.inbox.getState().rows).toEqual([]);
  });

  test('decides, delivers once and goes on with the next usul', async () => {
    serve(3);
    const desk = pc.openDesk();
    await signInAt(desk);
    await until(() => expect(desk.inbox.getState().queue).toHaveLength(3));
    const [first, second] = desk.inbox.getState().queue;
    await desk.currentCase.getState().open(first!.id);
    await judgeAll(desk);
    const decided = await desk.currentCase.getState().decide();
    expect(decided).toEqual({ ok: true, value: { nextUsulId: second!.id } });
    await until(() => expect(desk.outbox.getState().entries[0]?.state.kind).toBe('terkirim'));
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.verdicts).toHaveLength(fieldsToJudge(sampleUsul(1)).length);
    await until(() => expect(desk.inbox.getState().counts.sudah_diputuskan).toBe(1));
  });

  test('has taken what was decided off the queue before the next usul opens', async () => {
    serve(3);
    const desk = pc.openDesk({ holdMs: 60_000 });
    await signInAt(desk);
    await until(() => expect(desk.inbox.getState().queue).toHaveLength(3));
    const [first, ...others] = desk.inbox.getState().queue;
    await desk.currentCase.getState().open(first!.id);
    await judgeAll(desk);
    expect((await desk.currentCase.getState().decide()).ok).toBe(true);
    const { queue, counts } = desk.inbox.getState();
    expect(queue.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
    expect(counts.sudah_diputuskan).toBe(1);
    const { current } = desk.currentCase.getState();
    if (current.kind !== 'terbuka') throw new Error(`not open: ${current.kind}`);
    expect((await desk.outbox.getState().reopen(current.decidedHere!.decision.id)).ok).toBe(true);
    await until(() => expect(desk.inbox.getState().queue).toHaveLength(3));
  });

  test('does not take an incomplete decision and says what is missing', async () => {
    serve(1);
    const desk = pc.openDesk();
    await signInAt(desk);
    await until(() => expect(desk.inbox.getState().queue).toHaveLength(1));
    await desk.currentCase.getState().open(sampleUsul(1).id);
    desk.currentCase.getState().chooseOutcome('teruskan');
    const decided = await desk.currentCase.getState().decide();
    expect(decided).toMatchObject({ ok: false, error: { kind: 'verdict_kurang' } });
    expect(desk.outbox.getState().entries).toEqual([]);
  });

  test('is restored without network, and what is decided then is delivered when it returns', async () => {
    serve(2);
    const before = pc.openDesk();
    await signInAt(before);
    await until(() => expect(before.inbox.getState().queue).toHaveLength(2));
    pc.close();
    pc.online = false;
    server.fault = { kind: 'tak_terjangkau' };
    const desk = pc.openDesk();
    await until(() => expect(desk.session.getState().session.kind).toBe('terkunci'));
    expect(await desk.session.getState().unlock('benar')).toEqual({ ok: true });
    await until(() => expect(desk.inbox.getState().queue).toHaveLength(2));
    await desk.currentCase.getState().open(sampleUsul(1).id);
    await judgeAll(desk);
    expect((await desk.currentCase.getState().decide()).ok).toBe(true);
    await until(() => expect(desk.outbox.getState().waiting).toBe(1));
    expect(desk.sync.getState().connection.kind).toBe('luring');
    server.fault = null;
    pc.online = true;
    pc.networkChanged();
    await until(() => expect(desk.outbox.getState().entries[0]?.state.kind).toBe('terkirim'));
    expect(server.received).toHaveLength(1);
  });

  test('takes a decision that is not sent yet back with all that was typed', async () => {
    serve(1);
    const desk = pc.openDesk({ holdMs: 60_000 });
    await signInAt(desk);
    await until(() => expect(desk.inbox.getState().queue).toHaveLength(1));
    const actions = desk.currentCase.getState();
    await actions.open(sampleUsul(1).id);
    actions.judgeField('jabatanOrganisasi', 'tidak_sesuai', 'Ketua');
    actions.chooseOutcome('perbaikan');
    actions.writeNote('Jabatan berbeda.');
    expect((await actions.decide()).ok).toBe(true);
    await until(() => expect(desk.outbox.getState().waiting).toBe(1));
    const id = desk.outbox.getState().entries[0]!.decision.id;
    expect((await desk.outbox.getState().reopen(id)).ok).toBe(true);
    await actions.open(sampleUsul(1).id);
    expect(desk.currentCase.getState().current).toMatchObject({
      kind: 'terbuka',
      readOnlyBecause: null,
      draft: {
        outcome: 'perbaikan',
        reasons: ['DATA_BEDA'],
        note: 'Jabatan berbeda.',
        verdicts: { jabatanOrganisasi: { verdict: 'tidak_sesuai', seen: 'Ketua' } },
      },
    });
    await until(() => expect(desk.outbox.getState().entries).toEqual([]));
  });

  test('gives a refused decision back with the reason, to be made again', async () => {
    serve(1);
    server.refuse = (decision) => ({
      kind: 'ditolak',
      id: decision.id,
      error: { kind: 'usul_berubah', message: 'Usul berubah.', action: 'Periksa lagi.' },
      current: { position: { kind: 'menunggu', stage: 'verifikasi' }, revision: 1, version: 2 },
    });
    const desk = pc.openDesk();
    await signInAt(desk);
    await until(() => expect(desk.inbox.getState().queue).toHaveLength(1));
    await desk.currentCase.getState().open(sampleUsul(1).id);
    await judgeAll(desk);
    expect((await desk.currentCase.getState().decide()).ok).toBe(true);
    await until(() => expect(desk.outbox.getState().refused).toBe(1));
    server.refuse = null;
    server.change(sampleUsul(1, { version: 2 }));
    desk.sync.getState().syncNow();
    await until(() => expect(desk.inbox.getState().rows[0]?.version).toBe(2));
    const refused = desk.outbox.getState().entries[0]!;
    expect((await desk.outbox.getState().reopen(refused.decision.id)).ok).toBe(true);
    await desk.currentCase.getState().open(sampleUsul(1).id);
    // What was acknowledged was acknowledged of the usul as it was.
    desk.currentCase.getState().acknowledge();
    expect((await desk.currentCase.getState().decide()).ok).toBe(true);
    await until(() => {
      const [redone, old] = desk.outbox.getState().entries;
      expect(redone?.state.kind).toBe('terkirim');
      expect(old?.state).toMatchObject({ kind: 'ditolak', handled: { by: redone?.decision.id } });
    });
  });

  test('keeps what is typed when the usul changes under it', async () => {
    serve(1);
    const desk = pc.openDesk();
    await signInAt(desk);
    await until(() => expect(desk.inbox.getState().queue).toHaveLength(1));
    const actions = desk.currentCase.getState();
    await actions.open(sampleUsul(1).id);
    actions.judgeField('jabatanOrganisasi', 'tidak_sesuai', 'Ketua');
    server.change(sampleUsul(1, { revision: 2, version: 2 }));
    desk.sync.getState().syncNow();
    actions.writeNote('sedang diketik');
    await until(() =>
      expect(desk.currentCase.getState().current).toMatchObject({
        usul: { revision: 2 },
        draft: {
          revision: 2,
          note: 'sedang diketik',
          verdicts: { jabatanOrganisasi: { seen: 'Ketua' } },
        },
      }),
    );
    await until(() => expect(desk.inbox.getState().rows[0]?.hasDraft).toBe(true));
  });

  test('writes what is typed before the usul is left', async () => {
    serve(2);
    const desk = pc.openDesk();
    await signInAt(desk);
    await until(() => expect(desk.inbox.getState().queue).toHaveLength(2));
    const actions = desk.currentCase.getState();
    await actions.open(sampleUsul(1).id);
    actions.writeNote('belum selesai');
    await actions.open(sampleUsul(2).id);
    await actions.open(sampleUsul(1).id);
    expect(desk.currentCase.getState().current).toMatchObject({ draft: { note: 'belum selesai' } });
  });

  test('of two windows only one exchanges, and both show the same', async () => {
    serve(3);
    const first = pc.openDesk();
    await signInAt(first);
    await until(() => expect(first.sync.getState().inboxComplete).toBe(true));
    const second = pc.openDesk();
    await until(() => expect(second.inbox.getState().queue).toHaveLength(3));
    await until(() => expect(second.sync.getState().connection.kind).toBe('tersambung'));
    await second.currentCase.getState().open(sampleUsul(2).id);
    await judgeAll(second);
    expect((await second.currentCase.getState().decide()).ok).toBe(true);
    await until(() => expect(first.outbox.getState().entries[0]?.state.kind).toBe('terkirim'));
    await first.currentCase.getState().open(sampleUsul(2).id);
    expect(first.currentCase.getState().current).toMatchObject({
      readOnlyBecause: expect.stringContaining('diterima server'),
    });
    expect(server.received).toHaveLength(1);
  });

  test('says of a decision on an usul outside the unit what became of it, without blame', async () => {
    serve(1);
    const error = { kind: 'tidak_berwenang', message: 'Dilarang.', action: 'Hubungi.' } as const;
    server.refuse = ({ id }) => ({ kind: 'ditolak', id, error, current: null });
    const desk = pc.openDesk();
    await signInAt(desk);
    await until(() => expect(desk.inbox.getState().queue).toHaveLength(1));
    await desk.currentCase.getState().open(sampleUsul(1).id);
    await judgeAll(desk);
    expect((await desk.currentCase.getState().decide()).ok).toBe(true);
    await until(() =>
      expect(desk.outbox.getState().entries[0]?.state).toMatchObject({
        kind: 'ditolak',
        error: {
          kind: 'tidak_berwenang',
          message: 'Usul ini tidak ada lagi dalam lingkup unit Anda.',
          action: expect.stringContaining('Lepaskan'),
        },
      }),
    );
  });

  test('tries again at once when a person turns to it', async () => {
    serve(1);
    const desk = pc.openDesk();
    await signInAt(desk);
    await until(() => expect(desk.sync.getState().inboxComplete).toBe(true));
    server.fault = { kind: 'tak_terjangkau' };
    await until(() => expect(desk.sync.getState().connection.kind).toBe('luring'));
    const called = vi.spyOn(server.api, 'call');
    const health = () => called.mock.calls.filter(([route]) => route === 'health');
    // Each of these is far sooner than the waits that have grown to many seconds by then.
    await vi.waitFor(
      () => {
        pc.attend();
        expect(health().length).toBeGreaterThan(8);
      },
      { timeout: 3_000, interval: 20 },
    );
    server.fault = null;
    pc.attend();
    await vi.waitFor(() => expect(desk.sync.getState().connection.kind).toBe('tersambung'));
  });

  test('says clearly why nobody can sign in without network', async () => {
    serve(1);
    server.fault = { kind: 'tak_terjangkau' };
    const desk = pc.openDesk();
    const result = await desk.session.getState().signIn('verifikator', 'benar');
    expect(result).toMatchObject({ ok: false, error: { kind: 'tak_terjangkau' } });
  });
});

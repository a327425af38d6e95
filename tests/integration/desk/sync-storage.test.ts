import type { TestPc } from '#tests/support/desk/fake-desk.ts';
import { setUpFakePc, signInAt } from '#tests/support/desk/fake-pc.ts';
import { makeFailingDisk, type FailingDisk } from '#tests/support/desk/failing-disk.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listDocuments } from '#renderer/data/documents/documents.ts';
import { openAccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { fail } from '#shared/kernel/result.ts';
import { fakeAccountId, type FakeServer } from '#tests/support/desk/fake-server.ts';
import { decide, hasState } from '#tests/support/desk/real-pc.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

let server: FakeServer;
let pc: TestPc;
let disk: FailingDisk;

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
  disk = makeFailingDisk();
});

afterEach(() => {
  pc.close();
  disk.restore();
  vi.restoreAllMocks();
});

function serve(count: number): void {
  ({ pc, server } = setUpFakePc(count));
}

async function seated(): Promise<RunningDesk> {
  const desk = pc.openDesk();
  await signInAt(desk);
  await until(() => expect(desk.inbox.getState().rows.length).toBeGreaterThan(0));
  return desk;
}

async function typeDecision(desk: RunningDesk): Promise<void> {
  const actions = desk.currentCase.getState();
  await actions.open(sampleUsul(1).id);
  actions.judgeField('jabatanOrganisasi', 'tidak_sesuai', 'Ketua');
  actions.chooseOutcome('perbaikan');
  actions.writeNote('Jabatan berbeda.');
}

describe('promise 1: a decision on a PC whose disk is full', () => {
  test.each(['outbox', 'audit', 'meta'])(
    'is refused loudly and stays on the desk (%s)',
    async (table) => {
      serve(1);
      const desk = await seated();
      await until(() => expect(desk.sync.getState().connection.kind).toBe('tersambung'));
      await typeDecision(desk);
      disk.full.add(table);
      expect(await desk.currentCase.getState().decide()).toMatchObject({
        ok: false,
        error: { kind: 'penyimpanan_penuh', message: expect.stringContaining('TIDAK tersimpan') },
      });
      expect(desk.currentCase.getState().current).toMatchObject({
        readOnlyBecause: null,
        draft: { outcome: 'perbaikan', note: 'Jabatan berbeda.' },
      });
      expect(desk.outbox.getState().entries).toEqual([]);
      disk.full.clear();
      expect(await desk.currentCase.getState().decide()).toMatchObject({ ok: true });
      await until(() => expect(server.received).toHaveLength(1));
    },
  );

  test('is refused loudly also when the very first one needs the id of this PC', async () => {
    serve(1);
    const desk = await seated();
    await typeDecision(desk);
    disk.unreadable.add('settings');
    expect(await desk.currentCase.getState().decide()).toMatchObject({
      ok: false,
      error: { kind: expect.stringContaining('penyimpanan') },
    });
    expect(desk.currentCase.getState().current).toMatchObject({ draft: { outcome: 'perbaikan' } });
  });
});

describe('documents', () => {
  test('whose bytes cannot be read from the disk say so', async () => {
    serve(1);
    const desk = await seated();
    const { sha256 } = sampleDocument('usul 1');
    await until(() => expect(desk.inbox.getState().rows[0]?.documentsReady).toBe(true));
    disk.unreadable.add('documentBytes');
    expect(await desk.loadDocument(sha256)).toMatchObject({
      ok: false,
      error: { kind: 'dokumen_tak_terbaca' },
    });
  });

  test('that cannot be kept are not fetched over and over, and decisions still go', async () => {
    serve(1);
    const fetchDocument = vi.spyOn(server.api, 'document');
    disk.full.add('documentBytes').add('documentParts');
    const desk = await seated();
    await until(() =>
      expect(desk.sync.getState().connection).toMatchObject({
        kind: 'gangguan',
        error: { kind: 'penyimpanan_gagal' },
      }),
    );
    const rounds = vi.spyOn(server.api, 'changes');
    await until(() => expect(rounds.mock.calls.length).toBeGreaterThan(4));
    expect(fetchDocument.mock.calls.length).toBeLessThan(3);
    expect(desk.sync.getState().connection.kind).toBe('gangguan');
    const id = await decide(desk, sampleUsul(1));
    await hasState(desk, id, 'terkirim');
  });

  test('that the server cannot give do not hold back the others', async () => {
    serve(8);
    const api = { ...server.api };
    const broken = new Set([1, 2, 3].map((n) => sampleDocument(`usul ${n}`).sha256));
    const error = {
      kind: 'gangguan_server',
      message: 'Dokumen rusak.',
      action: 'Laporkan.',
    } as const;
    server.api.document = (token, request, onBytes) =>
      broken.has(request.sha256)
        ? Promise.resolve(fail({ kind: 'server', status: 500, error }))
        : api.document(token, request, onBytes);
    const desk = await seated();
    await until(() => expect(desk.sync.getState().progress.doneDocuments).toBe(5));
    const database = openAccountDatabase(fakeAccountId, pc.vault, pc.indexedDb);
    await until(async () => expect(await listDocuments(database, 'hilang', 10)).toHaveLength(3));
    database.close();
  });
});

describe('a store that fails', () => {
  test('does not end the exchange', async () => {
    serve(1);
    const desk = await seated();
    await until(() => expect(desk.sync.getState().connection.kind).toBe('tersambung'));
    disk.full.add('meta');
    await until(() => expect(desk.sync.getState().connection.kind).toBe('gangguan'));
    disk.full.clear();
    await until(() => expect(desk.sync.getState().connection.kind).toBe('tersambung'));
  });

  test('at start-up leads to the sign-in, not to an endless wait', async () => {
    serve(1);
    disk.unreadable.add('settings');
    const desk = pc.openDesk();
    await until(() => expect(desk.session.getState().session.kind).toBe('keluar'));
    expect(await desk.session.getState().signIn('verifikator', 'benar')).toMatchObject({
      ok: false,
      error: { kind: 'penyimpanan_gagal' },
    });
  });
});

test('a desk on a PC whose disk is full says that it needs room, and opens once there is some', async () => {
  serve(1);
  const desk = await seated();
  await desk.session.getState().lock();
  disk.full.add('accounts');
  expect(await desk.session.getState().unlock('benar')).toMatchObject({
    ok: false,
    error: { kind: 'penyimpanan_penuh' },
  });
  disk.full.clear();
  expect(await desk.session.getState().unlock('benar')).toEqual({ ok: true });
});

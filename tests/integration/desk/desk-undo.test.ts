import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TestPc } from '#tests/support/desk/fake-desk.ts';
import { listsUsul, setUpFakePc, signInOver } from '#tests/support/desk/fake-pc.ts';
import type { FakeServer } from '#tests/support/desk/fake-server.ts';
import { makeFailingDisk, type FailingDisk } from '#tests/support/desk/failing-disk.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { CaseState } from '#renderer/core/case/case-contract.ts';
import type { Usul } from '#shared/records/usul.ts';
import { until } from '#tests/support/until.ts';

let pc: TestPc;
let server: FakeServer;
let disk: FailingDisk;
const sha256 = sampleDocument('usul 1').sha256;

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
  disk = makeFailingDisk();
  ({ pc, server } = setUpFakePc(3));
});

afterEach(() => {
  pc.close();
  disk.restore();
  vi.restoreAllMocks();
});

async function seated(holdMs = 60_000, autosaveMs = 5): Promise<RunningDesk> {
  const desk = pc.openDesk({ holdMs, autosaveMs });
  await signInOver(desk);
  await listsUsul(desk, 3);
  return desk;
}

async function open(desk: RunningDesk, n: number): Promise<void> {
  await desk.currentCase.getState().open(sampleUsul(n).id);
}

function opened(desk: RunningDesk): Extract<CaseState, { kind: 'terbuka' }> {
  const { current } = desk.currentCase.getState();
  if (current.kind !== 'terbuka') throw new Error(`not open: ${current.kind}`);
  return current;
}

/** The server changes the usul on the desk. */
async function changed(desk: RunningDesk, usul: Usul): Promise<void> {
  server.change(usul);
  desk.sync.getState().syncNow();
  await until(() => expect(opened(desk).usul.version).toBe(usul.version));
}

describe('the next usul of the queue', () => {
  test('is there at once, with what was typed about it before', async () => {
    const desk = await seated();
    await open(desk, 2);
    desk.currentCase.getState().judgeRestAsMatching();
    await desk.flush();
    await open(desk, 1);
    const [, second] = desk.inbox.getState().queue;
    const opening = desk.currentCase.getState().open(second!.id);
    expect(opened(desk)).toMatchObject({ usul: { id: sampleUsul(2).id }, canUndo: false });
    // Nothing that is typed before the disk has answered is lost.
    desk.currentCase.getState().writeNote('Segera.');
    await opening;
    expect(opened(desk).draft).toMatchObject({ outcome: 'teruskan', note: 'Segera.' });
  });

  test('shows what was typed and written while the disk answered', async () => {
    // Written when the test says so, and at no other time.
    const desk = await seated(60_000, 600_000);
    await open(desk, 2);
    desk.currentCase.getState().judgeRestAsMatching();
    await desk.flush();
    await open(desk, 1);
    const openSealed = pc.vault.open.bind(pc.vault);
    const slow = vi.spyOn(pc.vault, 'open').mockImplementation(async (place, sealed) => {
      const answer = await openSealed(place, sealed);
      // The draft as it was read is on its way when another one is written.
      if (place === `drafts:${sampleUsul(2).id}`) {
        slow.mockRestore();
        await desk.flush();
      }
      return answer;
    });
    const opening = open(desk, 2);
    desk.currentCase.getState().writeNote('Segera.');
    await opening;
    expect(opened(desk).draft).toMatchObject({ outcome: 'teruskan', note: 'Segera.' });
  });

  test('shows at once what another window typed about it since it was read', async () => {
    const desk = await seated();
    await open(desk, 1);
    const elsewhere = pc.openDesk({ holdMs: 60_000 });
    await until(() => expect(elsewhere.inbox.getState().rows).toHaveLength(3));
    await open(elsewhere, 2);
    await open(desk, 1);
    const actions = elsewhere.currentCase.getState();
    actions.writeNote('Panjang, dari jendela lain.');
    await elsewhere.flush();
    // Once the list shows it, the desk hears of it too, and reads it while the other window reads a third one.
    await until(() => expect(desk.inbox.getState().rows.some((row) => row.hasDraft)).toBe(true));
    await open(elsewhere, 3);
    const opening = open(desk, 2);
    expect(opened(desk).draft.note).toBe('Panjang, dari jendela lain.');
    await opening;
  });

  test('shows what has become of it since it was read', async () => {
    const desk = await seated();
    await open(desk, 1);
    const elsewhere = pc.openDesk({ holdMs: 60_000 });
    await until(() => expect(elsewhere.inbox.getState().rows).toHaveLength(3));
    await open(elsewhere, 2);
    elsewhere.currentCase.getState().writeNote('Dari jendela lain.');
    await elsewhere.flush();
    await open(desk, 2);
    expect(opened(desk).draft.note).toBe('Dari jendela lain.');
  });
});

describe('a step back', () => {
  test('takes back the last verdict with what followed from it, and keeps what was typed', async () => {
    const desk = await seated();
    await open(desk, 1);
    const actions = desk.currentCase.getState();
    expect(opened(desk).canUndo).toBe(false);
    actions.judgeRestAsMatching();
    actions.judgeField('jabatanOrganisasi', 'tidak_sesuai');
    actions.judgeField('jabatanOrganisasi', 'tidak_sesuai', 'K');
    actions.judgeField('jabatanOrganisasi', 'tidak_sesuai', 'Ketua');
    actions.writeNote('Lihat halaman 2.');
    actions.keepPlace({ field: 'jabatanOrganisasi' });
    expect(opened(desk).draft).toMatchObject({ outcome: 'perbaikan', reasons: ['DATA_BEDA'] });
    actions.undoStep();
    expect(opened(desk).draft).toMatchObject({
      outcome: 'teruskan',
      reasons: [],
      suggested: true,
      note: 'Lihat halaman 2.',
      place: { field: 'jabatanOrganisasi' },
      verdicts: { jabatanOrganisasi: { verdict: 'sesuai', seen: 'Ketua' } },
    });
    actions.undoStep();
    expect(opened(desk)).toMatchObject({ canUndo: false, draft: { outcome: null, verdicts: {} } });
    actions.judgeField('jabatanOrganisasi', 'tidak_sesuai');
    expect(opened(desk).draft.verdicts['jabatanOrganisasi']).toMatchObject({ seen: 'Ketua' });
  });

  test('is still there after the usul was read anew', async () => {
    const desk = await seated();
    await open(desk, 1);
    desk.currentCase.getState().judgeRestAsMatching();
    await changed(desk, sampleUsul(1, { version: 2 }));
    expect(opened(desk).canUndo).toBe(true);
    await changed(desk, sampleUsul(1, { version: 3, revision: 2 }));
    expect(opened(desk)).toMatchObject({ canUndo: false, draft: { outcome: null, verdicts: {} } });
  });

  test('belongs to the usul on the desk alone', async () => {
    const desk = await seated();
    await open(desk, 1);
    desk.currentCase.getState().judgeRestAsMatching();
    await open(desk, 2);
    expect(opened(desk).canUndo).toBe(false);
  });
});

describe('the place of a person', () => {
  test('is found again, and does not make a draft by itself', async () => {
    const desk = await seated();
    await open(desk, 1);
    const actions = desk.currentCase.getState();
    actions.keepPlace({ sha256, page: 2 });
    actions.keepPlace({ field: 'namaOrganisasi' });
    await open(desk, 2);
    await open(desk, 1);
    expect(opened(desk).draft.place).toEqual({ field: 'namaOrganisasi', sha256, page: 2 });
    expect(desk.inbox.getState().rows.some((row) => row.hasDraft)).toBe(false);
  });
});

async function decideWrong(desk: RunningDesk): Promise<void> {
  await open(desk, 1);
  const actions = desk.currentCase.getState();
  actions.documentOpened(sha256, 1);
  actions.pageShown(sha256, 1);
  actions.judgeField('jabatanOrganisasi', 'tidak_sesuai', 'Ketua');
  actions.judgeRestAsMatching();
  actions.writeNote('Jabatan berbeda.');
  expect((await actions.decide()).ok).toBe(true);
}

async function decideAgain(desk: RunningDesk): Promise<void> {
  await open(desk, 1);
  expect((await desk.currentCase.getState().decide()).ok).toBe(true);
  server.fault = null;
  pc.online = true;
  pc.networkChanged();
  await until(() => expect(desk.outbox.getState().entries[0]?.state.kind).toBe('terkirim'));
  expect(desk.outbox.getState().last).toBeNull();
  expect(server.received).toHaveLength(1);
}

describe('a decision', () => {
  test('is beside its usul at once, and whenever it is opened', async () => {
    const desk = await seated();
    await decideWrong(desk);
    const expected = { decision: { outcome: 'perbaikan' }, state: { kind: 'menunggu' } };
    expect(opened(desk)).toMatchObject({ decidedHere: expected, canUndo: false });
    await open(desk, 2);
    expect(opened(desk).decidedHere).toBeNull();
    await open(desk, 1);
    expect(opened(desk)).toMatchObject({
      decidedHere: expected,
      readOnlyBecause: expect.any(String),
      draft: { outcome: 'perbaikan', verdicts: { jabatanOrganisasi: { seen: 'Ketua' } } },
    });
  });

  test('can be taken back while it is held, and keeps everything', async () => {
    const now = Date.now();
    const desk = await seated();
    await decideWrong(desk);
    await until(() => expect(desk.outbox.getState().last).not.toBeNull());
    const { last } = desk.outbox.getState();
    expect(last).toMatchObject({ usulId: sampleUsul(1).id, outcome: 'perbaikan' });
    expect(last!.heldUntil).toBeGreaterThanOrEqual(now + 60_000);
    const back = await desk.outbox.getState().reopen(last!.decisionId);
    expect(back).toEqual({ ok: true, value: { usulId: sampleUsul(1).id } });
    await until(() => expect(desk.outbox.getState().last).toBeNull());
    await open(desk, 1);
    expect(opened(desk)).toMatchObject({
      readOnlyBecause: null,
      decidedHere: null,
      gaps: [],
      draft: {
        outcome: 'perbaikan',
        reasons: ['DATA_BEDA'],
        suggested: false,
        note: 'Jabatan berbeda.',
        verdicts: {
          jabatanOrganisasi: { verdict: 'tidak_sesuai', seen: 'Ketua' },
          namaOrganisasi: { verdict: 'sesuai' },
        },
        evidence: { [sha256]: { pageCount: 1, pagesSeen: [1] } },
      },
    });
  });

  test('can be taken back without network long after its ten seconds, until it is sent', async () => {
    const desk = await seated(0);
    pc.online = false;
    server.fault = { kind: 'tak_terjangkau' };
    await until(() => expect(desk.sync.getState().connection.kind).toBe('luring'));
    await decideWrong(desk);
    await until(() => expect(desk.outbox.getState().last).not.toBeNull());
    const { last } = desk.outbox.getState();
    expect((await desk.outbox.getState().reopen(last!.decisionId)).ok).toBe(true);
    await decideAgain(desk);
  });

  test('of an earlier sitting is not offered to be taken back', async () => {
    await decideWrong(await seated());
    const again = await seated();
    await until(() => expect(again.outbox.getState().waiting).toBe(1));
    expect(again.outbox.getState().last).toBeNull();
  });
});

describe('what was typed', () => {
  test('is said not to be on the disk while it takes nothing, and is there once it does', async () => {
    const desk = await seated();
    await open(desk, 1);
    disk.full.add('drafts');
    desk.currentCase.getState().writeNote('belum tersimpan');
    await until(() => expect(opened(desk).saveFailed).toBe(true));
    await open(desk, 2);
    await open(desk, 1);
    expect(opened(desk)).toMatchObject({ draft: { note: 'belum tersimpan' } });
    disk.full.clear();
    await until(() => expect(opened(desk).saveFailed).toBe(false));
    const other = await seated();
    await open(other, 1);
    expect(opened(other).draft.note).toBe('belum tersimpan');
  });

  test('reaches the disk also when the usul left the stage before it could be written', async () => {
    const desk = await seated();
    await open(desk, 1);
    disk.full.add('drafts');
    desk.currentCase.getState().writeNote('belum tersimpan');
    await until(() => expect(opened(desk).saveFailed).toBe(true));
    await changed(
      desk,
      sampleUsul(1, { version: 2, position: { kind: 'koordinasi', stage: 'verifikasi' } }),
    );
    expect(opened(desk)).toMatchObject({
      readOnlyBecause: expect.any(String),
      draft: { note: 'belum tersimpan' },
    });
    disk.full.clear();
    await desk.flush();
    const other = await seated();
    await open(other, 1);
    expect(opened(other).draft.note).toBe('belum tersimpan');
  });

  test('stays readable when another window decides the usul', async () => {
    const [first, second] = [await seated(), await seated()];
    await open(second, 1);
    second.currentCase.getState().writeNote('setengah jalan');
    await open(first, 1);
    first.currentCase.getState().judgeField('namaOrganisasi', 'tidak_sesuai');
    expect((await first.currentCase.getState().decide()).ok).toBe(true);
    await until(() => expect(opened(second).readOnlyBecause).not.toBeNull());
    expect(opened(second).draft.note).toBe('setengah jalan');
  });
});

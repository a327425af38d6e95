import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchAgain } from '#renderer/data/repositories/documents.ts';
import { openAccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { RunningDesk } from '#renderer/state/desk.ts';
import type { EvidenceStore } from '#renderer/state/evidence/evidence-contract.ts';
import type { Usul } from '#shared/domain/model/usul.ts';
import {
  makeFakeReader,
  makeFakeSurroundings,
  pageWith,
  plainMatcher,
  type FakeReader,
  type FakeSurroundings,
} from '#tests/support/desk/fake-evidence.ts';
import { fakeAccountId, makeFakeServer, type FakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { storedText } from '#tests/support/desk/stored-text.ts';

const numbers = [1, 2, 3];
const sha = (n: number): string => sampleDocument(`usul ${n}`).sha256;
let pc: TestPc;
let server: FakeServer;
let reader: FakeReader;
let around: FakeSurroundings;

beforeEach(() => {
  const documents = numbers.map((n) => sampleDocument(`usul ${n}`));
  server = makeFakeServer(
    numbers.map((n) => sampleUsul(n)),
    new Map(documents.map((document) => [document.sha256, document.bytes])),
  );
  pc = makeTestPc(() => server.api);
  reader = makeFakeReader();
  for (const n of numbers) {
    reader.pages.set(sha(n), [pageWith([`Organisasi ${n}`, 'Sekretaris'])]);
  }
  around = makeFakeSurroundings(reader);
});

afterEach(() => pc.close());

/** A desk that reads nothing ahead, unless told otherwise. */
async function seated(options: { ahead?: boolean; holdMs?: number } = {}): Promise<RunningDesk> {
  around.taken = options.ahead !== true;
  const desk = pc.openDesk({ holdMs: options.holdMs ?? 60_000, evidence: around.sources });
  await vi.waitFor(() => expect(desk.session.getState().session.kind).not.toBe('memuat'));
  const { session, unlock, signIn } = desk.session.getState();
  const entered =
    session.kind === 'terkunci' ? await unlock('benar') : await signIn('verifikator', 'benar');
  expect(entered).toEqual({ ok: true });
  await documentsAreHere(desk);
  return desk;
}

async function documentsAreHere(desk: RunningDesk): Promise<void> {
  await vi.waitFor(() => {
    const { rows } = desk.inbox.getState();
    expect(rows.filter((row) => row.documentsReady)).toHaveLength(numbers.length);
  }, 10_000);
}

const evidence = (desk: RunningDesk): EvidenceStore => desk.evidence.getState();
const open = (desk: RunningDesk, n: number) => desk.currentCase.getState().open(sampleUsul(n).id);

function draftOf(desk: RunningDesk) {
  const { current } = desk.currentCase.getState();
  if (current.kind !== 'terbuka') throw new Error(`not open: ${current.kind}`);
  return current.draft;
}

async function isRead(desk: RunningDesk, n: number): Promise<void> {
  await vi.waitFor(() =>
    expect(evidence(desk)).toMatchObject({
      usulId: sampleUsul(n).id,
      reading: { kind: 'selesai' },
    }),
  );
}

async function ordersAre(count: number): Promise<void> {
  await vi.waitFor(() => expect(reader.orders).toHaveLength(count));
}

describe('an usul that is opened', () => {
  test('is read, and says of each field what its document says', async () => {
    const desk = await seated();
    await open(desk, 1);
    await isRead(desk, 1);
    expect(evidence(desk).fields).toMatchObject({
      namaOrganisasi: {
        status: 'ditemukan',
        sha256: sha(1),
        correctedByPerson: false,
        place: { page: 1, printed: 'Organisasi 1' },
      },
      jabatanOrganisasi: { status: 'tidak_ditemukan', sha256: null },
    });
    expect(evidence(desk).readings[sha(1)]?.pages).toHaveLength(1);
    expect(reader.orders[0]).toMatchObject({ sha256: sha(1), known: null });
    expect(new TextDecoder().decode(reader.orders[0]?.bytes)).toBe('%PDF-1.7 usul 1');
  });

  test('is read once: the next time, and after a restart, nothing is ordered', async () => {
    const desk = await seated();
    await open(desk, 1);
    await isRead(desk, 1);
    await open(desk, 2);
    await isRead(desk, 2);
    await open(desk, 1);
    await isRead(desk, 1);
    pc.close();
    const again = await seated();
    await open(again, 1);
    await isRead(again, 1);
    expect(evidence(again).fields['namaOrganisasi']).toMatchObject({ status: 'ditemukan' });
    expect(reader.orders.map(({ sha256 }) => sha256)).toEqual([sha(1), sha(2)]);
  });

  test('is read again by another engine', async () => {
    await open(await seated(), 1);
    await ordersAre(1);
    pc.close();
    const newer = makeFakeReader('mesin-2');
    newer.pages.set(sha(1), [pageWith(['Organisasi 1', 'Anggota'])]);
    around = makeFakeSurroundings(newer);
    const desk = await seated();
    await open(desk, 1);
    await isRead(desk, 1);
    expect(newer.orders).toHaveLength(1);
    expect(newer.orders[0]?.known).toBeNull();
    expect(evidence(desk).fields['jabatanOrganisasi']?.status).toBe('ditemukan');
  });

  test('with values that were not looked for is read on from what is known', async () => {
    const desk = await seated();
    await open(desk, 1);
    await isRead(desk, 1);
    const values = { namaOrganisasi: 'Organisasi 1', jabatanOrganisasi: 'Bendahara' };
    reader.pages.set(sha(1), [pageWith(['Organisasi 1', 'Bendahara'])]);
    server.change(sampleUsul(1, { version: 2, revision: 2, values }));
    desk.sync.getState().syncNow();
    await ordersAre(2);
    expect(reader.orders[1]?.known?.pages).toHaveLength(1);
    await vi.waitFor(() =>
      expect(evidence(desk).fields['jabatanOrganisasi']?.status).toBe('ditemukan'),
    );
  });

  test('tells how far it is, and gives its reading up when it is left', async () => {
    const desk = await seated();
    reader.held = true;
    await open(desk, 1);
    await ordersAre(1);
    expect(evidence(desk).reading).toMatchObject({ kind: 'membaca' });
    await open(desk, 2);
    await vi.waitFor(() => expect(reader.signals[0]?.aborted).toBe(true));
    await ordersAre(2);
    expect(reader.orders[1]?.sha256).toBe(sha(2));
    expect(evidence(desk).fields).toEqual({});
    reader.release();
    await isRead(desk, 2);
    expect(Object.keys(evidence(desk).readings)).toEqual([sha(2)]);
  });

  test('is read as soon as its document has come', async () => {
    const desk = await seated();
    const database = openAccountDatabase(fakeAccountId, pc.vault, pc.indexedDb);
    server.fault = { kind: 'tak_terjangkau' };
    await fetchAgain(database, sha(1));
    database.close();
    await open(desk, 1);
    await vi.waitFor(() => expect(evidence(desk).reading.kind).toBe('menunggu'));
    expect(reader.orders).toEqual([]);
    server.fault = null;
    pc.networkChanged();
    await isRead(desk, 1);
    expect(evidence(desk).fields['namaOrganisasi']?.status).toBe('ditemukan');
  });

  test('has its shown document read first, and says of one that is lost only that a person must look', async () => {
    const late = sampleDocument('terlambat');
    const documents = [
      ...sampleUsul(1).documents,
      { documentId: 'mv-y', fileName: 'b.pdf', sha256: late.sha256, size: late.size },
    ];
    reader.pages.set(late.sha256, [pageWith(['Anggota'])]);
    const desk = await seated();
    server.change(sampleUsul(1, { version: 2, documents }));
    desk.sync.getState().syncNow();
    await vi.waitFor(() =>
      expect(desk.inbox.getState().rows.find((row) => row.version === 2)).toBeDefined(),
    );
    reader.held = true;
    await open(desk, 1);
    desk.currentCase.getState().keepPlace({ sha256: sha(1) });
    await ordersAre(1);
    expect(reader.orders[0]?.sha256).toBe(sha(1));
    reader.release();
    await vi.waitFor(() => expect(evidence(desk).reading.kind).toBe('selesai'), 5_000);
    expect(evidence(desk).fields['jabatanOrganisasi']?.status).toBe('tidak_ditemukan');
  });

  test('is judged all the same while reading fails', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    reader.answer = () => Promise.reject(new Error('pekerja rusak'));
    const desk = await seated();
    await open(desk, 1);
    await isRead(desk, 1);
    desk.currentCase.getState().judgeField('namaOrganisasi', 'tidak_sesuai', 'Lain');
    expect((await desk.currentCase.getState().decide()).ok).toBe(true);
    await open(desk, 2);
    await isRead(desk, 2);
    expect(evidence(desk).fields['namaOrganisasi']?.status).toBe('tidak_ditemukan');
    vi.restoreAllMocks();
  });

  test('says that reading does not work here once nothing can be read', async () => {
    reader.answer = ({ sha256 }) =>
      Promise.resolve({ sha256, engine: 'mesin-1', pageCount: null, failure: 'gagal', pages: [] });
    const desk = await seated();
    for (const n of numbers) {
      await open(desk, n);
      await isRead(desk, n);
    }
    expect(evidence(desk).ahead.state).toBe('mati');
    await open(desk, 1);
    await vi.waitFor(() => expect(evidence(desk).reading.kind).toBe('terhenti'));
    expect(reader.orders).toHaveLength(numbers.length);
  });

  test('is not read where nobody can', async () => {
    around = { ...around, sources: {} };
    const desk = await seated();
    await open(desk, 1);
    expect(evidence(desk)).toMatchObject({
      usulId: sampleUsul(1).id,
      reading: { kind: 'terhenti' },
      ahead: { state: 'mati' },
    });
  });
});

describe('a desk that is locked', () => {
  test('stops reading and shows nothing; it goes on when it is opened', async () => {
    const desk = await seated();
    reader.held = true;
    await open(desk, 1);
    await ordersAre(1);
    await desk.session.getState().lock();
    expect(reader.signals[0]?.aborted).toBe(true);
    expect(evidence(desk)).toMatchObject({ usulId: null, fields: {}, readings: {} });
    reader.release();
    await vi.waitFor(() => expect(reader.rested).toBeGreaterThan(0));
    expect(await desk.session.getState().unlock('benar')).toEqual({ ok: true });
    await documentsAreHere(desk);
    await open(desk, 1);
    await isRead(desk, 1);
    expect(reader.orders).toHaveLength(2);
  });

  test('has nothing on its disk that says what was read', async () => {
    const words = Array.from({ length: 60 }, (_, n) => `Kepegawaian${n}`);
    reader.pages.set(sha(1), [pageWith([...words, 'Organisasi 1'])]);
    const desk = await seated();
    await open(desk, 1);
    await isRead(desk, 1);
    desk.evidence
      .getState()
      .correctPlace('jabatanOrganisasi', { sha256: sha(1), page: 1, box: [0, 0, 1, 1] });
    await desk.flush();
    const database = openAccountDatabase(fakeAccountId, pc.vault, pc.indexedDb);
    expect(await database.readings.count()).toBe(1);
    expect(await database.fingerprints.count()).toBe(1);
    const text = await storedText(database);
    const secrets = ['Kepegawaian', 'kepegawaian', 'Organisasi 1', 'Anggota', 'jabatanOrganisasi'];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    database.close();
  });
});

describe('everything that was found', () => {
  async function found(): Promise<RunningDesk> {
    const desk = await seated({ holdMs: 0 });
    await open(desk, 1);
    await isRead(desk, 1);
    return desk;
  }

  test('is marked in one stroke, which a step back takes back', async () => {
    const desk = await found();
    const actions = desk.currentCase.getState();
    actions.judgeFoundAsMatching(['namaOrganisasi', 'jabatanOrganisasi']);
    expect(draftOf(desk).verdicts).toEqual({
      namaOrganisasi: { field: 'namaOrganisasi', verdict: 'sesuai', seen: '', basis: 'ditemukan' },
    });
    actions.undoStep();
    expect(draftOf(desk).verdicts).toEqual({});
  });

  test('says in the decision what stands on it, and no longer what a person judged', async () => {
    reader.pages.set(sha(1), [pageWith(['Organisasi 1', 'Anggota'])]);
    const desk = await found();
    const actions = desk.currentCase.getState();
    actions.judgeFoundAsMatching(['namaOrganisasi', 'jabatanOrganisasi']);
    actions.judgeField('jabatanOrganisasi', 'sesuai');
    actions.documentOpened(sha(1), 1);
    actions.pageShown(sha(1), 1);
    expect((await actions.decide()).ok).toBe(true);
    await vi.waitFor(() => expect(server.received).toHaveLength(1), 5_000);
    expect(server.received[0]?.verdicts).toEqual([
      { field: 'namaOrganisasi', verdict: 'sesuai', seen: '', basis: 'ditemukan' },
      { field: 'jabatanOrganisasi', verdict: 'sesuai', seen: '' },
    ]);
  });

  test('a person’s confirmation is a step of its own', async () => {
    const desk = await found();
    const actions = desk.currentCase.getState();
    actions.judgeFoundAsMatching(['namaOrganisasi']);
    actions.judgeField('namaOrganisasi', 'sesuai');
    expect(draftOf(desk).verdicts['namaOrganisasi']?.basis).toBeUndefined();
    actions.undoStep();
    expect(draftOf(desk).verdicts['namaOrganisasi']?.basis).toBe('ditemukan');
  });

  test('is not marked where the server does not allow it', async () => {
    server.markFoundAllowed = false;
    const desk = await found();
    desk.currentCase.getState().judgeFoundAsMatching(['namaOrganisasi']);
    expect(draftOf(desk).verdicts).toEqual({});
  });
});

describe('a place that a person shows', () => {
  test('stands before what was found, with what was read there, and is kept with the draft', async () => {
    const desk = await seated();
    await open(desk, 1);
    await isRead(desk, 1);
    // Drawn from the lower right corner over the second word.
    const box = [0.9, 0.125, 0.05, 0.108] as const;
    evidence(desk).correctPlace('jabatanOrganisasi', { sha256: sha(1), page: 1, box });
    const shown = {
      status: 'mirip',
      correctedByPerson: true,
      sha256: sha(1),
      place: { page: 1, boxes: [[0.05, 0.108, 0.9, 0.125]], printed: 'Sekretaris' },
    };
    expect(evidence(desk).fields['jabatanOrganisasi']).toMatchObject(shown);
    await desk.flush();
    pc.close();
    const again = await seated();
    await open(again, 1);
    await isRead(again, 1);
    expect(evidence(again).fields['jabatanOrganisasi']).toMatchObject(shown);
    expect(again.inbox.getState().rows.find((row) => row.id === sampleUsul(1).id)?.hasDraft).toBe(
      true,
    );
    evidence(again).correctPlace('jabatanOrganisasi', null);
    expect(evidence(again).fields['jabatanOrganisasi']?.status).toBe('tidak_ditemukan');
  });

  test('that has no extent is not kept', async () => {
    const desk = await seated();
    await open(desk, 1);
    const box = [0.2, 0.2, 0.2, 0.3] as const;
    evidence(desk).correctPlace('jabatanOrganisasi', { sha256: sha(1), page: 1, box });
    expect(draftOf(desk).places).toBeUndefined();
  });
});

describe('a paper that another usul has too', () => {
  test('is looked for among the files and among what was read', async () => {
    const words = Array.from({ length: 60 }, (_, n) => `Kepegawaian${n}`);
    for (const n of [1, 2]) reader.pages.set(sha(n), [pageWith(words)]);
    const seen: { usul: Usul; elsewhere: readonly string[] }[] = [];
    around = makeFakeSurroundings(reader, {
      matcher: {
        ...plainMatcher,
        warn: (usul, _read, elsewhere) => {
          const others = elsewhere.map((one) => `${one.employeeName} ${one.fingerprint !== null}`);
          seen.push({ usul, elsewhere: others });
          return [];
        },
      },
    });
    const desk = await seated();
    const again = { ...sampleUsul(3), version: 2, documents: sampleUsul(1).documents };
    server.change(again);
    desk.sync.getState().syncNow();
    await vi.waitFor(() =>
      expect(desk.inbox.getState().rows.some((row) => row.version === 2)).toBe(true),
    );
    for (const n of [2, 1]) {
      await open(desk, n);
      await isRead(desk, n);
    }
    await vi.waitFor(() =>
      expect(seen.at(-1)).toMatchObject({
        usul: { id: sampleUsul(1).id },
        elsewhere: ['Pegawai Contoh 2 true', 'Pegawai Contoh 3 false'],
      }),
    );
  });
});

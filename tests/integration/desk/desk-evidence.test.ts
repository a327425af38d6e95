import { describe, expect, test, vi } from 'vitest';
import {
  documentsAreHere,
  evidenceOf,
  isRead,
  openUsul,
  shaOf,
} from '#tests/support/desk/evidence-pc.ts';
import { fetchAgain } from '#renderer/data/documents/documents.ts';
import { openAccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { ReadOrder } from '#renderer/workers/reading/client.ts';
import { mostAttempts, type FailedPage } from '#renderer/evidence/matching/document-reading.ts';
import type { WarnedUsul } from '#renderer/evidence/matching/document/warned-document.ts';
import { succeed } from '#shared/kernel/result.ts';
import { makeFakeReader, pageWith, plainMatcher } from '#tests/support/desk/fake-evidence.ts';
import { fakeAccountId } from '#tests/support/desk/fake-server.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { storedText } from '#tests/support/desk/stored-text.ts';
import { givenEvidence } from '#tests/support/evidence/evidence-desk.ts';
import { until } from '#tests/support/until.ts';

const numbers = [1, 2, 3];
const given = givenEvidence({
  count: numbers.length,
  pages: (n) => [pageWith([`Organisasi ${n}`, 'Sekretaris'])],
  readsAhead: false,
});

async function ordersAre(count: number): Promise<void> {
  await until(() => expect(given.reader.orders).toHaveLength(count));
}

describe('an usul that is opened', () => {
  test('is read, and says of each field what its document says', async () => {
    const desk = await given.seated();
    await openUsul(desk, 1);
    await isRead(desk, 1);
    expect(evidenceOf(desk).fields).toMatchObject({
      namaOrganisasi: {
        status: 'ditemukan',
        sha256: shaOf(1),
        correctedByPerson: false,
        place: { page: 1, printed: 'Organisasi 1' },
      },
      jabatanOrganisasi: { status: 'tidak_ditemukan', sha256: null },
    });
    expect(evidenceOf(desk).readings[shaOf(1)]?.pages).toHaveLength(1);
    expect(given.reader.orders[0]).toMatchObject({ sha256: shaOf(1), known: null });
    expect(new TextDecoder().decode(given.reader.orders[0]?.bytes)).toBe('%PDF-1.7 usul 1');
  });

  test('is read once: the next time, and after a restart, nothing is ordered', async () => {
    const desk = await given.seated();
    await openUsul(desk, 1);
    await isRead(desk, 1);
    await openUsul(desk, 2);
    await isRead(desk, 2);
    await openUsul(desk, 1);
    await isRead(desk, 1);
    given.at.pc.close();
    const again = await given.seated();
    await openUsul(again, 1);
    await isRead(again, 1);
    expect(evidenceOf(again).fields['namaOrganisasi']).toMatchObject({ status: 'ditemukan' });
    expect(given.reader.orders.map(({ sha256 }) => sha256)).toEqual([shaOf(1), shaOf(2)]);
  });

  test('is read again by another engine', async () => {
    await openUsul(await given.seated(), 1);
    await ordersAre(1);
    given.at.pc.close();
    const newer = makeFakeReader('mesin-2');
    given.use(newer);
    newer.pages.set(shaOf(1), [pageWith(['Organisasi 1', 'Anggota'])]);
    const desk = await given.seated();
    await openUsul(desk, 1);
    await isRead(desk, 1);
    expect(newer.orders).toHaveLength(1);
    expect(newer.orders[0]?.known).toBeNull();
    expect(evidenceOf(desk).fields['jabatanOrganisasi']?.status).toBe('ditemukan');
  });

  test('with values that were not looked for is read on from what is known', async () => {
    const desk = await given.seated();
    await openUsul(desk, 1);
    await isRead(desk, 1);
    const values = { namaOrganisasi: 'Organisasi 1', jabatanOrganisasi: 'Bendahara' };
    given.reader.pages.set(shaOf(1), [pageWith(['Organisasi 1', 'Bendahara'])]);
    given.at.server.change(sampleUsul(1, { version: 2, revision: 2, values }));
    desk.sync.getState().syncNow();
    await ordersAre(2);
    expect(given.reader.orders[1]?.known?.pages).toHaveLength(1);
    await until(() =>
      expect(evidenceOf(desk).fields['jabatanOrganisasi']?.status).toBe('ditemukan'),
    );
  });

  test('tells how far it is, and gives its reading up when it is left', async () => {
    const desk = await given.seated();
    given.reader.held = true;
    await openUsul(desk, 1);
    await ordersAre(1);
    expect(evidenceOf(desk).reading).toMatchObject({ kind: 'membaca' });
    await openUsul(desk, 2);
    await until(() => expect(given.reader.signals[0]?.aborted).toBe(true));
    await ordersAre(2);
    expect(given.reader.orders[1]?.sha256).toBe(shaOf(2));
    expect(evidenceOf(desk).fields).toEqual({});
    given.reader.release();
    await isRead(desk, 2);
    expect(Object.keys(evidenceOf(desk).readings)).toEqual([shaOf(2)]);
  });

  test('is read as soon as its document has come', async () => {
    const desk = await given.seated();
    const database = openAccountDatabase(fakeAccountId, given.at.pc.vault, given.at.pc.indexedDb);
    given.at.server.fault = { kind: 'tak_terjangkau' };
    await fetchAgain(database, shaOf(1));
    database.close();
    await openUsul(desk, 1);
    await until(() => expect(evidenceOf(desk).reading.kind).toBe('menunggu'));
    expect(given.reader.orders).toEqual([]);
    given.at.server.fault = null;
    given.at.pc.networkChanged();
    await isRead(desk, 1);
    expect(evidenceOf(desk).fields['namaOrganisasi']?.status).toBe('ditemukan');
  });

  test('has its shown document read first, and says of one that is lost only that a person must look', async () => {
    const late = sampleDocument('terlambat');
    const documents = [
      ...sampleUsul(1).documents,
      { documentId: 'mv-y', fileName: 'b.pdf', sha256: late.sha256, size: late.size },
    ];
    given.reader.pages.set(late.sha256, [pageWith(['Anggota'])]);
    const desk = await given.seated();
    given.at.server.change(sampleUsul(1, { version: 2, documents }));
    desk.sync.getState().syncNow();
    await until(() =>
      expect(desk.inbox.getState().rows.find((row) => row.version === 2)).toBeDefined(),
    );
    given.reader.held = true;
    await openUsul(desk, 1);
    desk.currentCase.getState().keepPlace({ sha256: shaOf(1) });
    await ordersAre(1);
    expect(given.reader.orders[0]?.sha256).toBe(shaOf(1));
    given.reader.release();
    await until(() => expect(evidenceOf(desk).reading.kind).toBe('selesai'));
    expect(evidenceOf(desk).fields['jabatanOrganisasi']?.status).toBe('tidak_ditemukan');
  });

  test('is judged all the same while reading fails', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    given.reader.answer = () => Promise.reject(new Error('pekerja rusak'));
    const desk = await given.seated();
    await openUsul(desk, 1);
    await isRead(desk, 1);
    desk.currentCase.getState().judgeField('namaOrganisasi', 'tidak_sesuai', 'Lain');
    expect((await desk.currentCase.getState().decide()).ok).toBe(true);
    await openUsul(desk, 2);
    await isRead(desk, 2);
    expect(evidenceOf(desk).fields['namaOrganisasi']?.status).toBe('tidak_ditemukan');
    vi.restoreAllMocks();
  });

  test('with a page that failed by chance shows what was read, and is read on when it is opened again', async () => {
    const page = pageWith(['Organisasi 1', 'Sekretaris'], 2);
    const failed = (failure: FailedPage['failure']) => async (order: ReadOrder) => ({
      sha256: order.sha256,
      engine: 'mesin-1',
      pageCount: 2,
      failure: null,
      pages: [page],
      failedPages: [{ page: 1, failure }],
    });
    given.reader.answer = failed('gagal');
    const desk = await given.seated();
    await openUsul(desk, 1);
    await isRead(desk, 1);
    expect(evidenceOf(desk).fields).toMatchObject({
      namaOrganisasi: { status: 'ditemukan', place: { page: 2 } },
      jabatanOrganisasi: { status: 'tidak_ditemukan' },
    });
    expect(given.reader.orders).toHaveLength(1);
    // What took too long a few times is not tried again.
    given.reader.answer = failed('terlalu_lama');
    for (const n of [2, 1, 2, 1]) {
      await openUsul(desk, n);
      await isRead(desk, n);
    }
    expect(given.reader.orders.map(({ sha256 }) => sha256)).toEqual([shaOf(1), shaOf(2), shaOf(1)]);
    expect(given.reader.orders[2]?.known).toMatchObject({ pages: [{ page: 2 }] });
  });

  test('that took too long is read once more by the person, whatever was tried before', async () => {
    const late = { failure: 'terlalu_lama', attempts: mostAttempts } as const;
    given.reader.answer = async ({ sha256 }) => {
      return { sha256, engine: 'mesin-1', pageCount: 1, pages: [], ...late };
    };
    const desk = await given.seated();
    await openUsul(desk, 1);
    await isRead(desk, 1);
    expect(given.reader.orders).toHaveLength(1);
    given.reader.answer = null;
    evidenceOf(desk).readAgain(shaOf(1));
    await until(() =>
      expect(evidenceOf(desk).fields).toMatchObject({ namaOrganisasi: { status: 'ditemukan' } }),
    );
    await isRead(desk, 1);
    expect(given.reader.orders).toHaveLength(2);
    expect(given.reader.orders[1]?.known).toMatchObject({ failure: null, attempts: mostAttempts });
    // There is nothing to read again in what is being read.
    evidenceOf(desk).readAgain(shaOf(9));
    expect(given.reader.orders).toHaveLength(2);
  });

  test('says that reading does not work here once nothing can be read', async () => {
    given.reader.answer = ({ sha256 }) =>
      Promise.resolve({ sha256, engine: 'mesin-1', pageCount: null, failure: 'gagal', pages: [] });
    const desk = await given.seated();
    for (const n of numbers) {
      await openUsul(desk, n);
      await isRead(desk, n);
    }
    expect(evidenceOf(desk).ahead.state).toBe('mati');
    await openUsul(desk, 1);
    await until(() => expect(evidenceOf(desk).reading.kind).toBe('terhenti'));
    expect(given.reader.orders).toHaveLength(numbers.length);
  });

  test('is not read where nobody can', async () => {
    const desk = await given.seated({ sources: {} });
    await openUsul(desk, 1);
    expect(evidenceOf(desk)).toMatchObject({
      usulId: sampleUsul(1).id,
      reading: { kind: 'terhenti' },
      ahead: { state: 'mati' },
    });
  });
});

describe('a desk that is locked', () => {
  test('stops reading and shows nothing; it goes on when it is opened', async () => {
    const desk = await given.seated();
    given.reader.held = true;
    await openUsul(desk, 1);
    await ordersAre(1);
    await desk.session.getState().lock();
    expect(given.reader.signals[0]?.aborted).toBe(true);
    expect(evidenceOf(desk)).toMatchObject({ usulId: null, fields: {}, readings: {} });
    given.reader.release();
    await until(() => expect(given.reader.rested).toBeGreaterThan(0));
    expect(await desk.session.getState().unlock('benar')).toEqual({ ok: true });
    await documentsAreHere(desk, numbers.length);
    await openUsul(desk, 1);
    await isRead(desk, 1);
    expect(given.reader.orders).toHaveLength(2);
  });

  test('has nothing on its disk that says what was read', async () => {
    const words = Array.from({ length: 60 }, (_, n) => `Kepegawaian${n}`);
    given.reader.pages.set(shaOf(1), [pageWith([...words, 'Organisasi 1'])]);
    const desk = await given.seated();
    await openUsul(desk, 1);
    await isRead(desk, 1);
    desk.evidence
      .getState()
      .correctPlace('jabatanOrganisasi', { sha256: shaOf(1), page: 1, box: [0, 0, 1, 1] });
    await desk.flush();
    const database = openAccountDatabase(fakeAccountId, given.at.pc.vault, given.at.pc.indexedDb);
    expect(await database.readings.count()).toBe(1);
    expect(await database.fingerprints.count()).toBe(1);
    const text = await storedText(database);
    const secrets = ['Kepegawaian', 'kepegawaian', 'Organisasi 1', 'Anggota', 'jabatanOrganisasi'];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    database.close();
  });
});

describe('a paper that another usul has too', () => {
  test('is looked for among the files and among what was read', async () => {
    const words = Array.from({ length: 60 }, (_, n) => `Kepegawaian${n}`);
    const seen: { usul: WarnedUsul; elsewhere: readonly string[] }[] = [];
    given.use(given.reader, {
      matcher: {
        ...plainMatcher,
        warn: async (usul, _read, elsewhere) => {
          const others = elsewhere.map((one) => `${one.employeeName} ${one.fingerprint !== null}`);
          seen.push({ usul, elsewhere: others });
          return succeed([]);
        },
      },
    });
    for (const n of [1, 2]) given.reader.pages.set(shaOf(n), [pageWith(words)]);
    const desk = await given.seated();
    const again = { ...sampleUsul(3), version: 2, documents: sampleUsul(1).documents };
    given.at.server.change(again);
    desk.sync.getState().syncNow();
    await until(() =>
      expect(desk.inbox.getState().rows.some((row) => row.version === 2)).toBe(true),
    );
    for (const n of [2, 1]) {
      await openUsul(desk, n);
      await isRead(desk, n);
    }
    // Others are looked at ahead of time, before and after.
    const asked = () => seen.filter(({ usul }) => 'id' in usul && usul.id === sampleUsul(1).id);
    await until(() =>
      expect(asked().at(-1)?.elsewhere).toEqual([
        'Pegawai Contoh 2 true',
        'Pegawai Contoh 3 false',
      ]),
    );
  });
});

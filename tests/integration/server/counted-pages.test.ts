import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countPages, openCounting } from '#server/documents/count-pages.ts';
import { recordDocuments } from '#server/documents/document-rows.ts';
import { openPageCounter, type PageCounter } from '#server/documents/page-counter.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Evidence } from '#shared/workflow/decision.ts';
import { makeDecision, makePdf } from '#tests/support/builders.ts';
import { useOffice } from '#tests/support/office.ts';
import { until } from '#tests/support/until.ts';

const office = useOffice();
let counter: PageCounter;
beforeAll(() => {
  counter = openPageCounter();
});
afterAll(() => counter.close());

const ports = () => {
  const { db, documents, clock } = office.server;
  return { db, documents, now: () => clock.now() };
};

async function put(bytes: Uint8Array): Promise<string> {
  const stored = await office.server.documents.put(bytes);
  if (!stored.ok) throw new Error('The document was refused.');
  await recordDocuments(office.server.db, [stored.value]);
  return stored.value.sha256;
}

async function usulWith(...files: readonly Uint8Array[]): Promise<Usul> {
  const documents = [];
  for (const bytes of files) {
    documents.push({ documentId: '872', fileName: 'sk.pdf', sha256: await put(bytes) });
  }
  return office.newUsul({ documents });
}

/** Bytes of a PDF of so many pages that nobody else has. */
const pdf = (pages: number) => makePdf(randomUUID(), pages);

async function countOf(sha256: string) {
  return office.server.db
    .selectFrom('document')
    .select(['page_count', 'counted_at'])
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
}

/** A decision that passes an usul on over what it says was seen of its first document. */
const passOver = (usul: Usul, seen: Partial<Evidence>) =>
  makeDecision(usul, {
    evidence: usul.documents.map(({ sha256 }, index) => ({
      sha256,
      pageCount: 1,
      pagesSeen: [1],
      ...(index === 0 && seen),
    })),
  });

describe('passing on a document of which not every page was seen', () => {
  test.each([
    ['one page of two, stated as all of it', 2, { pageCount: 1, pagesSeen: [1] }, 'Halaman 2 '],
    ['the last one alone', 2, { pageCount: 1, pagesSeen: [2] }, 'Halaman 1 '],
    ['a page that it does not have', 3, { pageCount: 2, pagesSeen: [1, 2, 4] }, 'Halaman 3 '],
    ['one page twice', 2, { pageCount: 2, pagesSeen: [1, 1] }, 'Halaman 2 '],
    ['none, stated as none to see', 2, { pageCount: 1, pagesSeen: [] }, 'Halaman 1, 2 '],
  ])('is refused: %s', async (_name, pages, seen, message) => {
    const usul = await usulWith(pdf(pages), pdf(1));
    await countPages(ports(), counter);
    const decision = passOver(usul, seen);
    const refusal = {
      kind: 'ditolak',
      error: {
        kind: 'keputusan_tidak_lengkap',
        message: expect.stringMatching(new RegExp(`^${message}dari .* belum dilihat`, 'u')),
      },
    };
    expect(await office.decide(decision)).toMatchObject(refusal);
    expect(await office.sendAsBefore([decision])).toMatchObject([refusal]);
    expect(await office.handOver([decision])).toMatchObject([refusal]);
  });

  test('is refused of the second document, of a second statement, and of one that nobody can open', async () => {
    const usul = await usulWith(pdf(1), pdf(2));
    const unopenable = await usulWith(Buffer.from(`%PDF-1.4 ${randomUUID()}`));
    await countPages(ports(), counter);
    const decision = passOver(usul, {});
    expect(await office.decide(decision)).toMatchObject({
      error: { message: expect.stringMatching(/^Halaman 2 dari/u) },
    });
    const [first, second] = decision.evidence;
    const both = [first!, { ...second!, pageCount: 2, pagesSeen: [1, 2] }, second!];
    expect(await office.decide({ ...decision, evidence: both })).toMatchObject({ kind: 'ditolak' });
    expect(await office.decide(passOver(unopenable, {}))).toMatchObject({
      error: { message: expect.stringMatching(/tidak dapat dibuka/u) },
    });
  });

  test('is refused of a document that entered a moment ago, which nobody has counted', async () => {
    const seen = { pageCount: 1, pagesSeen: [1] };
    const refusal = {
      kind: 'ditolak',
      error: { message: expect.stringMatching(/^Halaman 2 dari/u) },
    };
    const both = await Promise.all([usulWith(pdf(2), pdf(1)), usulWith(pdf(2), pdf(1))]);
    const [decided, handed] = both.map((usul) => passOver(usul, seen));
    // Two at once: there is one process that counts.
    const answers = await Promise.all([
      office.decide(decided!),
      office.decide(passOver(both[1], seen)),
    ]);
    expect(answers).toMatchObject([refusal, refusal]);
    expect(await office.handOver([handed!])).toMatchObject([refusal]);
    const sha256 = both[0].documents[0]!.sha256;
    expect(await countOf(sha256)).toEqual({ page_count: 2, counted_at: expect.any(Date) });
  });

  test('is what it was for who saw all of them', async () => {
    const usul = await usulWith(pdf(2));
    await countPages(ports(), counter);
    const seen = { pageCount: 2, pagesSeen: [2, 1] };
    expect(await office.decide(passOver(usul, seen))).toMatchObject({ kind: 'diterima' });
    // What does not pass it on needs no page.
    const back = { outcome: 'tolak' as const, reasons: ['DOK_SALAH'], verdicts: [], evidence: [] };
    const refused = await usulWith(pdf(2));
    await countPages(ports(), counter);
    expect(await office.decide(makeDecision(refused, back))).toMatchObject({ kind: 'diterima' });
  });
});

describe('the server counts', () => {
  test('whatever it can open, and says of the rest that it could not', async () => {
    const many = await put(pdf(120));
    const broken = await put(Buffer.from('PK rusak'));
    const gone = await put(pdf(1));
    await office.server.db
      .updateTable('document')
      .set({ sha256: 'a'.repeat(64) })
      .where('sha256', '=', gone)
      .execute();
    await countPages(ports(), counter);
    expect(await countOf(many)).toMatchObject({ page_count: 120 });
    expect(await countOf(broken)).toMatchObject({ page_count: 0 });
    const lost = await countOf('a'.repeat(64));
    expect(lost).toEqual({ page_count: null, counted_at: expect.any(Date) });
  });

  test('by itself, soon after a document enters', async () => {
    const sha256 = await put(pdf(3));
    const faults: unknown[] = [];
    const counting = openCounting(ports());
    counting.start(50, (cause) => faults.push(cause));
    await until(async () => expect((await countOf(sha256)).page_count).toBe(3));
    await counting.stop();
    expect(faults).toEqual([]);
  });
});

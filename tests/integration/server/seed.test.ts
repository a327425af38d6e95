import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPassword } from '#server/accounts/passwords.ts';
import { countOpenUsul } from '#build/start/count-open-usul.ts';
import { hasData, runSeed, type SeedSummary } from '#build/demo/seed.ts';
import { type DocumentStore, openDocumentStore } from '#server/documents/document-store.ts';
import { type Truth, truthPath } from '#build/demo/faults/truth-file.ts';
import { instansi } from '#build/demo/offices/offices.ts';
import { demoPassword } from '#build/demo/plan/plan-accounts.ts';
import { deliveredUsul } from '#build/demo/plan/expected-usul.ts';
import { planDemo } from '#build/demo/plan/plan-demo.ts';
import { findAccountByLogin } from '#server/accounts/accounts.ts';
import { findAppointments, standingOf } from '#server/accounts/appointments.ts';
import { verifyChain } from '#server/commands/chain.ts';
import { readChanges } from '#server/feed/change-feed.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { recordTypeIds } from '#shared/records/record-type.ts';
import { type Usul, usulSchema } from '#shared/records/usul.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { stagesOf } from '#shared/workflow/authority/authority.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/support/database.ts';

interface Seeded {
  readonly database: TestDatabase;
  readonly folder: string;
  readonly documents: DocumentStore;
  readonly summary: SeedSummary;
  readonly lines: readonly string[];
}

const now = new Date('2026-11-22T09:00:00');
let seeded: Seeded;

beforeAll(async () => {
  seeded = await seedOnce();
}, 240_000);

afterAll(async () => {
  await removeSeeded(seeded);
});

describe('the demonstration data in a real database', () => {
  it('lets every demonstration account sign in by user name and by NIP', async () => {
    const { db } = seeded.database;
    for (const { account, nip, also = [] } of seeded.summary.plan.accounts) {
      const byName = await findAccountByLogin(db, account.username);
      expect((await findAccountByLogin(db, nip!))?.id).toBe(byName?.id);
      const appointments = await findAppointments(db, byName!.id);
      expect(appointments.map((held) => held.account)).toEqual(
        [account, ...[also].flat()].map((one) => ({ ...one, nip })),
      );
      expect(standingOf(appointments[0]!, now)).toBe('berlaku');
    }
    const first = await findAccountByLogin(db, seeded.summary.accounts[0]!.username);
    expect(await isPassword(demoPassword, first!.passwordHash)).toBe(true);
  });

  it('fills the inbox of the largest OPD with contract-clean usul of all record types', async () => {
    const usuls = await inboxOf(seeded, 'disdik');
    const waiting = usuls.filter(
      ({ position }) => position.kind === 'menunggu' && position.stage === 'verifikasi',
    );
    expect(waiting.length).toBeGreaterThanOrEqual(60);
    expect(waiting).toHaveLength(seeded.summary.accounts[0]!.openUsul);
    expect(new Set(waiting.map((usul) => usul.recordType))).toEqual(new Set(recordTypeIds));
    for (const usul of usuls) expect(usulSchema.safeParse(usul).success).toBe(true);
  });

  it('tells of each employee beside the usul what the plan has of him or her', async () => {
    const { plan } = seeded.summary;
    const planned = new Map(plan.usuls.map((usul) => [usul.id, usul]));
    for (const usul of await inboxOf(seeded, 'disdik')) {
      const expected = deliveredUsul(plan, planned.get(usul.id)!);
      expect(usul.employeeFacts).toEqual(expected.employeeFacts);
      expect(usul.employee).toEqual(expected.employee);
    }
  });

  it('counts for the table of accounts what each inbox calls waiting', async () => {
    const { accounts, plan } = seeded.summary;
    const stale = accounts.map((account) => ({ ...account, openUsul: -1 }));
    const counted = await countOpenUsul(seeded.database.db, stale);
    expect(counted.map(({ openUsul }) => openUsul)).toEqual(
      accounts.map(({ openUsul }) => openUsul),
    );
    const approver = counted.find(({ username }) => username === 'approver');
    const forwarded = plan.usuls.filter(
      ({ steps, recordType }) =>
        steps.includes('teruskan') && !stagesOf(recordType).includes('validasi'),
    );
    const asked = plan.usuls.filter(({ steps }) => steps.at(-1) === 'koordinasi');
    expect(approver?.openUsul).toBe(forwarded.length + asked.length);
  });

  it('has the bytes of every document, a PDF of at most 1 MB', async () => {
    for (const usul of await inboxOf(seeded, 'disdik')) {
      expect(usul.documents.length).toBeGreaterThan(0);
      for (const document of usul.documents) {
        const read = await seeded.documents.read(document.sha256);
        if (!read.ok) throw new Error(`${document.fileName}: ${read.error.kind}`);
        expect(read.value.length).toBe(document.size);
        expect(read.value.length).toBeLessThanOrEqual(1_000_000);
        expect(read.value.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      }
    }
  });

  it('keeps what happened before in histories and in a whole chain of decisions', async () => {
    const plan = seeded.summary.plan;
    const resubmitted = plan.usuls.find((usul) => usul.steps.includes('ajukan_ulang'))!;
    const usul = (await inboxOf(seeded, resubmitted.opd.slug)).find(
      ({ id }) => id === resubmitted.id,
    );
    expect(usul?.revision).toBe(2);
    expect(usul?.history.map(({ action }) => action)).toEqual([
      'ajukan',
      'perbaikan',
      'ajukan_ulang',
    ]);
    expect(await verifyChain(seeded.database.db, instansi.id)).toBeUndefined();
  });

  it('records the planted faults in a file beside the data', async () => {
    const text = await readFile(path.join(seeded.folder, ...truthPath), 'utf8');
    const truths: Truth[] = JSON.parse(text);
    const faulty = seeded.summary.plan.usuls.filter((usul) => usul.fault !== null);
    expect(truths.map(({ usulId }) => usulId).toSorted()).toEqual(
      faulty.map(({ id }) => id).toSorted(),
    );
    for (const { sha256 } of truths) expect((await seeded.documents.read(sha256)).ok).toBe(true);
  });

  it('refuses a database that has data, with a clear sentence', async () => {
    const { database, documents, folder } = seeded;
    const again = runSeed({ db: database.db, documents, dataDir: folder, log: () => {}, now });
    await expect(again).rejects.toThrow(StartProblem);
    await expect(again).rejects.toThrow(/sudah berisi data/);
  });

  it('writes all or nothing: after an interruption the same command just runs again', async () => {
    const database = await makeTestDatabase();
    const { documents, folder, summary } = seeded;
    const request = { db: database.db, documents, dataDir: folder, log: () => {}, now };
    try {
      // Without its accounts the plan fails at the first decision, after all usul were written.
      const broken = { ...summary.plan, accounts: [] };
      await expect(runSeed({ ...request, plan: broken })).rejects.toThrow('No verifikator');
      expect(await hasData(database.db)).toBe(false);
      await runSeed({ ...request, plan: summary.plan });
      expect(await hasData(database.db)).toBe(true);
    } finally {
      await database.drop();
    }
  }, 240_000);

  it('leaves the planner with figures, so that the first answers are quick', async () => {
    const { rows } = await sql<{ name: string; known: number }>`
      SELECT relname AS name, reltuples AS known FROM pg_class
      WHERE relname IN ('usul', 'feed_entry', 'usul_document', 'existing_record')
    `.execute(seeded.database.db);
    for (const { name, known } of rows) expect([name, known > 0]).toEqual([name, true]);
  });

  it('says what it does, with amounts', () => {
    expect(seeded.lines[0]).toMatch(/60 pegawai, 104 usul/);
    expect(seeded.lines.some((line) => /Membuat dokumen \d+ dari \d+/.test(line))).toBe(true);
  });

  it('comes out the same a second time: every usul and every byte', async () => {
    const second = await seedOnce();
    try {
      expect(await inboxOf(second, 'disdik')).toEqual(await inboxOf(seeded, 'disdik'));
    } finally {
      await removeSeeded(second);
    }
  }, 240_000);
});

async function seedOnce(): Promise<Seeded> {
  const database = await makeTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'meja-seed-'));
  const documents = await openDocumentStore(path.join(folder, 'documents'));
  const lines: string[] = [];
  const summary = await runSeed({
    db: database.db,
    documents,
    dataDir: folder,
    log: (line) => lines.push(line),
    now,
    plan: planDemo({ seed: 'uji', today: localDateOf(now), size: 'small' }),
  });
  return { database, folder, documents, summary, lines };
}

async function removeSeeded({ database, folder }: Seeded): Promise<void> {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
}

async function inboxOf({ database, summary }: Seeded, slug: string): Promise<Usul[]> {
  const opd = summary.plan.offices.find((office) => office.slug === slug)!;
  const page = await readChanges(database.db, {
    reader: { role: 'verifikator', scope: { kind: 'opd', id: opd.id } },
    cursor: undefined,
    limit: 500,
  });
  if (!page.ok) throw new Error(page.error.kind);
  return page.value.changes.flatMap((change) => (change.kind === 'usul' ? [change.usul] : []));
}

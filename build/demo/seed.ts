import { truthsOf, writeTruth } from '#build/demo/faults/truth-file.ts';
import { drawDocuments } from '#build/demo/load/draw-documents.ts';
import { insertPlan } from '#build/demo/load/insert-plan.ts';
import { reportProgress } from '#build/demo/load/report-progress.ts';
import { shareWork } from '#build/demo/load/share-work.ts';
import { takeSteps } from '#build/demo/load/take-steps.ts';
import type { DemoPlan } from '#build/demo/plan/demo-plan.ts';
import { type DemoAccount, demoAccounts } from '#build/demo/plan/plan-accounts.ts';
import { planDemo } from '#build/demo/plan/plan-demo.ts';
import { seedTexts } from '#build/demo/texts.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import type { DocumentStore } from '#server/documents/document-store.ts';
import { inTransaction, refreshStatistics, type Db } from '#server/store/database.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

/** Name of the choices of the demonstration; the same name and day give the same data, byte for byte. */
export const demoSeed = 'tirta-kencana';

/** Where the demonstration data goes. */
export interface SeedRequest {
  readonly db: Db;
  readonly documents: DocumentStore;
  /** Folder that also takes the truth about the planted faults. */
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Its calendar day is the one that deadlines stand around. */
  readonly now: Date;
  /** Another plan than the full one, for tests. */
  readonly plan?: DemoPlan;
}

/** What was put in. */
export interface SeedSummary {
  readonly plan: DemoPlan;
  readonly accounts: readonly DemoAccount[];
}

/**
 * Fills an empty, migrated database and document store with the demonstration. All documents are drawn first and all
 * rows written in one transaction, so a run that was interrupted can simply be repeated. Throws a StartProblem when
 * the database has data already.
 */
export async function runSeed(request: SeedRequest): Promise<SeedSummary> {
  const { db, documents, log } = request;
  if (await hasData(db)) throw new StartProblem(seedTexts.notEmpty);
  const began = performance.now();
  const plan =
    request.plan ?? planDemo({ seed: demoSeed, today: localDateOf(request.now), size: 'full' });
  const count = plan.usuls.reduce((sum, usul) => sum + usul.documents.length, 0);
  log(seedTexts.planned(plan.people.length, plan.usuls.length, count));
  const drawn = await drawDocuments(
    plan,
    documents,
    reportProgress(log, () => performance.now()),
  );
  log(seedTexts.writing);
  await inTransaction(db, async (tx) => {
    await insertPlan(tx, plan, drawn);
    await takeSteps(tx, plan, drawn);
    await shareWork(tx, plan, request.now);
    await writeTruth(request.dataDir, truthsOf(plan, drawn));
  });
  await refreshStatistics(db);
  log(seedTexts.done(plan.usuls.length, Math.round((performance.now() - began) / 1000)));
  return { plan, accounts: demoAccounts(plan) };
}

/** Whether anybody has written to this database. */
export async function hasData(db: Db): Promise<boolean> {
  const found = await Promise.all([
    db.selectFrom('instansi').select('id').limit(1).executeTakeFirst(),
    db.selectFrom('account').select('id').limit(1).executeTakeFirst(),
  ]);
  return found.some((row) => row !== undefined);
}

import { sql } from 'kysely';
import { submitUsul, type SubmittedDocument } from '#server/commands/submissions.ts';
import type { Db } from '#server/store/database.ts';
import type { Actor, WorkflowAction } from '#shared/workflow/workflow.ts';
import { makeNewUsul } from '#tests/support/builders.ts';
import { takeStep } from '#tests/support/take-step.ts';

/** What the usul of `dinas-a` come to. */
export interface Busyness {
  /** Usul that wait for the approver of `kab-a`. */
  readonly waiting: number;
  /** Usul of every other kind, most of them new. */
  readonly others: number;
  readonly document: SubmittedDocument;
}

const verifikator: Actor = { role: 'verifikator', scope: { kind: 'opd', id: 'dinas-a' } };
const approver: Actor = { role: 'approver', scope: { kind: 'instansi', id: 'kab-a' } };
const atOnce = 4000;

/** Of each hundred other usul, these go further than the verifikator's desk: two of them past the approver's. */
const courses: readonly (readonly (readonly [Actor, WorkflowAction])[])[] = [
  [[verifikator, 'perbaikan']],
  [[verifikator, 'tolak']],
  [
    [verifikator, 'teruskan'],
    [approver, 'teruskan'],
  ],
  [
    [verifikator, 'teruskan'],
    [approver, 'kembalikan'],
  ],
];

/**
 * Fills an instansi (see `addOrganisation`) through the server's own doors. What waits for the approver lies evenly
 * spread between the others, as it would after months, and nothing of it shows how many others there are.
 */
export async function fillInstansi(db: Db, { waiting, others, document }: Busyness): Promise<void> {
  const every = Math.ceil((waiting + others) / waiting);
  const waits: string[] = [];
  const rest: string[] = [];
  for (let from = 0; from < waiting + others; from += atOnce) {
    const usuls = Array.from({ length: Math.min(atOnce, waiting + others - from) }, () =>
      makeNewUsul('dinas-a', { documents: [document] }),
    );
    await submitUsul(db, usuls);
    for (const [index, { id }] of usuls.entries()) {
      const isWaiting = (from + index) % every === 0 && waits.length < waiting;
      (isWaiting ? waits : rest).push(id);
    }
  }
  // Rounding leaves some over.
  waits.push(...rest.splice(0, waiting - waits.length));
  for (const id of waits) await walk(db, id, [[verifikator, 'teruskan']]);
  for (const [index, id] of rest.entries()) await walk(db, id, courses[index % 100] ?? []);
  await sql`ANALYZE`.execute(db);
}

async function walk(
  db: Db,
  usulId: string,
  course: readonly (readonly [Actor, WorkflowAction])[],
): Promise<void> {
  for (const [actor, action] of course) await takeStep(db, usulId, actor, action);
}

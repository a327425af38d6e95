import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Usul } from '#shared/records/usul.ts';
import { isScanned, planForTests } from '#tests/e2e/support/plan-for-tests.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { templateDesk } from '#tests/e2e/support/template-desk.ts';
import { waitingUsul } from '#tests/e2e/support/waiting-usul.ts';
import { withdrawAll } from '#tests/e2e/support/withdraw-usul.ts';

const truthsSchema = z.array(
  z.object({ usulId: z.string(), fault: z.string(), fields: z.array(z.string()) }),
);

/** A scanned usul of the queue, and the fields in which its document says something else; none where it is honest. */
export interface ScannedUsul {
  readonly usul: Usul;
  readonly wrongFields: readonly string[];
}

/** Faults that a reader finds in the document that was uploaded, field by field. */
const valueFaults: ReadonlySet<string> = new Set(['angka_berubah', 'tanggal_tertukar']);

/**
 * Leaves so many usul in the queue of an office, all of them scans, so many with one planted fault; in the order of the
 * queue.
 */
export async function keepScannedQueue(
  desk: Desk,
  username: string,
  { count, faulty }: { readonly count: number; readonly faulty: number },
): Promise<readonly ScannedUsul[]> {
  const waiting = await waitingUsul(desk, username);
  const truths = truthsSchema.parse(JSON.parse(await readFile(templateDesk().truth, 'utf8')));
  const scanned = scannedIds();
  const scans = waiting
    .filter(({ id, kind }) => scanned.has(id) && kind !== 'hapus')
    .map((usul) => ({ usul, truth: truths.find(({ usulId }) => usulId === usul.id) }));
  const wrong = scans.filter(({ truth }) => truth && valueFaults.has(truth.fault)).slice(0, faulty);
  const honest = scans.filter(({ truth }) => truth === undefined).slice(0, count - wrong.length);
  const chosen = new Set([...wrong, ...honest].map(({ usul }) => usul));
  if (wrong.length < faulty || chosen.size < count) {
    throw new Error(
      `The demonstration has ${wrong.length} wrong and ${honest.length} right scans.`,
    );
  }
  await withdrawAll(
    desk,
    waiting.filter((usul) => !chosen.has(usul)),
  );
  return scans
    .filter(({ usul }) => chosen.has(usul))
    .map(({ usul, truth }) => ({ usul, wrongFields: truth?.fields ?? [] }));
}

/** Which usul of the small demonstration have nothing but scans. */
function scannedIds(): ReadonlySet<string> {
  const { usuls } = planForTests(new Date());
  return new Set(usuls.filter(isScanned).map(({ id }) => id));
}

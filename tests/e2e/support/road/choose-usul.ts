import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { keepBulkPolicy } from '#server/bulk/bulk-policies.ts';
import { assignByHand } from '#server/assignment/assign-many.ts';
import { inTransaction } from '#server/store/database.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import { recordTypeIdSchema, type RecordTypeId } from '#shared/records/record-type.ts';
import type { Usul } from '#shared/records/usul.ts';
import { stagesOf } from '#shared/workflow/authority/authority.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { templateDesk } from '#tests/e2e/support/template-desk.ts';
import { waitingUsul } from '#tests/e2e/support/waiting-usul.ts';
import { withdrawAll } from '#tests/e2e/support/withdraw-usul.ts';

/** The usul of the story, as they were submitted. */
export interface RoadUsul {
  /** One of each record type, as far as can be without fault: each is approved in the end. */
  readonly approved: readonly Usul[];
  /** That of a record type. */
  readonly ofType: (type: RecordTypeId) => Usul;
  /** Withdrawn by its ASN. */
  readonly withdrawn: Usul;
  /** Refused by the validator. */
  readonly refused: Usul;
}

/** Record types that BKN validates. */
export const bknTypes = recordTypeIdSchema.options.filter((type) => stagesOf(type).length === 3);
/** Record types that the verifikator passes on to BKPSDM. */
export const ownTypes = recordTypeIdSchema.options.filter((type) => !bknTypes.includes(type));

/** Chooses the usul of the story; every other one of the instansi is withdrawn, so that nobody fetches its documents. */
export async function chooseUsul(desk: Desk): Promise<RoadUsul> {
  const faulty = await faultyIds();
  const officers = new Set(
    (await desk.db.selectFrom('account').select('nip').execute()).map(({ nip }) => nip),
  );
  const right = (await waitingUsul(desk, busyVerifikator.username))
    .filter(({ employee, history }) => history.length === 1 && !officers.has(employee.nip))
    // Of the rarest record types there may be none without fault.
    .toSorted(
      (a, b) =>
        Number(a.kind === 'hapus') - Number(b.kind === 'hapus') ||
        Number(faulty.has(a.id)) - Number(faulty.has(b.id)) ||
        sizeOf(a) - sizeOf(b),
    );
  const taken = new Set<Usul>();
  const take = (type: RecordTypeId): Usul => {
    const usul = right.find((one) => one.recordType === type && !taken.has(one));
    if (!usul) throw new Error(`No usul of ${type} is left.`);
    taken.add(usul);
    return usul;
  };
  const approved = recordTypeIdSchema.options.map(take);
  const ofType = (type: RecordTypeId): Usul => approved.find((one) => one.recordType === type)!;
  const spare = (types: readonly RecordTypeId[]): Usul =>
    take(types.find((type) => right.some((one) => one.recordType === type && !taken.has(one)))!);
  const chosen = { approved, ofType, withdrawn: spare(ownTypes), refused: spare(bknTypes) };
  const others = await desk.db
    .selectFrom('usul')
    .select('id')
    .where('keadaan', '<>', 'selesai')
    .execute();
  const kept = new Set([...taken].map(({ id }) => id));
  const rest = others.map(({ id }) => id).filter((id) => !kept.has(id));
  await withdrawAll(desk, await readUsulByIds(desk.db, rest));
  return chosen;
}

/** What a PC fetches of an usul, as far as it differs. */
function sizeOf({ documents }: Usul): number {
  return documents.reduce((sum, { size }) => sum + size, 0);
}

async function faultyIds(): Promise<ReadonlySet<string>> {
  const truths = z
    .array(z.object({ usulId: z.string() }))
    .parse(JSON.parse(await readFile(templateDesk().truth, 'utf8')));
  return new Set(truths.map(({ usulId }) => usulId));
}

/** One usul is a verifikator's by hand. */
export async function giveByHand(desk: Desk, usul: Usul, appointmentId: string): Promise<void> {
  const scope = { kind: 'opd', id: usul.opdId } as const;
  const given = await assignByHand(
    desk.db,
    { scope, stage: 'verifikasi', filter: { usulIds: [usul.id] } },
    appointmentId,
    { by: null, reason: 'Pembagian tugas minggu ini.', now: new Date() },
  );
  if (!given.ok) throw new Error(`Not assigned: ${given.error}`);
}

/** One usul is drawn of what is approved in bulk, which is nothing that BKN has validated. */
export async function drawOne(desk: Desk, { instansiId }: Usul): Promise<void> {
  const policy = { percent: 1, least: 1, excludedTypes: bknTypes };
  await inTransaction(desk.db, (tx) => keepBulkPolicy(tx, instansiId, policy));
}

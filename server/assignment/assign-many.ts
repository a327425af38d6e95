import { findAppointment, standingOf } from '#server/accounts/appointments.ts';
import { enterStage, type EnteringUsul } from '#server/assignment/enter-stage.ts';
import { fitsStage } from '#server/assignment/rules.ts';
import { lockSelected, type SelectedUsul, type Selection } from '#server/assignment/selection.ts';
import { endAssignments, insertAssignments } from '#server/assignment/write-assignments.ts';
import { announceChanges } from '#server/feed/feed-counters.ts';
import { actOf, writeAudit, type Acting } from '#server/store/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';
import { readEarlierDecisions } from '#server/usul/earlier-decisions.ts';
import { findOpdPlaces } from '#server/usul/usul-place.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { UsulPosition } from '#shared/records/usul.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { deciderOf, scopeCovers, type UsulPlace } from '#shared/workflow/authority/authority.ts';
import { queueKeysOf } from '#shared/workflow/queues.ts';
import { isOwnUsul } from '#shared/workflow/authority/own-usul.ts';
import { hasDecidedEarlier, type EarlierDecision } from '#shared/workflow/workflow.ts';

/** Who assigns, and what is written down of it. */
export interface Assigning {
  /** Null: at the server's command line. */
  readonly by: Acting | null;
  readonly reason: string;
  readonly now: Date;
}

/** How many came to somebody, and which were left because that person may not decide them. */
export interface AssignedMany {
  readonly assigned: number;
  readonly left: readonly LeftUsul[];
}

/** An usul that was left as it was. */
export interface LeftUsul {
  readonly usulId: string;
  readonly why: 'milik_sendiri' | 'sudah_memutus' | 'di_luar_cakupan';
}

/** Why nothing is assigned to an appointment: there is none, it is not valid today, or it decides at another stage. */
export type AssignRefusal = 'tidak_ada' | 'tidak_berlaku' | 'tahap_lain';

/** So many are locked at once: others go on deciding meanwhile. */
const atOnce = 200;

/** Gives the selected usul to one person, in pieces; what he or she may not decide stays as it was, and is named. */
export async function assignByHand(
  db: Db | Tx,
  selection: Selection,
  appointmentId: string,
  assigning: Assigning,
): Promise<Result<AssignedMany, AssignRefusal>> {
  const held = await findAppointment(db, appointmentId);
  if (!held) return fail('tidak_ada');
  if (!held.active || standingOf(held, assigning.now) !== 'berlaku') return fail('tidak_berlaku');
  const { account } = held;
  const decides =
    account.role === deciderOf(selection.stage) && fitsStage(account.scope, selection.stage);
  if (!decides) return fail('tahap_lain');
  const left: LeftUsul[] = [];
  let assigned = 0;
  await inPieces(db, selection, async (tx, piece) => {
    const mine: PlacedUsul[] = [];
    for (const usul of piece) {
      const why = whyLeft(usul, account, selection);
      if (why) left.push({ usulId: usul.id, why });
      else if (usul.heldBy !== appointmentId) mine.push(usul);
    }
    await giveTo(tx, mine, selection, appointmentId, assigning);
    assigned += mine.length;
  });
  return succeed({ assigned, left });
}

/** Gives the selected usul to people by the rules as they are now. */
export async function assignByRule(
  db: Db,
  selection: Selection,
  assigning: Assigning,
): Promise<number> {
  let count = 0;
  await inPieces(db, selection, async (tx, piece) => {
    const { stage } = selection;
    const usulIds = piece.map(({ id }) => id);
    await endAssignments(tx, { usulIds, stage }, assigning.now);
    await enterStage(tx, piece, stage, assigning.now);
    await announce(tx, piece, selection);
    await note(tx, selection, assigning, { aturan: 1, jumlah: piece.length });
    count += piece.length;
  });
  return count;
}

interface PlacedUsul extends SelectedUsul, EnteringUsul {}

async function inPieces(
  db: Db | Tx,
  selection: Selection,
  work: (tx: Tx, piece: readonly PlacedUsul[]) => Promise<void>,
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const last = await inTransaction(db, async (tx) => {
      const selected = await lockSelected(tx, selection, after, atOnce);
      if (selected.length > 0) await work(tx, await placed(tx, selected));
      return selected.length < atOnce ? undefined : selected.at(-1)?.id;
    });
    if (last === undefined) return;
    after = last;
  }
}

async function placed(tx: Tx, selected: readonly SelectedUsul[]): Promise<readonly PlacedUsul[]> {
  const places = await findOpdPlaces(
    tx,
    selected.map(({ opdId }) => opdId),
  );
  const decided = await readEarlierDecisions(
    tx,
    selected.map(({ id }) => id),
  );
  return selected.map((usul) => ({
    ...usul,
    place: { ...places.get(usul.opdId)!, employeeId: usul.employeeId },
    decided: decided.get(usul.id) ?? [],
  }));
}

function whyLeft(
  { place, employeeNip, decided }: PlacedUsul,
  account: AppointedAccount,
  { stage }: Selection,
): LeftUsul['why'] | undefined {
  if (!scopeCovers(account.scope, place)) return 'di_luar_cakupan';
  if (isOwnUsul(account, employeeNip)) return 'milik_sendiri';
  const at: { position: UsulPosition; decided: readonly EarlierDecision[] } = {
    position: { kind: 'menunggu', stage },
    decided,
  };
  return hasDecidedEarlier(at, account) ? 'sudah_memutus' : undefined;
}

async function giveTo(
  tx: Tx,
  usuls: readonly PlacedUsul[],
  selection: Selection,
  appointmentId: string,
  assigning: Assigning,
): Promise<void> {
  if (usuls.length === 0) return;
  const { stage } = selection;
  const { by, reason, now } = assigning;
  await endAssignments(tx, { usulIds: usuls.map(({ id }) => id), stage }, now);
  await insertAssignments(
    tx,
    usuls.map(({ id: usulId, heldByAccount, place: { instansiId } }) => ({
      usulId,
      instansiId,
      stage,
      appointmentId,
      at: now,
      why: 'manual',
      byAccount: by?.accountId ?? null,
      reason,
      // Whoever had it is told.
      takenFrom: heldByAccount,
    })),
  );
  await announce(tx, usuls, selection);
  await note(tx, selection, assigning, { kepada: appointmentId, jumlah: usuls.length });
}

async function announce(
  tx: Tx,
  usuls: readonly { readonly id: string; readonly place: UsulPlace }[],
  { stage }: Selection,
): Promise<void> {
  await announceChanges(
    tx,
    usuls.map(({ id: usulId, place }) => {
      const keys = queueKeysOf(place, { kind: 'menunggu', stage });
      return { usulId, before: keys, now: keys };
    }),
  );
}

async function note(
  tx: Tx,
  { stage }: Selection,
  { by }: Assigning,
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  await writeAudit(tx, actOf(by, 'penugasan', { tahap: stage, ...details }));
}

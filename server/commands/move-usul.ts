import { lockUsuls, type LockedUsul } from '#server/commands/usul-change.ts';
import { enterStage, type EnteringUsul } from '#server/assignment/enter-stage.ts';
import { announceChanges, type QueueChange } from '#server/feed/feed-counters.ts';
import { sql } from 'kysely';
import type { Tx } from '#server/store/database.ts';
import { findOpdPlaces } from '#server/usul/usul-place.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { activeStages } from '#shared/records/usul.ts';
import type { UsulPlace } from '#shared/workflow/authority/authority.ts';
import { queueKeysOf } from '#shared/workflow/queues.ts';

/** Where an usul goes. */
export interface MoveTarget {
  readonly opdId: string;
  readonly unorId: string;
}

/** Moves an usul to another unor, and OPD, of the same or another instansi; queues that it leaves are told so. */
export async function moveUsul(
  tx: Tx,
  usulId: string,
  target: MoveTarget,
): Promise<Result<{ readonly version: number }, { readonly kind: 'tidak_ada' }>> {
  const [moved] = await moveUsuls(tx, new Map([[usulId, target]]));
  return moved ? succeed({ version: moved.version }) : fail({ kind: 'tidak_ada' });
}

interface MovedUsul {
  readonly version: number;
  readonly usul: LockedUsul;
  readonly place: UsulPlace;
  readonly target: MoveTarget;
}

/**
 * The same of many, by their ids; those that do not exist, or go to an OPD that does not, are left out. All are locked before the
 * first counter of a feed is: whoever locks usul after counters could wait for somebody who waits for him.
 */
export async function moveUsuls(
  tx: Tx,
  targets: ReadonlyMap<string, MoveTarget>,
): Promise<readonly MovedUsul[]> {
  const usuls = await lockUsuls(tx, [...targets.keys()]);
  const places = await findOpdPlaces(
    tx,
    [...targets.values()].map(({ opdId }) => opdId),
  );
  const moved: MovedUsul[] = [];
  for (const usul of usuls) {
    const target = targets.get(usul.id)!;
    const place = places.get(target.opdId);
    if (!place) continue;
    const version = await put(tx, usul.id, target, place.instansiId);
    moved.push({ version, usul, target, place: { ...place, employeeId: usul.place.employeeId } });
  }
  const now = new Date();
  for (const stage of activeStages) {
    const waiting = moved.flatMap(({ usul, place, target }): EnteringUsul[] => {
      const { id, decided = [], position } = usul;
      const isThere = position.kind === 'menunggu' && position.stage === stage;
      return isThere ? [{ id, unorId: target.unorId, place, decided }] : [];
    });
    if (waiting.length > 0) await enterStage(tx, waiting, stage, now);
  }
  await announceChanges(tx, moved.map(changeOf));
  return moved;
}

function changeOf({ usul, place }: MovedUsul): QueueChange {
  const { id: usulId, position } = usul;
  const before = queueKeysOf(usul.place, position);
  return { usulId, before, now: queueKeysOf(place, position) };
}

async function put(
  tx: Tx,
  usulId: string,
  { opdId, unorId }: MoveTarget,
  instansiId: string,
): Promise<number> {
  const { version } = await tx
    .updateTable('usul')
    .set({
      opd_id: opdId,
      unor_id: unorId,
      version: sql`version + 1`,
      version_at: sql`now()`,
    })
    .where('id', '=', usulId)
    .returning('version')
    .executeTakeFirstOrThrow();
  // Others answer there.
  await tx
    .updateTable('thread')
    .set({ instansi_id: instansiId, holder_id: null, held_at: null })
    .where('usul_id', '=', usulId)
    .where('instansi_id', '<>', instansiId)
    .execute();
  return version;
}

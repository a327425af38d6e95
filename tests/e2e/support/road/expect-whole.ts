import { expect } from '@playwright/test';
import { verifyChains } from '#server/commands/verify-chains.ts';
import type { Db } from '#server/store/database.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import type { ActiveStage, UsulPosition } from '#shared/records/usul.ts';
import { declarationOf, type Role } from '#shared/workflow/authority/roles.ts';

/** A deed as a history shows it: who did what. */
export type ToldDeed = readonly [actor: string, action: string];

/** What an usul has gone through in the end, from its submission on. */
export interface Road {
  readonly id: string;
  readonly position: UsulPosition;
  readonly deeds: readonly ToldDeed[];
}

/** All that was decided at a stage has arrived: nothing waits there any more. */
export async function expectNoneAt(db: Db, stage: ActiveStage): Promise<void> {
  const waiting = (): Promise<readonly { readonly id: string }[]> =>
    db
      .selectFrom('usul')
      .select('id')
      .where('keadaan', '=', 'menunggu')
      .where('stage', '=', stage)
      .execute();
  await expect.poll(waiting, { timeout: 60_000 }).toEqual([]);
}

/** Usul stand as told, and went the ways that are told, by the people who are told. */
export async function expectRoads(db: Db, roads: readonly Road[]): Promise<void> {
  const usuls = await readUsulByIds(
    db,
    roads.map(({ id }) => id),
  );
  const gone = usuls.map(({ id, position, history }): Road => {
    const deeds = history.map(({ actorName, action }): ToldDeed => [actorName, action]);
    return { id, position, deeds };
  });
  const byId = (a: Road, b: Road): number => a.id.localeCompare(b.id);
  expect(gone.toSorted(byId)).toEqual(roads.toSorted(byId));
}

/**
 * The chains are whole, and each usul was decided once at each stage of each revision, under an appointment that decides there
 * and that whoever decided has.
 */
export async function expectWholeChain(db: Db, ids: readonly string[]): Promise<void> {
  expect((await verifyChains(db)).filter(({ fault }) => fault)).toEqual([]);
  const rows = await db
    .selectFrom('decision')
    .innerJoin('appointment', 'appointment.id', 'decision.appointment_id')
    .select(['decision.usul_id', 'decision.payload', 'decision.account_id'])
    .select(['appointment.role', 'appointment.account_id as appointed'])
    .where('decision.usul_id', 'in', [...ids])
    .execute();
  expect(rows.filter((row) => row.appointed !== row.account_id)).toEqual([]);
  const decided = rows
    // A question and its answer leave the usul at its stage.
    .filter(({ payload: { outcome } }) => outcome !== 'koordinasi' && outcome !== 'jawab')
    .map((row) => `${row.usul_id} ${row.payload.revision} ${stageDecidedBy(row.role)}`);
  expect(decided.filter((one, at) => decided.indexOf(one) !== at)).toEqual([]);
}

function stageDecidedBy(role: Role): string {
  const { decides } = declarationOf(role);
  if (decides === null) throw new Error(`${role} decides at no stage.`);
  return decides;
}

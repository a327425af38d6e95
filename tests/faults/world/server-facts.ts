import { z } from 'zod';
import type { Db } from '#server/store/database.ts';
import { toPosition } from '#server/usul/usul-position.ts';
import type { NotedDecision, UsulPlace } from '#tests/faults/client/driver-contract.ts';

/** What the server holds of an office. */
export interface ServerFacts {
  readonly decisions: readonly NotedDecision[];
  /** Those that lie on the desk of the office: settled ones leave it. */
  readonly usul: readonly UsulPlace[];
  /** How often the history says that the verifikator acted on an usul. */
  readonly verifikatorEvents: ReadonlyMap<string, number>;
}

const payloadSchema = z.object({ version: z.number(), note: z.string() });

/** Reads them from the tables, past the server's own code. */
export async function readServerFacts(db: Db, opdId: string): Promise<ServerFacts> {
  const usul = await db.selectFrom('usul').selectAll().where('opd_id', '=', opdId).execute();
  const ids = usul.map(({ id }) => id);
  const decisions = await db
    .selectFrom('decision')
    .select(['id', 'usul_id', 'payload'])
    .where('usul_id', 'in', ids)
    .execute();
  const events = await db
    .selectFrom('usul_event')
    .select(['usul_id'])
    .where('usul_id', 'in', ids)
    .where('actor_role', '=', 'verifikator')
    .execute();
  const verifikatorEvents = new Map<string, number>();
  for (const { usul_id: id } of events) {
    verifikatorEvents.set(id, (verifikatorEvents.get(id) ?? 0) + 1);
  }
  return {
    decisions: decisions.map(({ id, usul_id: usulId, payload }) => ({
      id,
      usulId,
      ...payloadSchema.parse(payload),
    })),
    usul: usul
      .filter(({ keadaan }) => keadaan !== 'selesai')
      .map((row) => ({
        id: row.id,
        revision: row.revision,
        version: row.version,
        position: toPosition(row),
      })),
    verifikatorEvents,
  };
}

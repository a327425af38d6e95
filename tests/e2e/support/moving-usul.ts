import { actOnUsul, changeUsul } from '#server/commands/usul-actions.ts';
import { moveUsul } from '#server/commands/move-usul.ts';
import { lockUsul, type UsulAction } from '#server/commands/usul-change.ts';
import { inTransaction } from '#server/store/database.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';

/** What happens to an usul on the server while a PC is offline. */
export interface MovingUsul {
  /** Another verifikator of the same office returns it to the ASN. */
  returnByColleague(usulId: string, note: string): Promise<void>;
  /** Another verifikator of the same office sends it on. */
  forwardByColleague(usulId: string): Promise<void>;
  /** The ASN submits it again with these values changed. */
  resubmit(usulId: string, changed: RecordValues): Promise<void>;
  /** The ASN withdraws it. */
  withdraw(usulId: string): Promise<void>;
  /** It goes to another office. */
  moveAway(usulId: string): Promise<void>;
}

/** Name of the colleague who decides in between. */
export const colleague = 'Rekan Contoh, S.Sos.';

/** Moves usul on the server of a desk, by its own write path. */
export function makeMovingUsul({ db }: Pick<Desk, 'db'>): MovingUsul {
  async function read(usulId: string): Promise<Usul> {
    const [usul] = await readUsulByIds(db, [usulId]);
    if (!usul) throw new Error(`No usul ${usulId}`);
    return usul;
  }

  async function decide(usulId: string, change: Pick<UsulAction, 'action' | 'reasons' | 'note'>) {
    const judged = await read(usulId);
    const scope = { kind: 'opd', id: judged.opdId } as const;
    const actor = { role: 'verifikator', scope, name: colleague } as const;
    const step = await inTransaction(db, async (tx) => {
      const locked = await lockUsul(tx, usulId);
      return changeUsul(tx, locked!, { usulId, actor, judged, now: new Date(), ...change });
    });
    if (!step.ok) throw new Error(`Refused: ${step.error.kind}`);
  }

  async function actAsAsn(
    usulId: string,
    action: 'ajukan_ulang' | 'tarik',
    changed?: RecordValues,
  ): Promise<void> {
    const judged = await read(usulId);
    const { employee, values, oldValues, documents } = judged;
    const content = {
      values: { ...values, ...changed },
      oldValues,
      asnNote: 'Sudah diperbaiki sesuai piagam.',
      documents,
    };
    const step = await actOnUsul(db, {
      usulId,
      actor: {
        role: 'asn',
        scope: { kind: 'employee', id: employee.id },
        name: employee.nama,
      },
      action,
      judged,
      reasons: [],
      note: action === 'tarik' ? 'Salah unggah.' : '',
      now: new Date(),
      ...(changed && { content }),
    });
    if (!step.ok) throw new Error(`Refused: ${step.error.kind}`);
  }

  return {
    returnByColleague: (usulId, note) =>
      decide(usulId, { action: 'perbaikan', reasons: ['DATA_BEDA'], note }),
    forwardByColleague: (usulId) => decide(usulId, { action: 'teruskan', reasons: [], note: '' }),
    resubmit: (usulId, changed) => actAsAsn(usulId, 'ajukan_ulang', changed),
    withdraw: (usulId) => actAsAsn(usulId, 'tarik'),
    async moveAway(usulId) {
      const { opdId } = await read(usulId);
      const target = await db
        .selectFrom('unor')
        .select(['unor.id as unorId', 'unor.opd_id as opdId'])
        .where('unor.opd_id', '!=', opdId)
        .executeTakeFirstOrThrow();
      const moved = await db.transaction().execute((tx) => moveUsul(tx, usulId, target));
      if (!moved.ok) throw new Error(`Refused: ${moved.error.kind}`);
    },
  };
}

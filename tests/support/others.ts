import { takeDecision } from '#server/commands/take-decision.ts';
import { actOnUsul, type PlainAction } from '#server/commands/usul-actions.ts';
import { moveUsul } from '#server/commands/move-usul.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addAccount, currentUsul, makeRefusal } from '#tests/support/builders.ts';
import type { TestServer } from '#tests/support/server.ts';

/** What others do to an usul of `dinas-a` while a PC does not look; each insists that it may. */
export interface Others {
  readonly withdraw: (usul: Usul) => Promise<void>;
  /** Returned by a colleague and submitted again with another value. */
  readonly resubmit: (usul: Usul) => Promise<void>;
  /** To `dinas-b`. */
  readonly reassign: (usul: Usul) => Promise<void>;
  /** A colleague at another PC returns it to its ASN. */
  readonly returnToAsn: (usul: Usul) => Promise<void>;
}

/** The others, at this server. */
export function makeOthers(server: TestServer): Others {
  async function actAsAsn(
    usul: Usul,
    action: Pick<PlainAction, 'action' | 'content'>,
  ): Promise<void> {
    const acted = await actOnUsul(server.db, {
      usulId: usul.id,
      actor: { role: 'asn', scope: { kind: 'employee', id: usul.employee.id }, name: 'ASN' },
      judged: await currentUsul(server.db, usul.id),
      reasons: [],
      note: '',
      now: new Date(),
      ...action,
    });
    insist(acted.ok);
  }

  async function returnToAsn(usul: Usul): Promise<void> {
    const scope = { kind: 'opd', id: 'dinas-a' } as const;
    const account = await addAccount(server.db, 'rekan', 'verifikator', scope);
    const payload = makeRefusal(usul, { outcome: 'perbaikan' });
    const taken = await takeDecision(server.db, { account, payload, receivedAt: new Date() });
    insist(taken.ok);
  }

  return {
    withdraw: (usul) => actAsAsn(usul, { action: 'tarik' }),
    resubmit: async (usul) => {
      await returnToAsn(usul);
      const { oldValues, documents, asnNote } = usul;
      const values = { ...usul.values, tahun: '2023' };
      const content = { values, oldValues, documents, asnNote };
      await actAsAsn(usul, { action: 'ajukan_ulang', content });
    },
    reassign: async (usul) => {
      const target = { opdId: 'dinas-b', unorId: 'unor-dinas-b' };
      const moved = await server.db.transaction().execute((tx) => moveUsul(tx, usul.id, target));
      insist(moved.ok);
    },
    returnToAsn,
  };
}

function insist(done: boolean): void {
  if (!done) throw new Error('The server refused what the test is about.');
}

import { actOnUsul } from '#server/commands/usul-actions.ts';
import type { Db } from '#server/store/database.ts';
import { usulKindSchema, type Usul } from '#shared/records/usul.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { waitingUsul } from '#tests/e2e/support/waiting-usul.ts';

/** Withdraws these usul, so that the queue of their office is what is left. */
export async function withdrawAll(desk: Pick<Desk, 'db'>, usuls: readonly Usul[]): Promise<void> {
  for (const usul of usuls) {
    const done = await actOnUsul(desk.db, {
      usulId: usul.id,
      actor: {
        role: 'asn',
        scope: { kind: 'employee', id: usul.employee.id },
        name: usul.employee.nama,
      },
      action: 'tarik',
      judged: usul,
      reasons: [],
      note: '',
      now: new Date(),
    });
    if (!done.ok) throw new Error(`withdrawing ${usul.id}: ${done.error.kind}`);
  }
}

const shortLength = 12;

/** Leaves the most urgent dozen in the queue of the office of an account, and the most urgent one of each kind. */
export async function shortenQueue(db: Db, username: string): Promise<void> {
  const waiting = await waitingUsul({ db }, username);
  const kinds = usulKindSchema.options.map((kind) => waiting.find((usul) => usul.kind === kind));
  const kept = new Set([...waiting.slice(0, shortLength), ...kinds]);
  await withdrawAll(
    { db },
    waiting.filter((usul) => !kept.has(usul)),
  );
}

import { actOnUsul } from '#server/commands/usul-actions.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';

/** Withdraws these usul, so that the queue of their office is what is left. */
export async function withdrawAll(desk: Desk, usuls: readonly Usul[]): Promise<void> {
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

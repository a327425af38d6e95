import type { DemoPlan } from '#build/demo/plan/demo-plan.ts';
import { waitsForVerifikator } from '#build/demo/plan/plan-accounts.ts';
import { sharedWork } from '#build/demo/texts.ts';
import { assignByHand } from '#server/assignment/assign-many.ts';
import type { Tx } from '#server/store/database.ts';

/** So many usul are the second verifikator's own. */
const shared = 8;

/**
 * Gives some usul of the office that has two verifikators to the second of them, so that both see what a colleague has and may
 * take it over. In the full demonstration alone.
 */
export async function shareWork(tx: Tx, plan: DemoPlan, now: Date): Promise<void> {
  if (plan.request.size !== 'full') return;
  const accounts = plan.accounts.map(({ account }) => account);
  const second = accounts.find(
    (one, at) =>
      one.role === 'verifikator' &&
      accounts
        .slice(0, at)
        .some(({ scope }) => JSON.stringify(scope) === JSON.stringify(one.scope)),
  );
  if (second?.scope.kind !== 'opd') return;
  const { scope } = second;
  const usulIds = plan.usuls
    .filter((usul) => usul.opd.id === scope.id && waitsForVerifikator(usul))
    .slice(-shared)
    .map(({ id }) => id);
  const selection = { scope, stage: 'verifikasi', filter: { usulIds } } as const;
  await assignByHand(tx, selection, second.id, { by: null, reason: sharedWork, now });
}

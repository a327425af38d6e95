import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import type { UsulNow } from '#renderer/core/conflict/conflict-contract.ts';

/** Why the usul of a returned decision cannot be shown. A finished usul (`selesai`) leaves the PC like one that moved. */
export type NotHere = Exclude<UsulNow['kind'], 'ada'> | 'selesai';

/** Tells a finished usul from one that left for another reason, by what the server said when it refused. */
export function whyNotHere(
  { state }: OutboxEntryView,
  now: Exclude<UsulNow, { kind: 'ada' }>,
): NotHere {
  const isFinished = state.kind === 'ditolak' && state.current?.position.kind === 'selesai';
  return now.kind === 'tidak_ada' && isFinished ? 'selesai' : now.kind;
}

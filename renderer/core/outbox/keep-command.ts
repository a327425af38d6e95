import { storeInBoth } from '#renderer/data/journal/keep-both.ts';
import type { KeptCommand } from '#renderer/data/outbox/kept-command.ts';
import { saveCommand, type SaveRefusal } from '#renderer/data/outbox/outbox.ts';
import { isFull } from '#renderer/core/is-full.ts';
import type { Seat } from '#renderer/core/seat/seat.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Why a command is not on the disk: there is no room, or something else went wrong with it. */
export type KeepFailure = 'penuh' | 'gagal';

/**
 * Keeps a command that judges no usul, in the journal and in the outbox, to be sent at once: on the disk in both when it
 * answers success.
 */
export async function keepCommand(
  { database, journal }: Seat,
  kept: KeptCommand,
  at: Date,
  onError: (cause: unknown) => void,
): Promise<Result<void, KeepFailure>> {
  const heldUntil = at.getTime();
  const entry = { ...kept, state: { kind: 'menunggu' } } as const;
  try {
    const saved = await storeInBoth<SaveRefusal>(
      journal,
      { ...kept, heldUntil, shas: [], replaces: [] },
      {
        check: () => Promise.resolve(succeed(undefined)),
        save: () => saveCommand(database, { entry, heldUntil, shas: [], at }),
      },
    );
    if (saved.ok) return saved;
    const { error } = saved;
    onError(new Error(error.by === 'jurnal' ? `jurnal ${error.fault.kind}` : error.error));
    return fail(error.by === 'jurnal' && error.fault.kind === 'penuh' ? 'penuh' : 'gagal');
  } catch (cause) {
    onError(cause);
    return fail(isFull(cause) ? 'penuh' : 'gagal');
  }
}

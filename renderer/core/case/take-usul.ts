import { storeInBoth } from '#renderer/data/journal/keep-both.ts';
import { saveCommand, type SaveRefusal } from '#renderer/data/outbox/outbox.ts';
import type { CasePorts } from '#renderer/core/case/case-ports.ts';
import { caseSentences } from '#renderer/core/case/case-sentences.ts';
import { isFull } from '#renderer/core/is-full.ts';
import { underAppointment, type Seat } from '#renderer/core/seat/seat.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  takeCommandSchema,
  takeOverCommandSchema,
} from '#shared/workflow/assignment/take-commands.ts';

/** What of the world taking an usul needs. */
export type TakePorts = Pick<CasePorts, 'now' | 'newId' | 'onError'>;

/**
 * Takes an usul that nobody has (`reason` null), or takes it over from a colleague: stored on this PC, and sent with the
 * next exchange, before whatever is decided on it.
 */
export async function takeUsul(
  usul: Usul,
  { account, database, journal }: Seat,
  { now, newId, onError }: TakePorts,
  reason: string | null,
): Promise<Result<void, ShownError>> {
  const { id: usulId, position, assignment, employee, recordType, kind: usulKind } = usul;
  if (!assignment || position.kind !== 'menunggu') return fail(caseSentences.noUsulOpen);
  const at = now();
  const common = {
    id: newId(),
    usulId,
    stage: position.stage,
    assignment: assignment.number,
    madeAt: at.toISOString(),
    ...underAppointment({ account }),
  };
  const command =
    reason === null
      ? takeCommandSchema.safeParse({ kind: 'ambil', ...common })
      : takeOverCommandSchema.safeParse({ kind: 'ambil_alih', ...common, reason });
  if (!command.success) return fail(caseSentences.takeReason);
  const shown = { employeeName: employee.nama, nip: employee.nip, recordType, usulKind };
  const kept = { command: command.data, ...shown };
  const [heldUntil, shas] = [at.getTime(), []];
  try {
    const saved = await storeInBoth<SaveRefusal>(
      journal,
      { ...kept, heldUntil, shas, replaces: [] },
      {
        check: async () => succeed(undefined),
        save: () => {
          const entry = { ...kept, state: { kind: 'menunggu' } } as const;
          return saveCommand(database, { entry, heldUntil, shas, at });
        },
      },
    );
    return saved.ok ? succeed(undefined) : fail(caseSentences.takeFailed);
  } catch (cause) {
    onError(cause);
    return fail(isFull(cause) ? caseSentences.takeFull : caseSentences.takeFailed);
  }
}

import type { CommandJournal } from '#renderer/data/journal/command-journal.ts';
import type { JournalCommand, JournalEntry } from '#renderer/data/journal/entries.ts';
import type { JournalFault } from '#shared/bridge/journal-port.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/*
 * The invariant: a command that the screen called saved, and whose withdrawal it did not call done, is in the journal
 * or in the outbox at every moment, and after the next start in both (`reconcile`).
 *
 *   make        check ──► journal: putusan ──► outbox: put ──► "tersimpan"
 *                 └ refused                      └ refused ──► journal: tarik ──► "tidak tersimpan"
 *
 *   withdraw    journal: tarik ──► outbox: delete ──► back on the desk
 *                                   └ already on its way ──► journal: putusan again ──► "sedang dikirim"
 *
 *   amend       journal: putusan anew ──► outbox: put
 *                                          └ already on its way ──► journal: putusan as it was
 *
 * The journal goes first each time because the next start believes it where the outbox is silent:
 * - made in the journal alone (killed in between): the start puts it into the outbox. Nobody was told, and the person
 *   finds done what he or she did do.
 * - amended in the journal alone: the outbox sends it as it was, which is as true.
 * - withdrawn in the journal alone: the outbox still has it, and the start writes it into the journal again. The other
 *   order would bring back what a person took back, and send it.
 * Checking first keeps a second command on the same usul out of the journal: killed in between, both would be sent.
 * A refusal that could not be written down (disk full) is remembered and written with the next entry, before it.
 */

/** Who refused a command: the journal's disk, or the outbox with its own reason. */
export type StoreFailure<E> =
  | { readonly by: 'jurnal'; readonly fault: JournalFault }
  | { readonly by: 'antrean'; readonly error: E };

/**
 * Stores a command in the journal, then with `save` in the outbox; on the disk in both when it answers success. `check`
 * says beforehand whether the outbox will take it; no other window makes one in between.
 */
export async function storeInBoth<E>(
  journal: CommandJournal,
  content: JournalCommand,
  steps: {
    readonly check: () => Promise<Result<void, E>>;
    readonly save: () => Promise<Result<void, E>>;
  },
): Promise<Result<void, StoreFailure<E>>> {
  const { id } = content.command;
  return journal.inTurn(async (turn) => {
    const checked = await steps.check();
    if (!checked.ok) return fail({ by: 'antrean', error: checked.error });
    const noted = await turn.add([{ kind: 'putusan', ...content }]);
    if (!noted.ok) {
      // Part of it may have reached the disk.
      turn.doubtful.add(id);
      return fail({ by: 'jurnal', fault: noted.error });
    }
    const forget = async (): Promise<void> => {
      turn.doubtful.add(id);
      // What fails here stays doubtful.
      await turn.add([]);
    };
    try {
      const saved = await steps.save();
      if (saved.ok) return saved;
      await forget();
      return fail({ by: 'antrean', error: saved.error });
    } catch (cause) {
      await forget();
      throw cause;
    }
  });
}

/**
 * Takes a command back in the journal, then with `take` off the outbox; `take` answers false when it is no longer
 * there to be taken. Resolves with that answer.
 */
export async function withdrawInBoth(
  journal: CommandJournal,
  commandId: string,
  take: () => Promise<boolean>,
): Promise<Result<boolean, JournalFault>> {
  return changeInBoth(journal, commandId, () => ({ kind: 'tarik', id: commandId }), take);
}

/**
 * Changes what a command says that was not sent, in the journal, then with `put` in the outbox; `put` answers false when it
 * is on its way already. Resolves with that answer; false, too, when the journal does not have it.
 */
export async function amendInBoth(
  journal: CommandJournal,
  command: JournalCommand['command'],
  put: () => Promise<boolean>,
): Promise<Result<boolean, JournalFault>> {
  const entry = (before: JournalCommand | undefined) =>
    before ? ({ kind: 'putusan', ...before, command } as const) : null;
  return changeInBoth(journal, command.id, entry, put);
}

async function changeInBoth(
  journal: CommandJournal,
  commandId: string,
  entryAfter: (before: JournalCommand | undefined) => JournalEntry | null,
  change: () => Promise<boolean>,
): Promise<Result<boolean, JournalFault>> {
  return journal.inTurn(async (turn) => {
    const read = await turn.read();
    if (!read.ok) return read;
    const before = read.value.standing.get(commandId);
    const entry = entryAfter(before);
    if (!entry) return succeed(false);
    const noted = await turn.add([entry]);
    const standAgain = async (): Promise<void> => {
      // Should this fail, the outbox has it, and the next start lets the journal say so again.
      if (before) await turn.add([{ kind: 'putusan', ...before }]);
    };
    if (!noted.ok) {
      // Part of it may have reached the disk.
      await standAgain();
      return noted;
    }
    try {
      const changed = await change();
      if (!changed) await standAgain();
      return succeed(changed);
    } catch (cause) {
      await standAgain();
      throw cause;
    }
  });
}

import { CommandJournal, type JournalPlace } from '#renderer/data/journal/command-journal.ts';
import { keepEnvelope, readEnvelopes } from '#renderer/data/journal/kept-envelope.ts';
import { storeInBoth, withdrawInBoth } from '#renderer/data/journal/keep-both.ts';
import { reconcile } from '#renderer/data/journal/reconcile.ts';
import { findSettled, settledEntry } from '#renderer/data/journal/settled.ts';
import { withdrawDecision } from '#renderer/data/outbox/back-to-draft.ts';
import { isDecidedHere } from '#renderer/data/outbox/decided-here.ts';
import { listDecisionsOf } from '#renderer/data/outbox/decision-entries.ts';
import { asksForAction, saveCommand, type NewCommand } from '#renderer/data/outbox/outbox.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';
import type { Journal } from '#shared/bridge/journal-port.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
import { readStates, type Disk } from '#tests/simulation/world/disk.ts';
import type { Life } from '#tests/simulation/world/power.ts';
import { takeTurns } from '#tests/support/journal/power.ts';

/** What may be wrong with a journal, to see whether the oracle notices. */
export type JournalFlaw = (journal: Journal) => Journal;

/** The journal of a desk for one life: every touch of its file is a breath. Decides and takes back as the screens do. */
export class DeskJournal {
  readonly #place: JournalPlace;
  readonly #database: AccountDatabase;
  readonly #journal: CommandJournal;
  #noted = new Set<string>();

  constructor(disk: Disk, database: AccountDatabase, life: Life, flaw: JournalFlaw) {
    const { accountId } = disk;
    const journal = mortal(flaw(disk.journals.journal), life);
    this.#place = { journal, accountId, exclusively: takeTurns() };
    this.#database = database;
    this.#journal = new CommandJournal(this.#place, database.vault);
  }

  /** Keeps a copy of the key; in the simulation an envelope needs no lock. */
  async keepKey(key: Uint8Array): Promise<void> {
    const json = JSON.stringify([...key]);
    if (!(await keepEnvelope(this.#place, json)).ok) throw new Error('No envelope was kept.');
  }

  /** Makes it and the outbox say the same, before anybody decides. */
  async begin(at: Date): Promise<void> {
    const done = await reconcile(this.#database, this.#journal, at);
    if (!done.ok || done.value.fault || done.value.unreadable > 0) {
      throw new Error(`The journal says ${JSON.stringify(done)}.`);
    }
    this.#noted = new Set(findSettled(await readStates(this.#database)));
  }

  /** Stores a decision; false when the outbox refused it. */
  async decide({ usulId, version }: Decision, made: NewCommand): Promise<boolean> {
    const { entry, heldUntil, shas } = made;
    const { state: _state, ...content } = entry;
    const earlier = await listDecisionsOf(this.#database, usulId);
    const replaces = earlier
      .filter(({ state }) => asksForAction(state))
      .map(({ decision }) => decision.id);
    const check = async () =>
      (await isDecidedHere(this.#database, usulId, version)) ? fail('taken') : succeed(undefined);
    const save = () => saveCommand(this.#database, made);
    const whole = { ...content, heldUntil, shas, replaces };
    return (await storeInBoth<string>(this.#journal, whole, { check, save })).ok;
  }

  /** Takes a decision back; false when it is too late. */
  async takeBack(decisionId: string, draft: Draft, at: Date): Promise<boolean> {
    const taken = await withdrawInBoth(this.#journal, decisionId, () =>
      withdrawDecision(this.#database, decisionId, draft, at),
    );
    return taken.ok && taken.value;
  }

  /** Notes what needs nothing more since the last time. */
  async noteSettled(): Promise<void> {
    const states = await readStates(this.#database);
    const settled = findSettled(states);
    const fresh = settled.filter((id) => !this.#noted.has(id));
    this.#noted = new Set(settled);
    if (fresh.length === 0) return;
    await this.#journal.noteSettled(fresh.map((id) => settledEntry(id, states.get(id))));
  }
}

/** The key that the journal on a disk keeps a copy of; null when it has none. */
export async function recoverKey({ journals, accountId }: Disk): Promise<Uint8Array | null> {
  const kept = await readEnvelopes({ journal: journals.journal, accountId });
  const [newest] = kept.ok ? kept.value : [];
  return newest === undefined ? null : Uint8Array.from(JSON.parse(newest));
}

/** A journal that dies with the application: before an append, in the middle of it, or after it. */
function mortal(journal: Journal, life: Life): Journal {
  return {
    ...journal,
    append: async (accountId, records) => {
      if (life.ended) life.breathe();
      try {
        life.breathe();
      } catch (cause) {
        await journal.append(accountId, records.slice(0, records.byteLength >> 1));
        throw cause;
      }
      const added = await journal.append(accountId, records);
      life.breathe();
      return added;
    },
    read: (accountId) => (life.breathe(), journal.read(accountId)),
    replace: (accountId, records) => (life.breathe(), journal.replace(accountId, records)),
  };
}

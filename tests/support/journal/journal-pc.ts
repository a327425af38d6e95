import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { isDeepStrictEqual } from 'node:util';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { CommandJournal } from '#renderer/data/journal/command-journal.ts';
import { storeInBoth, withdrawInBoth } from '#renderer/data/journal/keep-both.ts';
import { reconcile, statesOf } from '#renderer/data/journal/reconcile.ts';
import { findSettled, settledEntry } from '#renderer/data/journal/settled.ts';
import { isDecidedHere } from '#renderer/data/outbox/decided-here.ts';
import { applyResults, takeBatch } from '#renderer/data/outbox/delivery.ts';
import { withdrawDecision } from '#renderer/data/outbox/back-to-draft.ts';
import { letGoOfCommand, saveCommand } from '#renderer/data/outbox/outbox.ts';
import { readOutbox } from '#renderer/data/outbox/restore.ts';
import { applyChanges } from '#renderer/data/feed/feed.ts';
import { readMeta } from '#renderer/data/rows/meta.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
import { makeLocalDate } from '#shared/kernel/local-date.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { testVault } from '#tests/support/desk/test-vault.ts';
import { makeJournalDisk } from '#tests/support/journal/memory-journal.ts';
import { makePower, onPower, PowerCut, takeTurns, type Cut } from '#tests/support/journal/power.ts';
import { sampleDecision, sampleDraft } from '#tests/support/journal/sample-decision.ts';

const accountId = '01900000-0000-7000-9000-000000000001';
const at = new Date('2026-11-22T00:00:00.000Z');
const today = makeLocalDate(2026, 11, 22)!;
const clock = { now: at.getTime(), holdMs: 0 };

/** What the person at the desk was told about a decision. */
interface Told {
  readonly content: ReturnType<typeof sampleDecision>;
  decided: boolean;
  withdrawn: 'tidak' | 'dicoba' | 'ya';
  /** The server has it, or a person let it go. */
  over: boolean;
}

/** A PC, the person before it, and what that person was told. */
export class JournalPc {
  /** Every promise that was broken, in words. */
  readonly broken: string[] = [];
  readonly #told = new Map<string, Told>();
  readonly #disk = makeJournalDisk();
  #ports = { indexedDB: new IDBFactory(), IDBKeyRange };
  #database = makeTestDatabase(this.#ports);
  #usul = 0;

  /** A person decides: a fresh usul, or the one whose decision was refused last. */
  async decide(again: boolean, cut: Cut | null): Promise<void> {
    const refused = again ? (await this.#rows('ditolak')).at(-1) : undefined;
    const before = refused && this.#told.get(refused.id);
    const usul = sampleUsul(before ? Number(before.content.nip.slice(2)) : (this.#usul += 1));
    const content = sampleDecision(this.#told.size + 1, usul, refused ? [refused.id] : []);
    const told: Told = { content, decided: false, withdrawn: 'tidak', over: false };
    this.#told.set(content.command.id, told);
    await this.#withPower(cut, async (journal, write) => {
      const { command } = content;
      const saved = await storeInBoth<string>(journal, content, {
        check: async () => {
          const { usulId, version } = command;
          const taken = await isDecidedHere(this.#database, usulId, version);
          return taken ? fail('sudah_diputuskan') : succeed(undefined);
        },
        save: () =>
          write(() => {
            const { heldUntil, shas, replaces: _replaces, ...shown } = content;
            const entry = { ...shown, state: { kind: 'menunggu' } as const };
            return saveCommand(this.#database, { entry, heldUntil, shas, at });
          }),
      });
      if (saved.ok) told.decided = true;
      // Decided again already: told "not saved", so it must stay away like one that was taken back.
      else told.withdrawn = 'ya';
    });
  }

  /** A person takes back the decision made last that waits. */
  async withdraw(cut: Cut | null): Promise<void> {
    const row = (await this.#rows('menunggu')).at(-1);
    const told = row && this.#told.get(row.id);
    if (!told) return;
    const { id } = told.content.command;
    if (told.withdrawn === 'tidak') told.withdrawn = 'dicoba';
    await this.#withPower(cut, async (journal, write) => {
      const taken = await withdrawInBoth(journal, id, () =>
        write(() => withdrawDecision(this.#database, id, sampleDraft(told.content), at)),
      );
      this.#insist(taken.ok && taken.value, 'could not be taken back', id);
      told.withdrawn = 'ya';
    });
  }

  /** The server answers all that waits; what is over is noted. */
  async deliver(accepts: boolean, cut: Cut | null): Promise<void> {
    const error = { kind: 'usul_berubah', message: '-', action: '-' } as const;
    const batch = await takeBatch(this.#database, 50, clock);
    const results = batch.map(({ id }) =>
      accepts
        ? { kind: 'diterima' as const, id, receivedAt: at.toISOString(), chainSeq: 1, hash: 'x' }
        : { kind: 'ditolak' as const, id, error, current: null },
    );
    await applyResults(this.#database, results, at);
    for (const { id } of accepts ? batch : []) this.#told.get(id)!.over = true;
    await this.#noteSettled(cut);
  }

  /** A person lets the decision go that was refused last. */
  async letGo(cut: Cut | null): Promise<void> {
    const row = (await this.#rows('ditolak')).at(-1);
    if (!row || !(await letGoOfCommand(this.#database, row.id, at))) return;
    this.#told.get(row.id)!.over = true;
    await this.#noteSettled(cut);
  }

  /** The browser resets its database. */
  erase(): void {
    this.#database.close();
    this.#ports = { indexedDB: new IDBFactory(), IDBKeyRange };
  }

  /** Starts the application anew; the first starts may be cut off as well. */
  async restart(cut: Cut | null): Promise<void> {
    this.#database.close();
    this.#database = makeTestDatabase(this.#ports);
    await this.#withPower(cut, async (journal) => {
      const done = await reconcile(this.#database, journal, at);
      this.#insist(done.ok, 'the journal could not be read');
    });
    const journal = this.#openJournal(null);
    const done = await reconcile(this.#database, journal, at);
    this.#insist(done.ok && done.value.unreadable === 0, 'something cannot be read');
    await this.#pull();
    // Both say the same now.
    const rows = new Map((await readOutbox(this.#database)).map((row) => [row.id, row]));
    const settled = new Set(findSettled(statesOf(rows)));
    const read = await journal.inTurn((turn) => turn.read());
    if (!read.ok) throw new Error(read.error.kind);
    const { standing, open } = read.value;
    for (const id of rows.keys()) {
      this.#insist(standing.has(id) !== settled.has(id), 'journal and outbox differ on', id);
    }
    for (const { command } of open) {
      this.#insist(rows.has(command.id), 'the outbox has lost', command.id);
    }
  }

  /** The promise, decision by decision. */
  async check(): Promise<void> {
    const rows = await readOutbox(this.#database);
    for (const row of rows) {
      // Whole, or not at all.
      const { state: _state, ...shown } = row.entry;
      const {
        heldUntil: _held,
        shas: _shas,
        replaces: _by,
        ...content
      } = this.#told.get(row.id)!.content;
      this.#insist(isDeepStrictEqual(shown, content), 'not whole:', row.id);
    }
    const here = new Set(rows.map(({ id }) => id));
    const waiting = rows.filter(({ state }) => state === 'menunggu' || state === 'mengirim');
    const usulIds = new Set(waiting.map(({ usulId }) => usulId));
    this.#insist(usulIds.size === waiting.length, 'an usul would be decided twice');
    for (const [id, { decided, withdrawn, over }] of this.#told) {
      this.#insist(!(withdrawn === 'ya' && here.has(id)), 'came back:', id);
      if (!decided || withdrawn !== 'tidak' || over) continue;
      const replaced = [...this.#told.values()].some(
        ({ content, over: done }) =>
          content.replaces.includes(id) && (done || here.has(content.command.id)),
      );
      this.#insist(replaced || here.has(id), 'lost:', id);
    }
  }

  #insist(holds: boolean, otherwise: string, id = ''): void {
    if (!holds) this.broken.push(`${otherwise} ${id}`.trim());
  }

  async #noteSettled(cut: Cut | null): Promise<void> {
    const rows = new Map((await readOutbox(this.#database)).map((row) => [row.id, row]));
    await this.#withPower(cut, async (journal) => {
      const states = statesOf(rows);
      await journal.noteSettled(findSettled(states).map((id) => settledEntry(id, states.get(id))));
    });
  }

  async #rows(state: string) {
    return (await readOutbox(this.#database)).filter((row) => row.state === state);
  }

  /** Runs to the end or to the cut; after a cut the application is started anew. */
  async #withPower(
    cut: Cut | null,
    work: (
      journal: CommandJournal,
      write: <T>(act: () => Promise<T>) => Promise<T>,
    ) => Promise<void>,
  ): Promise<void> {
    const power = makePower(cut);
    const journal = this.#openJournal(power);
    try {
      await work(journal, (act) => power.write(act));
    } catch (cause) {
      if (!(cause instanceof PowerCut)) throw cause;
      await this.restart(null);
    }
  }

  #openJournal(power: ReturnType<typeof makePower> | null): CommandJournal {
    const { journal } = this.#disk;
    return new CommandJournal(
      { journal: power ? onPower(journal, power) : journal, accountId, exclusively: takeTurns() },
      testVault,
    );
  }

  /** The usul come from the server again. */
  async #pull(): Promise<void> {
    const changes = Array.from({ length: 9 }, (_, n) => ({
      kind: 'usul' as const,
      seq: n + 1,
      usul: sampleUsul(n + 1),
    }));
    const page = { changes, cursor: '9', remaining: 0, serverTime: at.toISOString() };
    const after = await readMeta(this.#database, 'cursor');
    await applyChanges(this.#database, page, after, today);
  }
}

import {
  makeEntryForm,
  recordKinds,
  type EntryForm,
  type JournalEntry,
} from '#renderer/data/journal/entries.ts';
import { foldJournal, type FoldedJournal } from '#renderer/data/journal/fold.ts';
import type { Vault } from '#renderer/data/sealing/vault.ts';
import type { Journal, JournalAnswer } from '#shared/bridge/journal-port.ts';
import { decodeJournal, encodeRecords } from '#shared/journal/framing.ts';
import { succeed } from '#shared/kernel/result.ts';
import { commandKinds, type CommandKinds } from '#shared/workflow/commands.ts';

/** Where one account's journal lies. */
export interface JournalPlace {
  readonly journal: Journal;
  readonly accountId: string;
  /** Takes turns among all windows of this PC (Web Locks); the work of one name never overlaps. */
  readonly exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** What a journal holds now, and how much of the file nobody can use. */
export interface ReadJournal extends FoldedJournal {
  readonly damagedBytes: number;
  readonly tornBytes: number;
  readonly fileBytes: number;
}

/** What may be done with the journal while no other window writes to it. */
export interface JournalTurn {
  read(): Promise<JournalAnswer<ReadJournal>>;
  /** Adds entries as one; they are on the disk when this answers success. */
  add(entries: readonly JournalEntry[]): Promise<JournalAnswer<null>>;
  /** Rewrites the journal without what nothing depends on any more, when that is worth it. */
  compact(read: ReadJournal): Promise<JournalAnswer<null>>;
  /** Commands that may be in the file although they were refused; withdrawn with the next entries. */
  readonly doubtful: Set<string>;
}

/** Below it a journal is read in no time: some hundred commands. */
const smallBytes = 256 * 1024;

/** The commands of one account outside its database. */
export class CommandJournal {
  readonly #place: JournalPlace;
  readonly #form: EntryForm;
  readonly #doubtful = new Set<string>();

  constructor(place: JournalPlace, vault: Vault, kinds: CommandKinds = commandKinds) {
    this.#place = place;
    this.#form = makeEntryForm(vault, kinds);
  }

  /** Does what must not overlap with the work of other windows: every step of a command, of a withdrawal, of a start. */
  inTurn<T>(work: (turn: JournalTurn) => Promise<T>): Promise<T> {
    const turn: JournalTurn = {
      read: () => this.#read(),
      add: (entries) => this.#add(entries),
      compact: (read) => this.#compact(read),
      doubtful: this.#doubtful,
    };
    return this.#place.exclusively(turnName(this.#place), () => work(turn));
  }

  /** Notes that commands need nothing more: delivered, or refused and handled by a person. */
  noteSettled(ids: readonly string[]): Promise<JournalAnswer<null>> {
    return this.inTurn((turn) => turn.add(ids.map((id) => ({ kind: 'selesai', id }))));
  }

  async #add(entries: readonly JournalEntry[]): Promise<JournalAnswer<null>> {
    const { journal, accountId } = this.#place;
    const before = [...this.#doubtful].map((id) => ({ kind: 'tarik', id }) as const);
    const all = [...before, ...entries];
    if (all.length === 0) return succeed(null);
    const records = await Promise.all(all.map((entry) => this.#form.seal(entry)));
    const added = await journal.append(accountId, encodeRecords(records));
    for (const { id } of added.ok ? before : []) this.#doubtful.delete(id);
    return added;
  }

  async #read(): Promise<JournalAnswer<ReadJournal>> {
    const { journal, accountId } = this.#place;
    const file = await journal.read(accountId);
    if (!file.ok) return file;
    const { records, damagedBytes, tornBytes } = decodeJournal(file.value);
    const read = await Promise.all(
      records.map(async (record) => ({
        record,
        entry: record.kind === recordKinds.entry ? await this.#form.open(record) : null,
      })),
    );
    const fileBytes = file.value.byteLength;
    return succeed({ ...foldJournal(read), damagedBytes, tornBytes, fileBytes });
  }

  async #compact({ fileBytes, live }: ReadJournal): Promise<JournalAnswer<null>> {
    const { journal, accountId } = this.#place;
    if (fileBytes <= smallBytes) return succeed(null);
    const bytes = encodeRecords(live);
    return bytes.byteLength * 2 > fileBytes ? succeed(null) : journal.replace(accountId, bytes);
  }
}

/** The turn that everything on one account's journal takes. */
export function turnName({ accountId }: Pick<JournalPlace, 'accountId'>): string {
  return `meja-jurnal-${accountId}`;
}

import {
  makeEntryForm,
  recordKinds,
  type EntryForm,
  type JournalEntry,
  type JournalReceipt,
} from '#renderer/data/journal/entries.ts';
import { foldJournal, type FoldedJournal } from '#renderer/data/journal/fold.ts';
import type { Vault } from '#renderer/data/sealing/vault.ts';
import type { Journal, JournalAnswer } from '#shared/bridge/journal-port.ts';
import type { SettledEntry } from '#renderer/data/journal/settled.ts';
import { decodeJournal, encodeRecords, type JournalRecord } from '#shared/journal/framing.ts';
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
  /** Opens what was delivered before the journal was compacted last, and what was delivered since. */
  openDelivered(read: ReadJournal): Promise<readonly JournalReceipt[]>;
  /** Rewrites the journal without what nothing depends on any more, when that is worth it. */
  compact(read: ReadJournal): Promise<JournalAnswer<null>>;
  /** Commands that may be in the file although they were refused; withdrawn with the next entries. */
  readonly doubtful: Set<string>;
}

/** Below it a journal is read in no time: some hundred commands. */
const smallBytes = 256 * 1024;
/**
 * So much of what was delivered last is kept beside the database, for the day on which both that is lost and the server has
 * gone back in time: more than a thousand commands. They are not opened at a start.
 */
const receiptBytes = 4 * 1024 * 1024;

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
      openDelivered: (read) => this.#openDelivered(read),
      compact: (read) => this.#compact(read),
      doubtful: this.#doubtful,
    };
    return this.#place.exclusively(turnName(this.#place), () => work(turn));
  }

  /** Notes that commands need nothing more: delivered, or refused and handled by a person. */
  noteSettled(settled: readonly SettledEntry[]): Promise<JournalAnswer<null>> {
    return this.inTurn((turn) => turn.add(settled));
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

  async #openDelivered({ receipts, delivered }: ReadJournal): Promise<readonly JournalReceipt[]> {
    const opened = await Promise.all(receipts.map((record) => this.#form.openReceipt(record)));
    return [...opened.filter((one) => one !== null), ...delivered.values()];
  }

  async #compact({
    fileBytes,
    live,
    receipts,
    delivered,
  }: ReadJournal): Promise<JournalAnswer<null>> {
    const { journal, accountId } = this.#place;
    const workingBytes = fileBytes - sizeOf(receipts);
    if (workingBytes <= smallBytes || sizeOf(live) * 2 > workingBytes) return succeed(null);
    const fresh = [...delivered.values()].map((one) => this.#form.sealReceipt(one));
    const kept = newestOf([...receipts, ...(await Promise.all(fresh))], receiptBytes);
    return journal.replace(accountId, encodeRecords([...kept, ...live]));
  }
}

/** Bytes of records without what frames them. */
function sizeOf(records: readonly JournalRecord[]): number {
  return records.reduce((sum, { payload }) => sum + payload.byteLength, 0);
}

/** The last of the records, as many as have room. */
function newestOf(records: readonly JournalRecord[], bytes: number): readonly JournalRecord[] {
  let [left, from] = [bytes, records.length];
  while (from > 0 && (left -= records[from - 1]!.payload.byteLength) >= 0) from -= 1;
  return records.slice(from);
}

/** The turn that everything on one account's journal takes. */
export function turnName({ accountId }: Pick<JournalPlace, 'accountId'>): string {
  return `meja-jurnal-${accountId}`;
}

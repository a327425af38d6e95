import {
  receiptIdOf,
  recordKinds,
  type JournalCommand,
  type JournalEntry,
  type JournalReceipt,
} from '#renderer/data/journal/entries.ts';
import type { Receipt } from '#renderer/data/schema/rows.ts';
import type { JournalRecord } from '#shared/journal/framing.ts';

/** A record with its entry; null when it is an envelope or a receipt, or cannot be read. */
export interface ReadRecord {
  readonly record: JournalRecord;
  readonly entry: JournalEntry | null;
}

/** What the records of a journal come to. */
export interface FoldedJournal {
  /** Commands neither withdrawn nor settled, by id, in the order in which they were made. */
  readonly standing: ReadonlyMap<string, JournalCommand>;
  /** The standing ones that ask to be sent: not those in whose place another standing one was made. */
  readonly open: readonly JournalCommand[];
  /** Commands that were delivered, by id, where the journal has their entries and the server's answer. */
  readonly delivered: ReadonlyMap<string, JournalReceipt>;
  /** Those delivered before the journal was compacted last, unopened. */
  readonly receipts: readonly JournalRecord[];
  /** Entries that nobody here can read: another key, or a newer version. */
  readonly unreadable: number;
  /**
   * The records that still say something, in their order: beside receipts, what is left of the journal when it is
   * compacted.
   */
  readonly live: readonly JournalRecord[];
}

/** Reads the records of a journal as facts in their order; the last word on a command counts. */
export function foldJournal(records: readonly ReadRecord[]): FoldedJournal {
  const standing = new Map<string, { content: JournalCommand; record: JournalRecord }>();
  // A closing entry stays with the command that it closes; without one it may be about an unreadable one.
  const stray = new Set<JournalRecord>();
  const unreadable = new Set<JournalRecord>();
  const known = new Map<string, JournalCommand>();
  const delivered = new Map<string, JournalReceipt>();
  const receipts = new Map<string, JournalRecord>();
  for (const { record, entry } of records) {
    if (record.kind === recordKinds.envelope) continue;
    if (record.kind === recordKinds.receipt) receipts.set(receiptIdOf(record), record);
    else if (entry === null) unreadable.add(record);
    else if (entry.kind === 'putusan') {
      const { kind: _kind, ...content } = entry;
      const { id } = content.command;
      known.set(id, content);
      // To the end: its place is that of its last word.
      standing.delete(id);
      standing.set(id, { content, record });
      forget(id);
    } else {
      const content = known.get(entry.id);
      const receipt = entry.kind === 'selesai' ? receiptIn(entry) : null;
      standing.delete(entry.id);
      if (!content) stray.add(record);
      // Of one whose entry is gone the older answer stays: the server gives its own again when it is asked.
      if (!receipt || content) forget(entry.id);
      if (receipt && content) delivered.set(entry.id, { ...content, ...receipt });
    }
  }
  function forget(id: string): void {
    delivered.delete(id);
    receipts.delete(id);
  }
  const contents = new Map([...standing].map(([id, { content }]) => [id, content]));
  const replaced = new Set([...contents.values()].flatMap((content) => content.replaces));
  const kept = new Set([
    ...envelopesToKeep(records, unreadable.size > 0),
    ...unreadable,
    ...(unreadable.size > 0 ? stray : []),
    ...[...standing.values()].map(({ record }) => record),
  ]);
  return {
    standing: contents,
    open: [...contents.values()].filter(({ command }) => !replaced.has(command.id)),
    delivered,
    receipts: [...receipts.values()],
    unreadable: unreadable.size,
    live: records.map(({ record }) => record).filter((record) => kept.has(record)),
  };
}

function receiptIn(entry: Extract<JournalEntry, { kind: 'selesai' }>): Receipt | null {
  const { receivedAt, chainSeq, receipt } = entry;
  if (receivedAt === undefined || chainSeq === undefined) return null;
  return { receivedAt, chainSeq, ...(receipt !== undefined && { receipt }) };
}

/** The newest; and the older ones as long as they may hold the key of something that cannot be read. */
function envelopesToKeep(records: readonly ReadRecord[], all: boolean): readonly JournalRecord[] {
  const envelopes = records
    .map(({ record }) => record)
    .filter(({ kind }) => kind === recordKinds.envelope);
  if (!all) return envelopes.slice(-1);
  const byContent = new Map<string, JournalRecord>();
  for (const record of envelopes) byContent.set(String(record.payload), record);
  return [...byContent.values()];
}

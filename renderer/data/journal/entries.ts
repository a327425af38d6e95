import { z } from 'zod';
import { fromDisk, keptSchemaOf, toDisk } from '#renderer/data/outbox/kept-command.ts';
import type { Receipt } from '#renderer/data/schema/rows.ts';
import { receiptShape } from '#renderer/data/schema/stored-rows.ts';
import { sealedSchema, type Vault } from '#renderer/data/sealing/vault.ts';
import type { JournalRecord } from '#shared/journal/framing.ts';
import type { CommandKinds } from '#shared/workflow/commands.ts';

/**
 * What the records of a journal are: the envelope of the account's key as clear JSON, a sealed entry, or a delivered command
 * (its id in clear, so that it need not be opened to be counted, and the rest sealed).
 */
export const recordKinds = { envelope: 1, entry: 2, receipt: 3 } as const;

/** Where entries are sealed for: an entry put into a row of the database does not open there. */
const place = 'journal';

function commandSchemaOf(kinds: CommandKinds) {
  return keptSchemaOf(kinds).extend({
    heldUntil: z.number(),
    shas: z.array(z.string()).readonly(),
    replaces: z.array(z.string()).readonly(),
  });
}
/**
 * A command with all that the outbox needs to show and send it. `heldUntil` in ms epoch; `shas` are the documents of its
 * usul; `replaces` names the refused commands in whose place it was made.
 */
export type JournalCommand = z.infer<ReturnType<typeof commandSchemaOf>>;

function receiptSchemaOf(kinds: CommandKinds) {
  return commandSchemaOf(kinds).extend(receiptShape);
}
/** A command that was delivered, with the server's answer. */
export type JournalReceipt = JournalCommand & Receipt;

function entrySchemaOf(kinds: CommandKinds) {
  return z.discriminatedUnion('kind', [
    commandSchemaOf(kinds).extend({ kind: z.literal('putusan') }),
    z.object({ kind: z.literal('tarik'), id: z.string() }),
    z.object({
      kind: z.literal('selesai'),
      id: z.string(),
      ...z.object(receiptShape).partial().shape,
    }),
  ]);
}
/**
 * `putusan`: made, whatever kind of command it is (decisions came first and named it); `tarik`: taken back before it was
 * sent; `selesai`: delivered (with the server's answer, since there are receipts), or refused and handled.
 */
export type JournalEntry = z.infer<ReturnType<typeof entrySchemaOf>>;

/** How entries become records and records entries. */
export interface EntryForm {
  /** Seals an entry into a record. */
  seal(entry: JournalEntry): Promise<JournalRecord>;
  /** The entry in a record; null when it was sealed with another key or written by a version that knows more kinds. */
  open(record: JournalRecord): Promise<JournalEntry | null>;
  /** Seals a delivered command into a record. */
  sealReceipt(receipt: JournalReceipt): Promise<JournalRecord>;
  /** The delivered command in a record; null as with `open`. */
  openReceipt(record: JournalRecord): Promise<JournalReceipt | null>;
}

// A lower-case UUID.
const idBytes = 36;

/** Whose receipt a record is, without opening it. */
export function receiptIdOf({ payload }: JournalRecord): string {
  return new TextDecoder().decode(payload.subarray(0, idBytes));
}

/** Entries sealed with `vault`, about commands of `kinds`. */
export function makeEntryForm(vault: Vault, kinds: CommandKinds): EntryForm {
  const schema = entrySchemaOf(kinds);
  const receiptSchema = receiptSchemaOf(kinds);
  return {
    seal: async (entry) => {
      // Only what can be read again is ever written.
      const checked = schema.parse(entry);
      const written = checked.kind === 'putusan' ? toDisk(checked) : checked;
      return { kind: recordKinds.entry, payload: await vault.seal(place, written) };
    },
    open: async ({ payload }) => {
      const sealed = sealedSchema.safeParse(payload);
      if (!sealed.success) return null;
      const opened = await vault.open(place, sealed.data);
      return opened.ok ? (schema.safeParse(fromDisk(opened.value)).data ?? null) : null;
    },
    sealReceipt: async (receipt) => {
      const checked = receiptSchema.parse(receipt);
      const { id } = checked.command;
      const sealed = await vault.seal(`${place}:${id}`, toDisk(checked));
      const payload = new Uint8Array(idBytes + sealed.byteLength);
      payload.set(new TextEncoder().encode(id));
      payload.set(sealed, idBytes);
      return { kind: recordKinds.receipt, payload };
    },
    openReceipt: async (record) => {
      const sealed = sealedSchema.safeParse(record.payload.slice(idBytes));
      if (!sealed.success) return null;
      const opened = await vault.open(`${place}:${receiptIdOf(record)}`, sealed.data);
      return opened.ok ? (receiptSchema.safeParse(fromDisk(opened.value)).data ?? null) : null;
    },
  };
}

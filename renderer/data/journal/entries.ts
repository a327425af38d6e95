import { z } from 'zod';
import { fromDisk, keptSchemaOf, toDisk } from '#renderer/data/outbox/kept-command.ts';
import { sealedSchema, type Vault } from '#renderer/data/sealing/vault.ts';
import type { JournalRecord } from '#shared/journal/framing.ts';
import type { CommandKinds } from '#shared/workflow/commands.ts';

/** What the records of a journal are: the envelope of the account's key as clear JSON, or a sealed entry. */
export const recordKinds = { envelope: 1, entry: 2 } as const;

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

function entrySchemaOf(kinds: CommandKinds) {
  return z.discriminatedUnion('kind', [
    commandSchemaOf(kinds).extend({ kind: z.literal('putusan') }),
    z.object({ kind: z.literal('tarik'), id: z.string() }),
    z.object({ kind: z.literal('selesai'), id: z.string() }),
  ]);
}
/**
 * `putusan`: made, whatever kind of command it is (decisions came first and named it); `tarik`: taken back before it was
 * sent; `selesai`: delivered, or refused and handled.
 */
export type JournalEntry = z.infer<ReturnType<typeof entrySchemaOf>>;

/** How entries become records and records entries. */
export interface EntryForm {
  /** Seals an entry into a record. */
  seal(entry: JournalEntry): Promise<JournalRecord>;
  /** The entry in a record; null when it was sealed with another key or written by a version that knows more kinds. */
  open(record: JournalRecord): Promise<JournalEntry | null>;
}

/** Entries sealed with `vault`, about commands of `kinds`. */
export function makeEntryForm(vault: Vault, kinds: CommandKinds): EntryForm {
  const schema = entrySchemaOf(kinds);
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
  };
}

import type { TableChange } from '#renderer/data/live/follow-table.ts';
import { asksForAction } from '#renderer/data/outbox/outbox.ts';
import type { OutboxEntry } from '#renderer/data/schema/rows.ts';
import type { OutboxRow } from '#renderer/data/schema/stored-rows.ts';

/** What is to be known of a command on its way. */
export type KnownCommand = Pick<OutboxRow, 'id' | 'usulId' | 'state' | 'entry' | 'heldUntil'>;

/**
 * The commands of an account: as the database tells of them, and above that what was just done here. The database tells a
 * moment later, and not always of every step; until it says the same, a key pressed at once would act on what was before.
 */
export class KnownCommands {
  readonly #told = new Map<string, KnownCommand>();
  readonly #made = new Map<string, KnownCommand>();
  readonly #here = new Set<string>();
  readonly #taken = new Set<string>();
  readonly #letGo = new Map<string, string>();

  /** The database tells. */
  change({ rows, removed }: TableChange<OutboxRow>): void {
    for (const id of removed) {
      this.#told.delete(id);
      this.#made.delete(id);
      this.#taken.delete(id);
    }
    for (const row of rows) {
      this.#told.set(row.id, row);
      this.#made.delete(row.id);
      if (!asksForAction(row.entry.state)) this.#letGo.delete(row.id);
    }
  }

  /** A command was stored here. */
  made(command: KnownCommand): void {
    this.#here.add(command.id);
    this.#made.set(command.id, command);
  }

  /** A command was taken back here: the database removes it, and ids are never used again. */
  taken(id: string): void {
    this.#taken.add(id);
    // It may never tell of one that was made and taken back between two looks.
    if (!this.#told.has(id)) this.#made.delete(id);
  }

  /** A refused command was let go here (`at`: ISO 8601 UTC). */
  letGo(id: string, at: string): void {
    this.#letGo.set(id, at);
  }

  /** Ids of those that were not made here. */
  foundIds(): ReadonlySet<string> {
    return new Set([...this.#told.keys()].filter((id) => !this.#here.has(id)));
  }

  all(): readonly KnownCommand[] {
    const made = [...this.#made.values()].filter(({ id }) => !this.#told.has(id));
    return [...this.#told.values(), ...made]
      .filter(({ id }) => !this.#taken.has(id))
      .map((command) => this.#asHandled(command));
  }

  #asHandled(command: KnownCommand): KnownCommand {
    const { state } = command.entry;
    if (state.kind !== 'ditolak') return command;
    if (state.handled.kind === 'diputuskan_ulang' && this.#taken.has(state.handled.by)) {
      return withState(command, { ...state, handled: { kind: 'belum' } });
    }
    if (!asksForAction(state)) return command;
    const at = this.#letGo.get(command.id);
    if (at !== undefined) return withState(command, { ...state, handled: { kind: 'dilepas', at } });
    const by = this.#replacing(command);
    if (by === undefined) return command;
    return withState(command, { ...state, handled: { kind: 'diputuskan_ulang', by } });
  }

  #replacing({ usulId, entry }: KnownCommand): string | undefined {
    if (usulId === null) return undefined;
    const made = [...this.#made.values()].find(
      (one) =>
        one.usulId === usulId &&
        one.entry.command.kind === entry.command.kind &&
        !this.#taken.has(one.id),
    );
    return made?.id;
  }
}

function withState(command: KnownCommand, state: OutboxEntry['state']): KnownCommand {
  return { ...command, entry: { ...command.entry, state } };
}

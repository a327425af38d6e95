import type { KnownCommand } from '#renderer/core/outbox/known-commands.ts';
import {
  followReturned,
  forgetReturned,
  noteReturned,
  type ReturnedUsul,
} from '#renderer/data/outbox/returned-usul.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/** What telling of usul that came back stands on. */
export interface ReturnedPorts {
  /** Others are to be told of. */
  readonly onChange: () => void;
  readonly onError: (cause: unknown) => void;
}

/**
 * Usul that came back to the desk and were not opened since, as they are kept on the disk: told after a lock and a restart,
 * in each window, until one of them opens the usul.
 */
export class ReturnedToDesk {
  readonly #ports: ReturnedPorts;
  #database: AccountDatabase | null = null;
  #kept: readonly ReturnedUsul[] = [];
  #shown: readonly ReturnedUsul[] = [];
  // By decision: opened here, or sent after all, before the disk says so.
  readonly #over = new Set<string>();
  // Those that are just being taken back.
  readonly #coming = new Set<string>();

  constructor(ports: ReturnedPorts) {
    this.#ports = ports;
  }

  /** Begins to tell of them; returns how to stop. */
  follow(database: AccountDatabase): () => void {
    this.#database = database;
    const show = (kept: readonly ReturnedUsul[]): void => {
      this.#kept = kept;
      this.#ports.onChange();
    };
    const stop = followReturned(database, show, this.#ports.onError);
    return () => {
      stop();
      this.#database = null;
      this.#kept = [];
      this.#shown = [];
      this.#over.clear();
    };
  }

  /** Takes a decision back; it is told once that is done, by whichever window. */
  async bring<T>(
    database: AccountDatabase,
    usul: ReturnedUsul,
    takeBack: () => Promise<T>,
  ): Promise<T> {
    const { decisionId } = usul;
    this.#coming.add(decisionId);
    try {
      // First: whatever ends this window in between, the person is told.
      await noteReturned(database, usul);
      return await takeBack();
    } finally {
      this.#coming.delete(decisionId);
      this.#ports.onChange();
    }
  }

  /** What is to be told beside these commands: nothing of an usul whose decision still stands, or was sent. */
  told(commands: readonly KnownCommand[]): readonly ReturnedUsul[] {
    const states = new Map(commands.map(({ id, state }) => [id, state]));
    for (const { usulId, decisionId } of this.#kept) {
      const state = states.get(decisionId);
      if (state !== undefined && state !== 'menunggu') this.forget(usulId);
    }
    const told = this.#kept.filter(
      ({ decisionId: id }) => !this.#over.has(id) && !this.#coming.has(id) && !states.has(id),
    );
    const isSame =
      told.length === this.#shown.length &&
      told.every(({ decisionId }, at) => decisionId === this.#shown[at]?.decisionId);
    // The same list while it says the same, so that whoever follows it rests.
    if (!isSame) this.#shown = told;
    return this.#shown;
  }

  /** It need not be told any more that this usul came back. True when something was told of it. */
  forget(usulId: string): boolean {
    const kept = this.#kept.filter(
      (one) => one.usulId === usulId && !this.#over.has(one.decisionId),
    );
    const database = this.#database;
    if (!database || kept.length === 0) return false;
    for (const { decisionId } of kept) this.#over.add(decisionId);
    forgetReturned(database, usulId).catch((cause: unknown) => {
      // Whoever locks the desk closes its database under it: it is told once more.
      if (this.#database === database) this.#ports.onError(cause);
    });
    return true;
  }
}

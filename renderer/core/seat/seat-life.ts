import { pruneLeftovers } from '#renderer/data/account/prune-leftovers.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Seat } from '#renderer/core/seat/seat.ts';
import type { SeatJournal } from '#renderer/core/seat/seat-journal.ts';
import type { LazyClient } from '#renderer/core/sync/lazy-client.ts';
import type { SyncClient } from '#renderer/workers/sync/client.ts';
import type { Account } from '#shared/workflow/authority/account.ts';

/** Shows what is in the database of a seat until it is told to stop. */
type Follow<T extends readonly unknown[]> = { readonly follow: (...of: T) => () => void };

/** The parts of the desk that begin and rest with a seat. */
export interface SeatedParts {
  readonly inbox: Follow<[AccountDatabase, Account]>;
  readonly outbox: Follow<[AccountDatabase, Seat['journal']]>;
  readonly conflict: Follow<[Pick<Seat, 'account' | 'database'>]>;
  readonly takenOver: Follow<[AccountDatabase]>;
  readonly bulk: Follow<[Seat]>;
  readonly reference: Follow<[AccountDatabase]>;
  readonly currentCase: {
    seat(seat: Seat | null): void;
    flush(): Promise<void>;
    forgetUnsaved(): void;
  };
  readonly threads: { seat(seat: Seat | null): Promise<void> };
  readonly preferences: { seat(database: AccountDatabase | null): Promise<void> };
  readonly evidence: { seat(database: AccountDatabase | null): void };
  readonly sync: { reset(): void };
}

/** What else a seat stands on. */
export interface SeatPorts {
  readonly client: Pick<LazyClient<Pick<SyncClient, 'start' | 'lock' | 'stop'>>, 'tell'>;
  readonly openJournal: (accountId: string, database: AccountDatabase) => SeatJournal;
  readonly now: () => Date;
  readonly onError: (cause: unknown) => void;
}

/** What is at work while somebody sits at the desk. */
interface Taken {
  readonly database: AccountDatabase;
  readonly journal: SeatJournal;
  readonly stopFollowing: readonly (() => void)[];
}

/** The seat at the desk from being taken to being locked or left: which part begins and rests when. */
export class SeatLife {
  readonly #parts: SeatedParts;
  readonly #ports: SeatPorts;
  #taken: Taken | null = null;
  #database: AccountDatabase | null = null;

  constructor(parts: SeatedParts, ports: SeatPorts) {
    this.#parts = parts;
    this.#ports = ports;
  }

  /** The database of whoever sits here, until all that was typed is in it; null while nobody does. */
  get database(): AccountDatabase | null {
    return this.#database;
  }

  /** Gives the desk to an account whose key is here: fetching and sending begin, and every part shows its data. */
  take(account: Account, database: AccountDatabase, key: CryptoKey): void {
    const { client, openJournal, onError } = this.#ports;
    const { reference, inbox, outbox, conflict, takenOver, bulk } = this.#parts;
    const { currentCase, threads, preferences, evidence } = this.#parts;
    client.tell((exchange) => exchange.start(account.id, key));
    this.#database = database;
    this.#prune(database);
    // First of all that concerns decisions: the journal may bring some back.
    const journal = openJournal(account.id, database);
    const stopFollowing = [
      reference.follow(database),
      inbox.follow(database, account),
      outbox.follow(database, journal.journal),
      conflict.follow({ account, database }),
      takenOver.follow(database),
      bulk.follow({ account, database, journal: journal.journal }),
    ];
    this.#taken = { database, journal, stopFollowing };
    const seat = { account, database, journal: journal.journal };
    currentCase.seat(seat);
    threads.seat(seat).catch(onError);
    preferences.seat(database).catch(onError);
    evidence.seat(database);
  }

  /** Clears the desk; the exchange keeps the key no longer than decisions wait to be sent. */
  async lock(): Promise<void> {
    await this.#clear();
    this.#ports.client.tell((exchange) => exchange.lock());
  }

  /** Ends the exchange and clears the desk; what could not be written has nowhere to go. */
  async leave(): Promise<void> {
    this.#ports.client.tell((exchange) => exchange.stop());
    await this.#clear();
    this.#parts.currentCase.forgetUnsaved();
    this.#parts.sync.reset();
  }

  /** Takes everything off the desk, and resolves when it is on the disk. */
  async #clear(): Promise<void> {
    const { currentCase, threads, preferences, evidence } = this.#parts;
    const taken = this.#taken;
    this.#taken = null;
    evidence.seat(null);
    // First the desk is taken away, then all that was typed on it is written: nothing can be typed in between.
    currentCase.seat(null);
    const written = threads.seat(null);
    for (const stop of taken?.stopFollowing ?? []) stop();
    await Promise.all([
      currentCase.flush(),
      written,
      preferences.seat(null),
      taken?.journal.stop(),
    ]);
    this.#database = null;
  }

  /** Nobody waits for it: a full disk must not keep a person from the desk. */
  #prune(database: AccountDatabase): void {
    pruneLeftovers(database, this.#ports.now().getTime()).catch((cause: unknown) => {
      // Whoever locks the desk closes its database under it: the next start goes on.
      if (this.#database === database) this.#ports.onError(cause);
    });
  }
}

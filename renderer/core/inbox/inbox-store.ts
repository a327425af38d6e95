import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DecisionEntry } from '#renderer/data/schema/rows.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { followSources } from '#renderer/core/inbox/follow-sources.ts';
import { InboxIndex, type TaskAt } from '#renderer/core/inbox/inbox-index.ts';
import {
  countSimilar,
  filterRows,
  searchRows,
  type Found,
} from '#renderer/core/inbox/inbox-filter.ts';
import { countStatuses, findMessages, noFilter } from '#renderer/core/inbox/inbox-list.ts';
import { makeOrder } from '#renderer/core/inbox/inbox-order.ts';
import { rememberFilter } from '#renderer/core/inbox/remember-filter.ts';
import type { DocumentFindingCounts } from '#renderer/core/evidence/document-findings.ts';
import type { PreferencesStore } from '#renderer/core/preferences/preferences.ts';
import type { InboxFilter } from '#renderer/core/inbox/inbox-query.ts';
import type { InboxRow, InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import { localDateOf, type LocalDate } from '#shared/kernel/local-date.ts';
import type { UsulPosition } from '#shared/records/usul.ts';
import { taskFor } from '#shared/workflow/authority/own-usul.ts';
import { queueOf } from '#shared/workflow/queues.ts';
import type { Actor } from '#shared/workflow/workflow.ts';

/** What the inbox needs beside the database. */
export interface InboxPorts {
  /** How long changes are gathered before the list is built again, in milliseconds. */
  readonly gatherMs: number;
  /** Deadlines are counted from its day; the server's time as well as this PC knows it. */
  readonly now: () => Date;
  /** Where filter and sort are remembered; they may become ready long after the inbox. */
  readonly preferences: StoreApi<PreferencesStore>;
  readonly onError: (cause: unknown) => void;
}

/** The inbox store and how to bind it to an account's database (returns how to let go). */
export interface InboxDesk {
  readonly store: StoreApi<InboxStore>;
  follow(database: AccountDatabase, whose: Actor): () => void;
  /**
   * Shows a decision that this window has just stored, before the database tells of it: whoever counts or turns to the
   * next usul at once must not meet the one just decided.
   */
  showDecided(entry: DecisionEntry): void;
  /** Shows what documents were read to say against their usul. */
  showDocumentFindings(counts: DocumentFindingCounts): void;
  /** Shows that a decision was just taken back here, before the database tells of it. */
  showTakenBack(decisionId: string): void;
}

/** Builds the inbox: the list lives in memory and follows the database row by row. */
export function makeInboxStore(ports: InboxPorts): InboxDesk {
  const inbox = new Inbox(ports);
  return {
    store: inbox.store,
    showDecided: (entry) => {
      inbox.index.addDecision(entry);
      // Before all sources have spoken a row would show a wrong state for a moment.
      if (inbox.store.getState().ready) inbox.publish();
    },
    showTakenBack: (decisionId) => {
      inbox.index.removeDecision(decisionId);
      if (inbox.store.getState().ready) inbox.publish();
    },
    showDocumentFindings: (counts) => {
      const changed = inbox.index.changeDocumentFindings(counts);
      if (changed && inbox.store.getState().ready) inbox.publish();
    },
    follow: (database, whose) => {
      inbox.clear((position, nip) => taskOf(whose, position, nip));
      const stop = followSources(database, inbox.index, {
        ...ports,
        publish: () => inbox.publish(),
      });
      const clock = setInterval(() => inbox.followDay(), dayMs);
      return () => {
        clearInterval(clock);
        stop();
        inbox.clear();
      };
    },
  };
}

/** How often the clock is asked for the day, in milliseconds. */
const dayMs = 60_000;

/** How many names are made ready for the search in one go, and the pause before it, in milliseconds. */
const preparedAtOnce = 500;
const prepareMs = 50;

type View = Pick<InboxStore, 'filter' | 'sort'>;
type Order = Pick<InboxFilter, 'statuses'> & Pick<InboxStore, 'sort'>;

const nothing = {
  ready: false,
  loading: null,
  rows: [],
  queue: [],
  counts: countStatuses([]),
  newMessages: null,
  foundElsewhere: 0,
  similar: 0,
} as const;

/** While nobody sits here there is nothing to do. */
const noTask: TaskAt = () => ({ task: null, own: false });

function taskOf(whose: Actor, position: UsulPosition, nip: string): ReturnType<TaskAt> {
  const queued = queueOf(whose.role, whose.scope, position);
  const task = taskFor(whose, nip, queued);
  return { task, own: task !== queued };
}

/** The rows in memory and what of them is shown: sorted once a change, filtered at every key. */
class Inbox {
  readonly store: StoreApi<InboxStore>;
  readonly #ports: InboxPorts;
  readonly #memory;
  index: InboxIndex;
  #sorted: readonly InboxRow[] = [];
  #order;
  #day: LocalDate | null = null;
  #found: Found | null = null;

  constructor(ports: InboxPorts) {
    this.#ports = ports;
    this.index = this.#newIndex(noTask);
    this.#memory = rememberFilter(ports.preferences, (view) => this.#show(view));
    const view = this.#memory.kept();
    this.#order = this.#makeOrder({ sort: view.sort, statuses: view.filter.statuses });
    this.store = createStore<InboxStore>()((_set, get) => ({
      ...nothing,
      ...view,
      setFilter: (change) => this.#choose({ ...get(), filter: { ...get().filter, ...change } }),
      clearFilter: () => this.#choose({ ...get(), filter: noFilter }),
      setSort: (sort) => this.#choose({ ...get(), sort }),
    }));
  }

  /** Shows the rows as they are now. */
  publish(): void {
    const rows = this.index.rows();
    const { filter } = this.store.getState();
    this.#sorted = this.#order.arrange(this.index.rowsAfter(this.#sorted));
    this.#found = this.#search(filter);
    const first = !this.store.getState().ready;
    this.store.setState({
      ready: true,
      loading: this.index.loading(),
      rows,
      counts: countStatuses(rows),
      newMessages: findMessages(rows, this.store.getState().newMessages),
      ...this.#queue(filter),
    });
    if (first) this.#prepareKeys(this.index);
  }

  // A little at a time, once the list is on the screen: the first key of a search must not wait for 40,000 names.
  #prepareKeys(index: InboxIndex): void {
    setTimeout(() => {
      if (index === this.index && index.prepareKeys(preparedAtOnce)) this.#prepareKeys(index);
    }, prepareMs);
  }

  /** Filters by the deadlines of today, once the day has changed. */
  followDay(): void {
    const { ready, filter } = this.store.getState();
    if (ready && this.#day !== this.#today()) this.store.setState(this.#queue(filter));
  }

  /** Forgets the rows and what was looked for: somebody else may sit down. */
  clear(taskAt: TaskAt = noTask): void {
    this.index = this.#newIndex(taskAt);
    this.#sorted = [];
    this.#found = null;
    this.#memory.release();
    const { filter, sort } = this.#memory.kept();
    this.#order = this.#makeOrder({ sort, statuses: filter.statuses });
    this.store.setState({ ...nothing, filter, sort });
  }

  #choose({ filter, sort }: View): void {
    this.#show({ filter, sort });
    this.#memory.keep({ filter, sort });
  }

  #show({ filter, sort }: View): void {
    const before = this.store.getState();
    // Groups are ranked anew when the person asks for another order or another kind of work, at no other time.
    if (before.sort !== sort || !sameList(before.filter.statuses, filter.statuses)) {
      this.#order = this.#makeOrder({ sort, statuses: filter.statuses });
      this.#sorted = this.#order.arrange(this.#sorted);
    }
    if (before.filter.search !== filter.search) this.#found = this.#search(filter);
    this.store.setState({ filter, sort, ...this.#queue(filter) });
  }

  #search({ search }: InboxFilter): Found | null {
    return searchRows(this.#sorted, search, (row) => this.index.personKey(row));
  }

  // The day is asked for each time: the application stays open over night.
  #queue(filter: InboxFilter): Pick<InboxStore, 'queue' | 'foundElsewhere' | 'similar'> {
    const today = this.#today();
    this.#day = today;
    const queue = filterRows(this.#sorted, filter, today, this.#found);
    return {
      queue,
      foundElsewhere: this.#found ? this.#found.size - queue.length : 0,
      similar: countSimilar(queue, this.#found),
    };
  }

  #newIndex(taskAt: TaskAt): InboxIndex {
    return new InboxIndex(taskAt, () => this.#today());
  }

  #today(): LocalDate {
    return localDateOf(this.#ports.now());
  }

  #makeOrder({ sort, statuses }: Order) {
    return makeOrder(sort, statuses, (row) => this.index.personKey(row));
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

import type { InboxFilter, InboxSort, InboxStatus } from '#renderer/core/inbox/inbox-query.ts';
import type { OutboxState } from '#renderer/data/schema/rows.ts';
import type { UsulRow } from '#renderer/data/schema/stored-rows.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { UsulKind, UsulPosition } from '#shared/records/usul.ts';
import type { QueueTask } from '#shared/workflow/authority/roles.ts';

/** One line of the inbox: what a list needs, nothing more. */
export interface InboxRow {
  readonly id: string;
  readonly revision: number;
  readonly version: number;
  readonly recordType: RecordTypeId;
  readonly kind: UsulKind;
  readonly position: UsulPosition;
  /** What whoever sits here does with it; null for what is about to leave the list. */
  readonly task: QueueTask | null;
  /** Whether it is about the person who sits here: it waits like the others, and somebody else decides it. */
  readonly own: boolean;
  /** Whether somebody else decides it: a colleague who has it, or whoever may where the person who sits here may not. */
  readonly colleagues: boolean;
  /** Whether it is because he or she may not: somebody decided it at an earlier stage, or is whom it is about. */
  readonly barred: boolean;
  readonly nama: string;
  readonly nip: string;
  readonly unorId: string;
  readonly unorNama: string;
  readonly deadline: LocalDate;
  readonly submittedAt: string;
  readonly round: UsulRow['round'];
  /** What the rules found, counted by level when the usul arrived on this PC. */
  readonly findings: UsulRow['findings'];
  /** How much its documents were read to say against it; 0 as well while they were not read. */
  readonly documentFindings: number;
  /** How many messages about it the person has not read. */
  readonly unread: number;
  /** Whether every document of the usul is on this PC. */
  readonly documentsReady: boolean;
  readonly hasDraft: boolean;
  /** The decision made here on this version, if any. */
  readonly decided: OutboxState['kind'] | null;
}

/** How much of the list is on this PC while it is fetched for the first time; `of` is null until the server says it. */
export interface ListLoading {
  readonly here: number;
  readonly of: number | null;
}

export interface InboxStore {
  readonly ready: boolean;
  /** Null once the list is whole: before that no count of it is one. */
  readonly loading: ListLoading | null;
  readonly rows: readonly InboxRow[];
  readonly filter: InboxFilter;
  readonly sort: InboxSort;
  /** Rows after filter and sort, the most alike first while something is searched: the queue that "next" walks through. */
  readonly queue: readonly InboxRow[];
  readonly counts: Readonly<Record<InboxStatus, number>>;
  /** Messages that the person has not read, and the usul that leads to them first; null: there are none. */
  readonly newMessages: { readonly count: number; readonly usulId: string } | null;
  /** How many more usul the search finds when every other part of the filter is left out; 0 without a search. */
  readonly foundElsewhere: number;
  /** How many of the queue are only similar to what is searched; they come after those that hold it. */
  readonly similar: number;
  setFilter(change: Partial<InboxFilter>): void;
  clearFilter(): void;
  setSort(sort: InboxSort): void;
}

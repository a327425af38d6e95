import type { InboxFilter, InboxStatus } from '#renderer/core/inbox/inbox-query.ts';
import type { InboxRow, InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

/** A filter that lets everything through: an empty list means "any". */
export const noFilter: InboxFilter = {
  search: '',
  recordTypes: [],
  kinds: [],
  statuses: [],
  unorIds: [],
  deadlines: [],
  marks: [],
  nip: '',
};

/** What a person calls the state of an usul. A refusal weighs most, because it asks for action. */
export function statusOf(row: Judged): InboxStatus {
  if (row.decided === 'ditolak') return 'ditolak_server';
  if (row.decided !== null) return 'sudah_diputuskan';
  switch (row.position.kind) {
    case 'menunggu':
      return row.task === 'decide' || row.own || row.colleagues ? 'belum_diperiksa' : 'lanjut';
    case 'koordinasi':
      return 'koordinasi';
    case 'perbaikan':
      return 'perbaikan';
    case 'selesai':
      return 'lanjut';
    default:
      return assertNever(row.position);
  }
}

/** Whether the person who sits here still has to decide the usul. */
export function needsDecision(row: Judged): boolean {
  const status = statusOf(row);
  return row.task === 'decide' && (status === 'belum_diperiksa' || status === 'ditolak_server');
}

/** Whether it waits for whoever sits here: to be decided, or for the answer to a question. */
export function needsDeed(row: Judged): boolean {
  return needsDecision(row) || (row.task === 'answer' && !isDone(row.decided));
}

function isDone(decided: InboxRow['decided']): boolean {
  return decided !== null && decided !== 'ditolak';
}

type Judged = Pick<InboxRow, 'position' | 'task' | 'own' | 'colleagues' | 'decided'>;

/** How many usul are in each state; of those that colleagues have nobody here has anything to do. */
export function countStatuses(rows: readonly InboxRow[]): Record<InboxStatus, number> {
  const counts: Record<InboxStatus, number> = {
    belum_diperiksa: 0,
    sudah_diputuskan: 0,
    ditolak_server: 0,
    koordinasi: 0,
    perbaikan: 0,
    lanjut: 0,
  };
  for (const row of rows) if (!row.colleagues) counts[statusOf(row)] += 1;
  return counts;
}

/**
 * The usul to open after this one: the next in the queue that still waits for a decision or an answer, from the start again
 * when the end is reached; null when none is left.
 */
export function nextInQueue(queue: readonly InboxRow[], usulId: string): string | null {
  const at = queue.findIndex((row) => row.id === usulId);
  const order = [...queue.slice(at + 1), ...queue.slice(0, Math.max(at, 0))];
  return order.find((row) => row.id !== usulId && needsDeed(row))?.id ?? null;
}

/** Messages that were not read, and the usul with the oldest deadline among those that have some; the same object while nothing changed. */
export function findMessages(
  rows: readonly InboxRow[],
  before: InboxStore['newMessages'],
): InboxStore['newMessages'] {
  const unread = rows.filter((row) => row.unread > 0);
  const [first] = unread.toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1));
  if (!first) return null;
  const count = unread.reduce((sum, row) => sum + row.unread, 0);
  const { id: usulId } = first;
  return before?.count === count && before.usulId === usulId ? before : { count, usulId };
}

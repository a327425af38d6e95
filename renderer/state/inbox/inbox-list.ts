import { matchesSearch, searchKey, searchWords } from '#renderer/state/inbox/search-key.ts';
import type {
  InboxFilter,
  InboxRow,
  InboxSort,
  InboxStatus,
} from '#renderer/state/store-contracts.ts';
import { recordTypes } from '#shared/domain/model/record-types.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

/** A filter that lets everything through: an empty list means "any". */
export const noFilter: InboxFilter = {
  search: '',
  recordTypes: [],
  kinds: [],
  statuses: [],
  unorIds: [],
};

/** What a person calls the state of an usul. A refusal weighs most, because it asks for action. */
export function statusOf(row: Pick<InboxRow, 'position' | 'decided'>): InboxStatus {
  if (row.decided === 'ditolak') return 'ditolak_server';
  if (row.decided !== null) return 'sudah_diputuskan';
  switch (row.position.kind) {
    case 'menunggu':
      return row.position.stage === 'verifikasi' ? 'belum_diperiksa' : 'lanjut';
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

/** Whether a person still has to decide the usul. */
export function needsDecision(row: Pick<InboxRow, 'position' | 'decided'>): boolean {
  const status = statusOf(row);
  return status === 'belum_diperiksa' || (status === 'ditolak_server' && isAtVerification(row));
}

/** How many usul are in each state. */
export function countStatuses(rows: readonly InboxRow[]): Record<InboxStatus, number> {
  const counts: Record<InboxStatus, number> = {
    belum_diperiksa: 0,
    sudah_diputuskan: 0,
    ditolak_server: 0,
    koordinasi: 0,
    perbaikan: 0,
    lanjut: 0,
  };
  for (const row of rows) counts[statusOf(row)] += 1;
  return counts;
}

/** The rows that a filter lets through, in the order given. `keyOf` gives a row's search key. */
export function filterRows(
  rows: readonly InboxRow[],
  filter: InboxFilter,
  keyOf: (row: InboxRow) => string = rowSearchKey,
): readonly InboxRow[] {
  const words = searchWords(filter.search);
  const types = allowed(filter.recordTypes);
  const kinds = allowed(filter.kinds);
  const statuses = allowed(filter.statuses);
  const unors = allowed(filter.unorIds);
  return rows.filter(
    (row) =>
      types(row.recordType) &&
      kinds(row.kind) &&
      unors(row.unorId) &&
      statuses(statusOf(row)) &&
      (words.length === 0 || matchesSearch(keyOf(row), words)),
  );
}

/** What the search looks at: name and NIP. */
export function rowSearchKey(row: Pick<InboxRow, 'nama' | 'nip'>): string {
  return `${searchKey(row.nama)} ${searchKey(row.nip)}`;
}

/** Rows in the order of the sort; equal ones by deadline, then by submission, then by id, so that it never jumps. */
export function sortRows(
  rows: readonly InboxRow[],
  sort: InboxSort,
  keyOf: (row: InboxRow) => string = rowSearchKey,
): readonly InboxRow[] {
  return rows.toSorted((a, b) => compareBy(sort, a, b, keyOf) || byUrgency(a, b));
}

/**
 * The usul to open after this one: the next in the queue that still needs a decision, from the start again when the
 * end is reached; null when none is left.
 */
export function nextInQueue(queue: readonly InboxRow[], usulId: string): string | null {
  const at = queue.findIndex((row) => row.id === usulId);
  const order = [...queue.slice(at + 1), ...queue.slice(0, Math.max(at, 0))];
  return order.find((row) => row.id !== usulId && needsDecision(row))?.id ?? null;
}

function isAtVerification(row: Pick<InboxRow, 'position'>): boolean {
  return row.position.kind === 'menunggu' && row.position.stage === 'verifikasi';
}

function allowed<T>(values: readonly T[]): (value: T) => boolean {
  if (values.length === 0) return () => true;
  const set = new Set(values);
  return (value) => set.has(value);
}

function compareBy(
  sort: InboxSort,
  a: InboxRow,
  b: InboxRow,
  keyOf: (row: InboxRow) => string,
): number {
  switch (sort) {
    case 'tenggat':
      return 0;
    case 'nama':
      return compareText(keyOf(a), keyOf(b));
    case 'jenis':
      return compareText(typeLabel(a), typeLabel(b)) || compareText(a.kind, b.kind);
    case 'diajukan':
      return compareText(a.submittedAt, b.submittedAt);
    default:
      return assertNever(sort);
  }
}

function byUrgency(a: InboxRow, b: InboxRow): number {
  return (
    compareText(a.deadline, b.deadline) ||
    compareText(a.submittedAt, b.submittedAt) ||
    compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function typeLabel(row: InboxRow): string {
  return recordTypes[row.recordType]?.label ?? row.recordType;
}

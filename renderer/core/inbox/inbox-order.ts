import { byUrgency } from '#renderer/data/usul/by-urgency.ts';
import type { KeyOf } from '#renderer/core/inbox/inbox-filter.ts';
import { statusOf } from '#renderer/core/inbox/inbox-list.ts';
import { personKey } from '#renderer/core/inbox/search-key.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import type { InboxSort, InboxStatus } from '#renderer/core/inbox/inbox-query.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

/** An order that rows can be put in again and again while they change. */
export interface InboxOrder {
  /**
   * The rows in this order; equal ones by deadline, then by submission, then by id, so that it never jumps. Nearly
   * sorted rows cost little: give them in the order of last time.
   */
  arrange(rows: readonly InboxRow[]): readonly InboxRow[];
}

/**
 * Makes the order of a sort. `jenis_tersedikit` and `asn` rank groups by those of their rows that have one of the
 * `statuses` (all, when there are none). A group keeps the rank that it had at its best: deciding one usul of a person
 * must not move the person's other usul away, nor one kind overtake another because it shrank.
 */
export function makeOrder(
  sort: InboxSort,
  statuses: readonly InboxStatus[],
  keyOf: KeyOf = personKey,
): InboxOrder {
  const listed = new Set(statuses);
  const isListed = (row: InboxRow): boolean => listed.size === 0 || listed.has(statusOf(row));
  switch (sort) {
    case 'tenggat':
      return orderedBy(byUrgency);
    case 'nama':
      return nameByName(keyOf);
    case 'jenis':
      return orderedBy((a, b) => byType(a.recordType, b.recordType) || compareText(a.kind, b.kind));
    case 'diajukan':
      return orderedBy((a, b) => compareText(a.submittedAt, b.submittedAt));
    case 'peringatan_dahulu':
      return orderedBy((a, b) => weightOf(b) - weightOf(a));
    case 'peringatan_akhir':
      return orderedBy((a, b) => weightOf(a) - weightOf(b));
    case 'jenis_tersedikit':
      return fewestFirst(isListed);
    case 'asn':
      return personByPerson(isListed);
    default:
      return assertNever(sort);
  }
}

/** By the name that people know a record type by. */
export function byType(a: RecordTypeId, b: RecordTypeId): number {
  return a === b ? 0 : compareText(recordTypes[a].label, recordTypes[b].label);
}

type Compare = (a: InboxRow, b: InboxRow) => number;

function orderedBy(compare: Compare): InboxOrder {
  return { arrange: (rows) => rows.toSorted((a, b) => compare(a, b) || byUrgency(a, b)) };
}

// A name is looked up once per row, not once per comparison.
function nameByName(keyOf: KeyOf): InboxOrder {
  return {
    arrange: (rows) =>
      rows
        .map((row) => ({ row, name: keyOf(row).name }))
        .toSorted(
          (a, b) =>
            compareText(a.name, b.name) ||
            compareText(a.row.nip, b.row.nip) ||
            byUrgency(a.row, b.row),
        )
        .map(({ row }) => row),
  };
}

function fewestFirst(isListed: (row: InboxRow) => boolean): InboxOrder {
  const most = new Map<RecordTypeId, number>();
  const countOf = (type: RecordTypeId): number => most.get(type) ?? 0;
  const order = orderedBy(
    (a, b) => countOf(a.recordType) - countOf(b.recordType) || byType(a.recordType, b.recordType),
  );
  return {
    arrange: (rows) => {
      const counts = new Map<RecordTypeId, number>();
      for (const row of rows) {
        if (isListed(row)) counts.set(row.recordType, (counts.get(row.recordType) ?? 0) + 1);
      }
      for (const [type, count] of counts) most.set(type, Math.max(count, countOf(type)));
      return order.arrange(rows);
    },
  };
}

function personByPerson(isListed: (row: InboxRow) => boolean): InboxOrder {
  const listed = new Map<string, InboxRow>();
  return {
    arrange: (rows) => {
      const others = new Map<string, InboxRow>();
      for (const row of rows) keepMostUrgent(isListed(row) ? listed : others, row);
      const leaderOf = (row: InboxRow): InboxRow =>
        listed.get(row.nip) ?? others.get(row.nip) ?? row;
      const byPerson = (a: InboxRow, b: InboxRow): number =>
        Number(listed.has(b.nip)) - Number(listed.has(a.nip)) ||
        byUrgency(leaderOf(a), leaderOf(b));
      return orderedBy((a, b) => (a.nip === b.nip ? 0 : byPerson(a, b))).arrange(rows);
    },
  };
}

function keepMostUrgent(leaders: Map<string, InboxRow>, row: InboxRow): void {
  const leader = leaders.get(row.nip);
  if (!leader || byUrgency(row, leader) < 0) leaders.set(row.nip, row);
}

// One contradiction weighs as much as ten doubts.
function weightOf({ findings }: InboxRow): number {
  return findings.galat * 10 + findings.peringatan;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

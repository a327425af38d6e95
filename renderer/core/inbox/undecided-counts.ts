import { needsDecision } from '#renderer/core/inbox/inbox-list.ts';
import { byType } from '#renderer/core/inbox/inbox-order.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';

/** How many usul of one record type still need a decision. */
export interface TypeCount {
  readonly recordType: RecordTypeId;
  readonly count: number;
}

/** Record types with usul that need a decision, fewest first as the manual advises (domain.md 4.4), then by name. */
export function countsByType(rows: readonly InboxRow[]): readonly TypeCount[] {
  const counts = new Map<RecordTypeId, number>();
  for (const row of rows) {
    if (needsDecision(row)) counts.set(row.recordType, (counts.get(row.recordType) ?? 0) + 1);
  }
  return [...counts]
    .map(([recordType, count]) => ({ recordType, count }))
    .toSorted((a, b) => a.count - b.count || byType(a.recordType, b.recordType));
}

/** How many usul of one ASN still need a decision. */
export function countOfPerson(rows: readonly InboxRow[], nip: string): number {
  return rows.reduce((count, row) => count + (row.nip === nip && needsDecision(row) ? 1 : 0), 0);
}

import { shortType } from '#renderer/features/workbench/short-type.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { countOfPerson, countsByType } from '#renderer/core/inbox/undecided-counts.ts';
import type { InboxFilter } from '#renderer/core/inbox/inbox-query.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import type { Usul } from '#shared/records/usul.ts';

/** Usul that may be done in a row. */
export interface Batch {
  readonly kind: 'person' | 'type';
  readonly label: string;
  /** Where two of them stand beside each other. */
  readonly short: string;
  /** How many usul of it still ask for a decision. */
  readonly count: number;
  /** Whether the queue holds nothing else now. */
  readonly active: boolean;
  /** The change of the filter that begins it, or ends it while it is active. */
  readonly change: Partial<InboxFilter>;
}

/** The batches that an usul belongs to: those of its ASN, those of its record type. */
export function batchesOf(
  usul: Pick<Usul, 'employee' | 'recordType'>,
  rows: readonly InboxRow[],
  filter: Pick<InboxFilter, 'nip' | 'recordTypes'>,
): Readonly<Record<Batch['kind'], Batch>> {
  const { nip } = usul.employee;
  const { recordType } = usul;
  const ofPerson = filter.nip === nip;
  const ofType = filter.recordTypes.length === 1 && filter.recordTypes[0] === recordType;
  return {
    person: {
      kind: 'person',
      label: workbenchText.onlyPerson,
      short: workbenchText.thisPerson,
      count: countOfPerson(rows, nip),
      active: ofPerson,
      change: { nip: ofPerson ? '' : nip },
    },
    type: {
      kind: 'type',
      label: workbenchText.onlyType(shortType(recordType)),
      short: shortType(recordType),
      count: countsByType(rows).find((type) => type.recordType === recordType)?.count ?? 0,
      active: ofType,
      change: { recordTypes: ofType ? [] : [recordType] },
    },
  };
}

import { useCallback, useMemo, type Ref } from 'react';
import { GroupHeading } from '#renderer/features/inbox/list/group-heading.tsx';
import { makeInboxColumns } from '#renderer/features/inbox/list/inbox-columns.tsx';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import type { waitingIn } from '#renderer/core/bulk/bulk-view.ts';
import type { InboxFilter, InboxSort } from '#renderer/core/inbox/inbox-query.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import { listKeys } from '#renderer/frame/list-keys.ts';
import { DataTable, type DataTableHandle } from '#renderer/ui/parts/data-table/data-table.tsx';
import {
  groupItems,
  plainItems,
  type TableItem,
} from '#renderer/ui/parts/data-table/table-model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

interface InboxListProps {
  readonly queue: readonly InboxRow[];
  readonly filter: InboxFilter;
  readonly sort: InboxSort;
  /** Whether the list is whole: before that nothing is counted. */
  readonly whole: boolean;
  readonly today: LocalDate;
  /** The usul that wait in an open batch. */
  readonly inBatch: ReturnType<typeof waitingIn>;
  /** The usul where the person was before. */
  readonly startAt: string | null;
  readonly onOpen: (usulId: string) => void;
  readonly ref?: Ref<DataTableHandle>;
}

/** The usul of the queue, under the name of each ASN when they are sorted so. */
export function InboxList(props: InboxListProps) {
  const { queue, filter, sort, whole, today, inBatch, startAt, onOpen, ref } = props;
  const items = useMemo(
    () => (sort === 'asn' ? byPerson(queue, whole) : plainItems(queue)),
    [queue, sort, whole],
  );
  const withStatus = filter.statuses.length !== 1;
  const columnsFor = useMemo(
    () => makeInboxColumns(today, withStatus, inBatch),
    [today, withStatus, inBatch],
  );
  const resetOn = useMemo(() => JSON.stringify([filter, sort]), [filter, sort]);
  const open = useCallback((row: InboxRow) => onOpen(row.id), [onOpen]);
  return (
    <DataTable
      keys={listKeys}
      label={inboxText.list}
      items={items}
      columnsFor={columnsFor}
      startAt={startAt}
      resetOn={resetOn}
      onOpen={open}
      {...(ref && { ref })}
    />
  );
}

function byPerson(queue: readonly InboxRow[], whole: boolean): readonly TableItem<InboxRow>[] {
  return groupItems(queue, {
    idOf: ({ id }) => id,
    keyOf: ({ nip }) => nip,
    heading: (rows) => {
      const first = rows[0];
      if (!first) return null;
      const { nama, nip } = first;
      return <GroupHeading nama={nama} nip={nip} count={whole ? rows.length : null} />;
    },
  });
}

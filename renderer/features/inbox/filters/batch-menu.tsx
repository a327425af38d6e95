import { useMemo } from 'react';
import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { Stack16Regular } from '@fluentui/react-icons';
import { useFilterButtonStyles } from '#renderer/features/inbox/filters/filter-button-style.ts';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import { countsByType } from '#renderer/core/inbox/undecided-counts.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import type { InboxSort } from '#renderer/core/inbox/inbox-query.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { menuPlace } from '#renderer/ui/parts/menu-place.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';

/** What to work through in a row: one record type, or all of them in an order. */
export interface BatchChoice {
  readonly recordTypes: readonly RecordTypeId[];
  readonly sort: InboxSort;
}

interface BatchMenuProps {
  readonly rows: readonly InboxRow[];
  /** Whether the list is whole: before that nothing is counted. */
  readonly whole: boolean;
  readonly onBatch: (batch: BatchChoice) => void;
}

/** Batches of work: usul of one kind in a row, fewest first; or those of one ASN in a row. */
export function BatchMenu(props: BatchMenuProps) {
  const buttons = useFilterButtonStyles();
  return (
    <Menu positioning={menuPlace}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          size="small"
          icon={<Stack16Regular />}
          className={buttons.button}
          title={inboxFilterText.batchesHint}
        >
          {inboxFilterText.batches}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <BatchList {...props} />
      </MenuPopover>
    </Menu>
  );
}

const orders: readonly { readonly label: string; readonly sort: InboxSort }[] = [
  { label: inboxFilterText.sorts.asn, sort: 'asn' },
  { label: inboxFilterText.sorts.jenis_tersedikit, sort: 'jenis_tersedikit' },
  { label: inboxFilterText.everything, sort: 'tenggat' },
];

function BatchList({ rows, whole, onBatch }: BatchMenuProps) {
  const batches = useMemo(() => countsByType(rows), [rows]);
  return (
    <MenuList>
      <MenuGroup>
        <MenuGroupHeader>{inboxFilterText.byType}</MenuGroupHeader>
        {batches.map(({ recordType, count }) => (
          <MenuItem
            key={recordType}
            {...(whole && { secondaryContent: formatCount(count) })}
            onClick={() => onBatch({ recordTypes: [recordType], sort: 'tenggat' })}
          >
            {recordTypes[recordType].label}
          </MenuItem>
        ))}
        {batches.length === 0 && whole && (
          <MenuItem disabled>{inboxFilterText.nothingWaiting}</MenuItem>
        )}
      </MenuGroup>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{inboxFilterText.byPerson}</MenuGroupHeader>
        {orders.map(({ label, sort }) => (
          <MenuItem key={sort} onClick={() => onBatch({ recordTypes: [], sort })}>
            {label}
          </MenuItem>
        ))}
      </MenuGroup>
    </MenuList>
  );
}

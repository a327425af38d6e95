import { useMemo, type KeyboardEvent, type Ref } from 'react';
import { Button, makeStyles, SearchBox, Text } from '@fluentui/react-components';
import { FilterDismiss20Regular } from '@fluentui/react-icons';
import {
  kindOptions,
  recordTypeOptions,
  unorOptions,
} from '#renderer/features/inbox/filter-options.ts';
import { MultiFilter } from '#renderer/features/inbox/multi-filter.tsx';
import { SortChoice } from '#renderer/features/inbox/sort-choice.tsx';
import type { InboxStore } from '#renderer/state/store-contracts.ts';
import { inboxText } from '#renderer/ui/text/inbox.ts';
import { recordTypeIds } from '#shared/domain/model/record-type.ts';
import { usulKinds } from '#shared/domain/model/usul.ts';

const useStyles = makeStyles({
  root: { flexShrink: 0, display: 'flex', alignItems: 'center', gap: '8px', padding: '6px 16px' },
  search: { width: '260px', maxWidth: '260px' },
  count: { marginLeft: 'auto', whiteSpace: 'nowrap' },
});

interface InboxFiltersProps {
  readonly inbox: InboxStore;
  /** How many rows the chosen status has without the other filters. */
  readonly total: number;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onClear: () => void;
  /** The person leaves the search for the list. */
  readonly onToList: () => void;
}

/** Search, filters and order of the list. */
export function InboxFilters({ inbox, total, searchRef, onClear, onToList }: InboxFiltersProps) {
  const styles = useStyles();

  function onSearchKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    onToList();
  }

  return (
    <search className={styles.root} aria-label={inboxText.filters}>
      <SearchBox
        size="small"
        input={{ ref: searchRef }}
        className={styles.search}
        aria-label={inboxText.search}
        placeholder={inboxText.searchHint}
        value={inbox.filter.search}
        onChange={(_, data) => inbox.setFilter({ search: data.value })}
        onKeyDown={onSearchKey}
      />
      <Filters inbox={inbox} />
      <SortChoice sort={inbox.sort} onSort={(sort) => inbox.setSort(sort)} />
      {hasFilter(inbox.filter) && (
        <Button
          size="small"
          appearance="subtle"
          icon={<FilterDismiss20Regular />}
          onClick={onClear}
        >
          {inboxText.clearFilter}
        </Button>
      )}
      <output className={styles.count}>
        <Text>{inboxText.shown(inbox.queue.length, total)}</Text>
      </output>
    </search>
  );
}

function Filters({ inbox }: Pick<InboxFiltersProps, 'inbox'>) {
  const { filter, rows } = inbox;
  const unors = useMemo(() => unorOptions(rows), [rows]);
  return (
    <>
      <MultiFilter
        label={inboxText.recordType}
        options={recordTypeOptions}
        chosen={filter.recordTypes}
        onChange={(ids) =>
          inbox.setFilter({ recordTypes: recordTypeIds.filter((id) => ids.includes(id)) })
        }
      />
      <MultiFilter
        label={inboxText.kind}
        options={kindOptions}
        chosen={filter.kinds}
        onChange={(ids) => inbox.setFilter({ kinds: usulKinds.filter((id) => ids.includes(id)) })}
      />
      <MultiFilter
        label={inboxText.unor}
        options={unors}
        chosen={filter.unorIds}
        onChange={(unorIds) => inbox.setFilter({ unorIds })}
      />
    </>
  );
}

/** Whether anything besides the status narrows the list. */
export function hasFilter(filter: InboxStore['filter']): boolean {
  const { search, recordTypes, kinds, unorIds } = filter;
  return search !== '' || recordTypes.length + kinds.length + unorIds.length > 0;
}

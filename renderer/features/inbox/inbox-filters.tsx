import { useMemo, type KeyboardEvent, type Ref } from 'react';
import { Button, Dropdown, makeStyles, Option, SearchBox, Text } from '@fluentui/react-components';
import { FilterDismiss20Regular } from '@fluentui/react-icons';
import { kindOptions, recordTypeOptions, unorOptions } from '#renderer/features/inbox/filter-options.ts';
import { MultiFilter } from '#renderer/features/inbox/multi-filter.tsx';
import type { InboxSort, InboxStore } from '#renderer/state/store-contracts.ts';
import { inboxText } from '#renderer/ui/text/inbox.ts';
import { recordTypeIds } from '#shared/domain/model/record-type.ts';
import { usulKinds } from '#shared/domain/model/usul.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: '8px', padding: '6px 16px' },
  search: { width: '260px', maxWidth: '260px' },
  sort: { minWidth: '150px', width: '160px' },
  count: { marginLeft: 'auto', whiteSpace: 'nowrap' },
});

const sorts = Object.entries(inboxText.sorts) as [InboxSort, string][];

interface InboxFiltersProps {
  readonly inbox: Pick<InboxStore, 'rows' | 'queue' | 'filter' | 'sort' | 'setFilter' | 'setSort'>;
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
  const { filter, sort, rows, setFilter, setSort } = inbox;
  const unors = useMemo(() => unorOptions(rows), [rows]);
  const filtered = hasFilter(filter);

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
        value={filter.search}
        onChange={(_, data) => setFilter({ search: data.value })}
        onKeyDown={onSearchKey}
      />
      <MultiFilter
        label={inboxText.recordType}
        options={recordTypeOptions}
        chosen={filter.recordTypes}
        onChange={(ids) => setFilter({ recordTypes: recordTypeIds.filter((id) => ids.includes(id)) })}
      />
      <MultiFilter
        label={inboxText.kind}
        options={kindOptions}
        chosen={filter.kinds}
        onChange={(ids) => setFilter({ kinds: usulKinds.filter((id) => ids.includes(id)) })}
      />
      <MultiFilter
        label={inboxText.unor}
        options={unors}
        chosen={filter.unorIds}
        onChange={(unorIds) => setFilter({ unorIds })}
      />
      <Dropdown
        size="small"
        className={styles.sort}
        aria-label={inboxText.sort}
        value={inboxText.sorts[sort]}
        selectedOptions={[sort]}
        onOptionSelect={(_, data) => setSort(sorts.find(([id]) => id === data.optionValue)?.[0] ?? sort)}
      >
        {sorts.map(([id, label]) => (
          <Option key={id} value={id}>
            {label}
          </Option>
        ))}
      </Dropdown>
      {filtered && (
        <Button size="small" appearance="subtle" icon={<FilterDismiss20Regular />} onClick={onClear}>
          {inboxText.clearFilter}
        </Button>
      )}
      <Text className={styles.count} role="status">
        {inboxText.shown(inbox.queue.length, total)}
      </Text>
    </search>
  );
}

/** Whether anything besides the status narrows the list. */
export function hasFilter(filter: InboxStore['filter']): boolean {
  const { search, recordTypes, kinds, unorIds } = filter;
  return search !== '' || recordTypes.length + kinds.length + unorIds.length > 0;
}

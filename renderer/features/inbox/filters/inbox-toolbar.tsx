import { useMemo, useRef, useState, type Ref } from 'react';
import { makeStyles, mergeClasses, Text, ToggleButton } from '@fluentui/react-components';
import { Filter16Regular } from '@fluentui/react-icons';
import { BatchMenu, type BatchChoice } from '#renderer/features/inbox/filters/batch-menu.tsx';
import { useFilterButtonStyles } from '#renderer/features/inbox/filters/filter-button-style.ts';
import { FilterChips } from '#renderer/features/inbox/filters/filter-chips.tsx';
import { FilterMenus } from '#renderer/features/inbox/filters/filter-menus.tsx';
import { unorOptions } from '#renderer/features/inbox/filters/filter-options.ts';
import { countRestrictions } from '#renderer/features/inbox/filters/present-filter.ts';
import { SavedFilters } from '#renderer/features/inbox/filters/saved-filters.tsx';
import { SortMenu } from '#renderer/features/inbox/filters/sort-menu.tsx';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import type { SavedFilter } from '#renderer/core/inbox/inbox-query.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { ListSearch } from '#renderer/ui/parts/list-search.tsx';
import { useWidth } from '#renderer/ui/parts/use-width.ts';

/** From this room on everything stands in one line (pixels at the usual text size). */
const oneLineFrom = 1290;

const useStyles = makeStyles({
  root: { flexShrink: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px',
    padding: '6px 16px',
  },
  second: { paddingTop: 0 },
  search: { flex: '1 1 136px', minWidth: '136px', maxWidth: '240px' },
  count: { marginLeft: 'auto', whiteSpace: 'nowrap' },
});

/** Saved filters and how to change them. */
export interface SavedFilterPorts {
  readonly saved: readonly SavedFilter[];
  readonly onApply: (filter: SavedFilter) => void;
  readonly onSave: (name: string) => void;
  readonly onChange: (saved: readonly SavedFilter[]) => void;
}

interface InboxToolbarProps {
  readonly inbox: InboxStore;
  /** How many rows the chosen status has without the other filters. */
  readonly total: number;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly savedFilters: SavedFilterPorts;
  readonly onBatch: (batch: BatchChoice) => void;
  readonly onClear: () => void;
  /** The person leaves the search for the list. */
  readonly onToList: () => void;
}

/** Search, filters, order and batches of the list; the filters fold into one button where there is no room. */
export function InboxToolbar(props: InboxToolbarProps) {
  const { inbox, savedFilters, onBatch } = props;
  const styles = useStyles();
  const root = useRef<HTMLElement>(null);
  const folds = useWidth(root, { atFirst: 1366, atUsualText: true }) < oneLineFrom;
  const [open, setOpen] = useState(false);
  const unors = useMemo(() => unorOptions(inbox.rows), [inbox.rows]);
  const menus = <FilterMenus inbox={inbox} unors={unors} />;
  return (
    <search ref={root} className={styles.root} aria-label={inboxFilterText.label}>
      <div className={styles.line}>
        <ListSearch
          words={sharedText.personSearch}
          className={styles.search}
          search={inbox.filter.search}
          inputRef={props.searchRef}
          onSearch={(search) => inbox.setFilter({ search })}
          onToList={props.onToList}
        />
        {folds ? (
          <FoldButton
            open={open}
            count={countRestrictions(inbox.filter)}
            onToggle={() => setOpen(!open)}
          />
        ) : (
          menus
        )}
        <SortMenu sort={inbox.sort} onSort={(sort) => inbox.setSort(sort)} />
        <BatchMenu rows={inbox.rows} whole={inbox.loading === null} onBatch={onBatch} />
        <SavedFilters
          saved={savedFilters.saved}
          onApply={savedFilters.onApply}
          onChange={savedFilters.onChange}
        />
        {inbox.ready && inbox.loading === null && (
          <Text className={styles.count}>
            {inboxFilterText.shown(inbox.queue.length, props.total)}
          </Text>
        )}
      </div>
      {folds && open && <div className={mergeClasses(styles.line, styles.second)}>{menus}</div>}
      <FilterChips
        inbox={inbox}
        unors={unors}
        savedNames={savedFilters.saved.map(({ name }) => name)}
        onSave={savedFilters.onSave}
        onClear={props.onClear}
      />
    </search>
  );
}

interface FoldButtonProps {
  readonly open: boolean;
  readonly count: number;
  readonly onToggle: () => void;
}

function FoldButton({ open, count, onToggle }: FoldButtonProps) {
  const buttons = useFilterButtonStyles();
  return (
    <ToggleButton
      size="small"
      icon={<Filter16Regular />}
      className={buttons.button}
      checked={open}
      aria-expanded={open}
      onClick={onToggle}
    >
      {inboxFilterText.toggle(count)}
    </ToggleButton>
  );
}

import { useMemo, type Ref } from 'react';
import { makeStyles } from '@fluentui/react-components';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import {
  countFilters,
  outboxFilters,
  type OutboxFilter,
} from '#renderer/features/outbox/outbox-view.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { ChoiceBar } from '#renderer/ui/parts/choice-bar.tsx';
import { ListSearch } from '#renderer/ui/parts/list-search.tsx';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '0 16px 6px 0',
  },
  search: { flex: '0 1 260px', minWidth: '180px', marginLeft: 'auto' },
});

interface OutboxBarProps {
  readonly entries: readonly OutboxEntryView[];
  readonly filter: OutboxFilter;
  readonly onFilter: (filter: OutboxFilter) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onToList: () => void;
}

/** Which decisions are shown: by what has become of them, and by name or NIP. */
export function OutboxBar(props: OutboxBarProps) {
  const { entries, filter, onFilter, search, onSearch, searchRef, onToList } = props;
  const styles = useStyles();
  const choices = useMemo(() => {
    const counts = countFilters(entries);
    return outboxFilters.map((id) => ({
      id,
      label: outboxText.filters[id],
      count: formatCount(counts[id]),
      hint: outboxText.filterHints[id],
    }));
  }, [entries]);
  return (
    <search className={styles.root}>
      <ChoiceBar
        wraps
        label={outboxText.filter}
        choices={choices}
        chosen={filter}
        onChoose={onFilter}
      />
      <ListSearch
        words={sharedText.personSearch}
        search={search}
        inputRef={searchRef}
        onSearch={onSearch}
        onToList={onToList}
        className={styles.search}
      />
    </search>
  );
}

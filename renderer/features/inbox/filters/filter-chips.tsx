import { useMemo } from 'react';
import { Button, makeStyles, Tag, TagGroup } from '@fluentui/react-components';
import { FilterDismiss16Regular } from '@fluentui/react-icons';
import type { FilterOption } from '#renderer/features/inbox/filters/filter-options.ts';
import { chipsOf } from '#renderer/features/inbox/filters/present-filter.ts';
import { SaveFilter } from '#renderer/features/inbox/filters/save-filter.tsx';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import { showNip } from '#shared/records/value-text.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px',
    padding: '0 16px 6px',
    // Dozens of choices must not push the list away.
    maxHeight: '96px',
    overflowY: 'auto',
  },
  chips: { flexWrap: 'wrap', gap: '6px', columnGap: '6px' },
  chip: { maxWidth: '320px' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface FilterChipsProps {
  readonly inbox: InboxStore;
  readonly unors: readonly FilterOption[];
  readonly savedNames: readonly string[];
  readonly onSave: (name: string) => void;
  readonly onClear: () => void;
}

/** The restrictions that hold, each to be taken away; saving them, or clearing them all. */
export function FilterChips({ inbox, unors, savedNames, onSave, onClear }: FilterChipsProps) {
  const styles = useStyles();
  const { filter, rows } = inbox;
  const chips = useMemo(
    () =>
      chipsOf(filter, {
        unor: (id) => unors.find((unor) => unor.id === id)?.label ?? id,
        person: (nip) => rows.find((row) => row.nip === nip)?.nama ?? showNip(nip),
      }),
    [filter, rows, unors],
  );
  if (chips.length === 0) return null;
  return (
    <div className={styles.root}>
      <TagGroup
        className={styles.chips}
        size="small"
        aria-label={inboxFilterText.chips}
        onDismiss={(_, { value }) => {
          const chip = chips.find(({ id }) => id === value);
          if (chip) inbox.setFilter(chip.without);
        }}
      >
        {chips.map(({ id, label }) => (
          <Tag
            key={id}
            value={id}
            size="small"
            dismissible
            className={styles.chip}
            title={label}
            primaryText={{ className: styles.text }}
            dismissIcon={{ 'aria-label': inboxFilterText.dismiss }}
          >
            {label}
          </Tag>
        ))}
      </TagGroup>
      <Button size="small" appearance="subtle" icon={<FilterDismiss16Regular />} onClick={onClear}>
        {inboxFilterText.clear}
      </Button>
      <SaveFilter names={savedNames} onSave={onSave} />
    </div>
  );
}

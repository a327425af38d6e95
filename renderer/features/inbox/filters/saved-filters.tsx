import { useRef, useState } from 'react';
import {
  Button,
  makeStyles,
  MenuButton,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Bookmark16Regular, Delete16Regular } from '@fluentui/react-icons';
import { useFilterButtonStyles } from '#renderer/features/inbox/filters/filter-button-style.ts';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import type { SavedFilter } from '#renderer/core/inbox/inbox-query.ts';
import { menuPlace } from '#renderer/ui/parts/menu-place.ts';

const useStyles = makeStyles({
  surface: {
    width: 'min(320px, 90vw)',
    maxHeight: 'min(440px, 80vh)',
    boxSizing: 'border-box',
    overflowY: 'auto',
    padding: '8px',
  },
  content: { outline: 'none' },
  none: { display: 'block', padding: '8px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: { display: 'flex', alignItems: 'center', gap: '4px' },
  apply: {
    flex: '1 1 0',
    minWidth: 0,
    justifyContent: 'flex-start',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
  },
});

interface SavedFiltersProps {
  readonly saved: readonly SavedFilter[];
  readonly onApply: (filter: SavedFilter) => void;
  readonly onChange: (saved: readonly SavedFilter[]) => void;
}

/** The filters that were given a name: to be used again, or thrown away. */
export function SavedFilters({ saved, onApply, onChange }: SavedFiltersProps) {
  const styles = useStyles();
  const buttons = useFilterButtonStyles();
  const [open, setOpen] = useState(false);
  function apply(filter: SavedFilter): void {
    setOpen(false);
    onApply(filter);
  }
  return (
    <Popover
      trapFocus
      positioning={{ ...menuPlace, align: 'end' }}
      open={open}
      onOpenChange={(_, data) => setOpen(data.open)}
    >
      <PopoverTrigger disableButtonEnhancement>
        <MenuButton
          size="small"
          icon={<Bookmark16Regular />}
          className={buttons.button}
          title={inboxFilterText.saved}
        >
          {inboxFilterText.saved}
        </MenuButton>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={inboxFilterText.saved}>
        <SavedList saved={saved} onApply={apply} onChange={onChange} />
      </PopoverSurface>
    </Popover>
  );
}

function SavedList({ saved, onApply, onChange }: SavedFiltersProps) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  // First the focus to the neighbour, then away with the button that has it.
  function remove(gone: SavedFilter): void {
    const at = saved.indexOf(gone);
    const removers = root.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? [];
    (removers[at + 1] ?? removers[at - 1] ?? root.current)?.focus();
    onChange(saved.filter((one) => one !== gone));
  }
  return (
    <div ref={root} tabIndex={-1} className={styles.content}>
      {saved.length === 0 && <Text className={styles.none}>{inboxFilterText.savedNone}</Text>}
      <ul className={styles.list}>
        {saved.map((one) => (
          <li key={one.name} className={styles.line}>
            <Button
              appearance="subtle"
              className={styles.apply}
              aria-label={inboxFilterText.apply(one.name)}
              onClick={() => onApply(one)}
            >
              {one.name}
            </Button>
            <Button
              appearance="subtle"
              icon={<Delete16Regular />}
              title={inboxFilterText.remove(one.name)}
              aria-label={inboxFilterText.remove(one.name)}
              data-remove
              onClick={() => remove(one)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

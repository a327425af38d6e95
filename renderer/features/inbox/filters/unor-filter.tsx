import { useMemo, useState } from 'react';
import {
  Button,
  Checkbox,
  makeStyles,
  MenuButton,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  SearchBox,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useFilterButtonStyles } from '#renderer/features/inbox/filters/filter-button-style.ts';
import { filterLabel } from '#renderer/features/inbox/filters/filter-menu.tsx';
import {
  searchOptions,
  type FilterOption,
} from '#renderer/features/inbox/filters/filter-options.ts';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import { menuPlace } from '#renderer/ui/parts/menu-place.ts';

/** More than anybody reads; the search finds the others. */
const shownAtMost = 100;

const useStyles = makeStyles({
  surface: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    width: 'min(420px, 90vw)',
    maxHeight: 'min(440px, 80vh)',
    boxSizing: 'border-box',
    padding: '12px',
  },
  search: { maxWidth: 'none', flexShrink: 0 },
  list: { display: 'flex', flexDirection: 'column', minHeight: 0, overflowY: 'auto' },
  option: { overflowWrap: 'anywhere', flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface UnorFilterProps {
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The units of the inbox, with a search: an office has hundreds of schools. */
export function UnorFilter({ options, chosen, onChange }: UnorFilterProps) {
  const buttons = useFilterButtonStyles();
  return (
    <Popover trapFocus positioning={menuPlace}>
      <PopoverTrigger disableButtonEnhancement>
        <MenuButton
          size="small"
          className={mergeClasses(buttons.button, chosen.length > 0 && buttons.chosen)}
        >
          {filterLabel(inboxFilterText.unor, chosen.length)}
        </MenuButton>
      </PopoverTrigger>
      <UnorSurface options={options} chosen={chosen} onChange={onChange} />
    </Popover>
  );
}

function UnorSurface({ options, chosen, onChange }: UnorFilterProps) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const found = useMemo(() => searchOptions(options, search), [options, search]);
  const shown = found.slice(0, shownAtMost);
  function toggle(id: string, on: boolean): void {
    onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  }
  return (
    <PopoverSurface className={styles.surface} aria-label={inboxFilterText.unor}>
      <SearchBox
        size="small"
        className={styles.search}
        autoComplete="off"
        aria-label={inboxFilterText.unorSearch}
        placeholder={inboxFilterText.unorSearch}
        value={search}
        onChange={(_, data) => setSearch(data.value)}
      />
      <div className={styles.list}>
        {shown.map(({ id, label }) => (
          <Checkbox
            key={id}
            className={styles.option}
            label={label}
            checked={chosen.includes(id)}
            onChange={(_, data) => toggle(id, data.checked === true)}
          />
        ))}
      </div>
      {found.length === 0 && <Text>{inboxFilterText.unorNone}</Text>}
      {found.length > shown.length && (
        <Text size={200} className={styles.quiet}>
          {inboxFilterText.unorMore(found.length - shown.length)}
        </Text>
      )}
      {chosen.length > 0 && (
        <Button size="small" onClick={() => onChange([])}>
          {inboxFilterText.unorClear}
        </Button>
      )}
    </PopoverSurface>
  );
}

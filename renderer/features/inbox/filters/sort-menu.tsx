import {
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ArrowSort16Regular } from '@fluentui/react-icons';
import { useFilterButtonStyles } from '#renderer/features/inbox/filters/filter-button-style.ts';
import { sortOptions } from '#renderer/features/inbox/filters/filter-options.ts';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import type { InboxSort } from '#renderer/core/inbox/inbox-query.ts';
import { menuPlace } from '#renderer/ui/parts/menu-place.ts';

interface SortMenuProps {
  readonly sort: InboxSort;
  readonly onSort: (sort: InboxSort) => void;
}

/** The order of the list. */
export function SortMenu({ sort, onSort }: SortMenuProps) {
  const buttons = useFilterButtonStyles();
  const label = inboxFilterText.sorts[sort];
  return (
    <Menu
      positioning={menuPlace}
      checkedValues={{ sort: [sort] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = sortOptions.find(({ id }) => checkedItems.includes(id));
        if (chosen) onSort(chosen.id);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          size="small"
          icon={<ArrowSort16Regular />}
          className={buttons.button}
          title={inboxFilterText.sort}
          aria-label={`${inboxFilterText.sort}: ${label}`}
        >
          {label}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {sortOptions.map((option) => (
            <MenuItemRadio key={option.id} name="sort" value={option.id}>
              {option.label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

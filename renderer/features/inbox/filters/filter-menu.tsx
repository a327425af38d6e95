import {
  Menu,
  MenuButton,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
} from '@fluentui/react-components';
import { useFilterButtonStyles } from '#renderer/features/inbox/filters/filter-button-style.ts';
import { menuPlace } from '#renderer/ui/parts/menu-place.ts';
import type { FilterOption } from '#renderer/features/inbox/filters/filter-options.ts';

interface FilterMenuProps<Id extends string> {
  readonly label: string;
  readonly options: readonly FilterOption<Id>[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
}

/** Lets through any of the chosen values; nothing chosen lets everything through. Stays open for several choices. */
export function FilterMenu<Id extends string>(props: FilterMenuProps<Id>) {
  const { label, options, chosen, onChange } = props;
  const buttons = useFilterButtonStyles();
  return (
    <Menu
      positioning={menuPlace}
      persistOnItemClick
      checkedValues={{ chosen: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) =>
        onChange(options.map(({ id }) => id).filter((id) => checkedItems.includes(id)))
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          size="small"
          className={mergeClasses(buttons.button, chosen.length > 0 && buttons.chosen)}
        >
          {filterLabel(label, chosen.length)}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {options.map((option) => (
            <MenuItemCheckbox key={option.id} name="chosen" value={option.id}>
              {option.label}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The name of a filter with the number of its choices. */
export function filterLabel(label: string, count: number): string {
  return count === 0 ? label : `${label} (${count})`;
}

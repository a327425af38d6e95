import { FilterMenu } from '#renderer/features/inbox/filters/filter-menu.tsx';
import {
  deadlineOptions,
  kindOptions,
  markOptionsOf,
  recordTypeOptions,
  type FilterOption,
} from '#renderer/features/inbox/filters/filter-options.ts';
import { UnorFilter } from '#renderer/features/inbox/filters/unor-filter.tsx';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';

interface FilterMenusProps {
  readonly inbox: InboxStore;
  readonly unors: readonly FilterOption[];
}

/** Every filter besides the status. */
export function FilterMenus({ inbox, unors }: FilterMenusProps) {
  const { filter } = inbox;
  return (
    <>
      <FilterMenu
        label={inboxFilterText.recordType}
        options={recordTypeOptions}
        chosen={filter.recordTypes}
        onChange={(recordTypes) => inbox.setFilter({ recordTypes })}
      />
      <FilterMenu
        label={inboxFilterText.kind}
        options={kindOptions}
        chosen={filter.kinds}
        onChange={(kinds) => inbox.setFilter({ kinds })}
      />
      <UnorFilter
        options={unors}
        chosen={filter.unorIds}
        onChange={(unorIds) => inbox.setFilter({ unorIds })}
      />
      <FilterMenu
        label={inboxFilterText.deadline}
        options={deadlineOptions}
        chosen={filter.deadlines}
        onChange={(deadlines) => inbox.setFilter({ deadlines })}
      />
      <FilterMenu
        label={inboxFilterText.marks}
        options={markOptionsOf(inbox.rows, filter)}
        chosen={filter.marks}
        onChange={(marks) => inbox.setFilter({ marks })}
      />
    </>
  );
}

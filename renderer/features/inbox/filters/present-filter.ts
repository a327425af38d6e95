import {
  deadlineOptions,
  kindOptions,
  markOptions,
  recordTypeOptions,
  type FilterOption,
} from '#renderer/features/inbox/filters/filter-options.ts';
import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import type { InboxFilter, InboxSort, SavedFilter } from '#renderer/core/inbox/inbox-query.ts';

/** One restriction in view; `without` takes it away. */
export interface FilterChip {
  readonly id: string;
  readonly label: string;
  readonly without: Partial<InboxFilter>;
}

/** Names for what a filter names by id. */
export interface FilterNames {
  readonly unor: (id: string) => string;
  /** The name of the ASN with that NIP. */
  readonly person: (nip: string) => string;
}

/** The restrictions besides status and search, each to be taken away by itself. */
export function chipsOf(filter: InboxFilter, names: FilterNames): readonly FilterChip[] {
  const unors = filter.unorIds.map((id) => ({ id, label: names.unor(id) }));
  return [
    ...listChips('recordTypes', filter.recordTypes, recordTypeOptions),
    ...listChips('kinds', filter.kinds, kindOptions),
    ...listChips('unorIds', filter.unorIds, unors),
    ...listChips('deadlines', filter.deadlines, deadlineOptions),
    ...listChips('marks', filter.marks, markOptions),
    ...(filter.nip === ''
      ? []
      : [
          {
            id: 'nip',
            label: inboxFilterText.person(names.person(filter.nip)),
            without: { nip: '' },
          },
        ]),
  ];
}

type ListPart = 'recordTypes' | 'kinds' | 'unorIds' | 'deadlines' | 'marks';

function listChips<Part extends ListPart>(
  part: Part,
  chosen: readonly InboxFilter[Part][number][],
  options: readonly FilterOption[],
): readonly FilterChip[] {
  return chosen.map((id) => ({
    id: `${part}-${id}`,
    label: options.find((option) => option.id === id)?.label ?? id,
    without: { [part]: chosen.filter((other) => other !== id) },
  }));
}

/** How many restrictions there are besides status and search. */
export function countRestrictions(filter: InboxFilter): number {
  const { recordTypes, kinds, unorIds, deadlines, marks, nip } = filter;
  const listed = [recordTypes, kinds, unorIds, deadlines, marks];
  return listed.reduce((sum, list) => sum + list.length, nip === '' ? 0 : 1);
}

/** Whether anything besides the status narrows the list. */
export function hasFilter(filter: InboxFilter): boolean {
  return filter.search !== '' || countRestrictions(filter) > 0;
}

/** The saved filters with this one under that name, in the order of their names; a name is kept once. */
export function saveFilter(
  saved: readonly SavedFilter[],
  name: string,
  filter: InboxFilter,
  sort: InboxSort,
): readonly SavedFilter[] {
  // What is searched for, and a NIP, may name a person: neither is kept outside the sealed data.
  const kept: SavedFilter = { name, filter: { ...filter, search: '', nip: '' }, sort };
  return [...saved.filter((one) => one.name !== name), kept].toSorted((one, other) =>
    one.name.localeCompare(other.name, 'id'),
  );
}

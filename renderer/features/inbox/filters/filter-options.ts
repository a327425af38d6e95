import { inboxFilterText } from '#renderer/features/inbox/text/filters.ts';
import {
  deadlineRanges,
  inboxMarks,
  inboxSorts,
  type InboxFilter,
  type InboxSort,
} from '#renderer/core/inbox/inbox-query.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import { usulKindLabels } from '#shared/records/record-labels.ts';
import { recordTypeIds, type RecordTypeId } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { usulKinds } from '#shared/records/usul.ts';

/** One choice of a filter. */
export interface FilterOption<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
}

/** The record types, in the order of the regulation. */
export const recordTypeOptions: readonly FilterOption<RecordTypeId>[] = recordTypeIds.map((id) => ({
  id,
  label: recordTypes[id].label,
}));

/** The kinds of usul. */
export const kindOptions: readonly FilterOption<InboxFilter['kinds'][number]>[] = usulKinds.map(
  (id) => ({ id, label: usulKindLabels[id] }),
);

/** The ranges of deadlines. */
export const deadlineOptions: readonly FilterOption<InboxFilter['deadlines'][number]>[] =
  deadlineRanges.map((id) => ({ id, label: inboxFilterText.deadlines[id] }));

/** What an usul may be marked with. */
export const markOptions: readonly FilterOption<InboxFilter['marks'][number]>[] = inboxMarks.map(
  (id) => ({ id, label: inboxFilterText.markNames[id] }),
);

const ofColleagues: readonly string[] = ['milik_rekan', 'semua_petugas'];

/** What the usul of an inbox may be marked with: nothing about colleagues where none of them has any. */
export function markOptionsOf(
  rows: readonly InboxRow[],
  { marks }: Pick<InboxFilter, 'marks'>,
): typeof markOptions {
  const isShared =
    marks.some((mark) => ofColleagues.includes(mark)) || rows.some(({ colleagues }) => colleagues);
  return isShared ? markOptions : markOptions.filter(({ id }) => !ofColleagues.includes(id));
}

/** The orders of the list. */
export const sortOptions: readonly FilterOption<InboxSort>[] = inboxSorts.map((id) => ({
  id,
  label: inboxFilterText.sorts[id],
}));

/** The units that occur in the inbox, by name. */
export function unorOptions(rows: readonly InboxRow[]): readonly FilterOption[] {
  const names = new Map(rows.map((row) => [row.unorId, row.unorNama]));
  return [...names]
    .map(([id, label]) => ({ id, label }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'id'));
}

/** The options whose label has all the words, whatever their case. */
export function searchOptions(
  options: readonly FilterOption[],
  search: string,
): readonly FilterOption[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return options.filter(({ label }) => {
    const text = label.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

import type { FilterOption } from '#renderer/features/inbox/multi-filter.tsx';
import type { InboxRow } from '#renderer/state/store-contracts.ts';
import { usulKindLabels } from '#shared/domain/model/labels.ts';
import { recordTypeIds } from '#shared/domain/model/record-type.ts';
import { recordTypes } from '#shared/domain/model/record-types.ts';
import { usulKinds } from '#shared/domain/model/usul.ts';

/** The record types, in the order of the regulation. */
export const recordTypeOptions: readonly FilterOption[] = recordTypeIds.map((id) => ({
  id,
  label: recordTypes[id].label,
}));

/** The kinds of usul. */
export const kindOptions: readonly FilterOption[] = usulKinds.map((id) => ({
  id,
  label: usulKindLabels[id],
}));

/** The units that occur in the inbox, by name. */
export function unorOptions(rows: readonly InboxRow[]): readonly FilterOption[] {
  const names = new Map(rows.map((row) => [row.unorId, row.unorNama]));
  return [...names]
    .map(([id, label]) => ({ id, label }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'id'));
}

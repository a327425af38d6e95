import { detailsOf } from '#renderer/features/workbench/record/timeline-details.ts';
import { findBreaks } from '#renderer/features/workbench/record/timeline-breaks.ts';
import type {
  EntryRole,
  TimelineEntry,
} from '#renderer/features/workbench/record/timeline-entry.ts';
import { timelineFields } from '#renderer/features/workbench/record/timeline-fields.ts';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import { showField } from '#shared/records/value-text.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';

/**
 * The person's records of the kind with the proposed one among them, the earliest first; records without a day come
 * first of all. A record that the usul changes or takes away is in its place, but breaks are those that remain when the
 * usul is accepted.
 */
export function makeTimeline(
  usul: Pick<Usul, 'recordType' | 'kind' | 'values' | 'oldValues' | 'existingRecords'>,
): readonly TimelineEntry[] {
  const meant = meantRecord(usul);
  const others = usul.existingRecords.map(({ id, values }) =>
    entry(usul.recordType, id, id === meant ? meantRole(usul.kind) : 'ada', values),
  );
  const own =
    usul.kind === 'hapus'
      ? meant === null
        ? [entry(usul.recordType, 'usul', 'dihapus', usul.values)]
        : []
      : [entry(usul.recordType, 'usul', 'usul', usul.values)];
  const entries = [...others, ...own].toSorted((one, other) => compare(one, other));
  const fields = timelineFields[usul.recordType];
  if (fields === null) return entries;
  const remaining = entries.filter(({ role }) => role === 'ada' || role === 'usul');
  return entries.map((each) => {
    const at = remaining.indexOf(each);
    if (at < 1) return each;
    const earlier = remaining.slice(0, at);
    const monthsLater = monthsBetween(earlier.at(-1)!, each);
    return { ...each, monthsLater, breaks: findBreaks(fields, earlier, each) };
  });
}

function entry(
  recordType: RecordTypeId,
  key: string,
  role: EntryRole,
  values: RecordValues,
): TimelineEntry {
  const fields = timelineFields[recordType];
  const titles = fields ? fields.title : recordTypes[recordType].titleFields;
  const filled = titles.flatMap((name) => readField(recordType, name, values));
  return {
    key,
    role,
    title: (fields ? filled.slice(0, 1) : filled).join(' · '),
    details: detailsOf(recordType, values),
    period: fields?.period(values) ?? null,
    values,
    monthsLater: null,
    breaks: [],
  };
}

function readField(
  recordType: RecordTypeId,
  name: string,
  values: RecordValues,
): readonly string[] {
  const spec = fieldsOf(recordTypes[recordType]).find((field) => field.name === name);
  const value = values[name] ?? '';
  return spec && value !== '' ? [showField(spec, value)] : [];
}

/** The record as it is today says which one is meant; the usul does not carry its id. */
function meantRecord(
  usul: Pick<Usul, 'kind' | 'values' | 'oldValues' | 'existingRecords'>,
): string | null {
  if (usul.kind === 'tambah') return null;
  const today = usul.oldValues ?? usul.values;
  return usul.existingRecords.find(({ values }) => sameValues(values, today))?.id ?? null;
}

function meantRole(kind: Usul['kind']): EntryRole {
  return kind === 'hapus' ? 'dihapus' : 'diubah';
}

function sameValues(one: RecordValues, other: RecordValues): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => (one[name] ?? '') === (other[name] ?? ''),
  );
}

function compare(one: TimelineEntry, other: TimelineEntry): number {
  const [first, second] = [one.period?.from ?? '', other.period?.from ?? ''];
  if (first === second) return Number(one.role === 'usul') - Number(other.role === 'usul');
  return first < second ? -1 : 1;
}

function monthsBetween(one: TimelineEntry, other: TimelineEntry): number | null {
  if (!one.period || !other.period || other.period.to !== null) return null;
  const [first, second] = [one.period.from, other.period.from].map(
    (day) => +day.slice(0, 4) * 12 + +day.slice(5, 7) + (+day.slice(8) - 1) / 31,
  );
  return Math.floor(second! - first!);
}

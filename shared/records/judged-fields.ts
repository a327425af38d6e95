import type {
  DocumentSpec,
  FieldCondition,
  FieldSpec,
  RecordType,
} from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';

/** Every field of a record type, in the order of its groups. */
export function fieldsOf(recordType: RecordType): readonly FieldSpec[] {
  return recordType.groups.flatMap((group) => group.fields);
}

/** Whether a field applies to a record with these values (a death certificate only to the deceased, and so on). */
export function fieldApplies(field: FieldSpec, values: RecordValues): boolean {
  return conditionHolds(field.appliesWhen, values);
}

/** Whether a document belongs to a record with these values. */
export function documentApplies(document: DocumentSpec, values: RecordValues): boolean {
  return conditionHolds(document.appliesWhen, values);
}

/**
 * The fields that need a verdict. `tambah` and `hapus`: every filled field; `ubah`: every field whose proposed value
 * is filled or differs from the old one, because the document proves the record as a whole.
 */
export function fieldsToJudge(
  usul: Pick<Usul, 'recordType' | 'kind' | 'values' | 'oldValues'>,
): readonly FieldSpec[] {
  return fieldsOf(recordTypes[usul.recordType]).filter((field) => {
    const proposed = usul.values[field.name] ?? '';
    const old = usul.oldValues?.[field.name] ?? '';
    return proposed !== '' || (usul.kind === 'ubah' && old !== '');
  });
}

function conditionHolds(condition: FieldCondition | undefined, values: RecordValues): boolean {
  return !condition || condition.values.includes(values[condition.field] ?? '');
}

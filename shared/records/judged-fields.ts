import type {
  DocumentSpec,
  FieldCondition,
  FieldSpec,
  RecordType,
} from '#shared/records/record-type.ts';
import { deletionReasonField } from '#shared/records/deletion/deletion-claim.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';

type JudgedUsul = Pick<Usul, 'recordType' | 'kind' | 'values' | 'oldValues'>;

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
 * The fields that need a verdict. `tambah` and `ubah`: what the record says (`filledFields`), because the document proves
 * it as a whole; `hapus`: the reason alone, because a value that the document bears out is none to delete.
 */
export function fieldsToJudge(usul: JudgedUsul): readonly FieldSpec[] {
  return usul.kind === 'hapus' ? [deletionReasonField] : filledFields(usul);
}

/** The fields of the record that an usul is about: every filled one; of an `ubah` those that it empties, too. */
export function filledFields(usul: JudgedUsul): readonly FieldSpec[] {
  return fieldsOf(recordTypes[usul.recordType]).filter((field) => {
    const proposed = usul.values[field.name] ?? '';
    const old = usul.oldValues?.[field.name] ?? '';
    return proposed !== '' || (usul.kind === 'ubah' && old !== '');
  });
}

function conditionHolds(condition: FieldCondition | undefined, values: RecordValues): boolean {
  return !condition || condition.values.includes(values[condition.field] ?? '');
}

import { fieldsOf } from '#shared/records/judged-fields.ts';
import type { RecordType } from '#shared/records/record-type.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { showField } from '#shared/records/value-text.ts';

/** What tells a record from the others of its type, as a person reads it: `III/c – Penata, 1 April 2022`. */
export function recordTitle(recordType: RecordType, values: RecordValues): string {
  const fields = fieldsOf(recordType);
  const shown = recordType.titleFields.flatMap((name) => {
    const field = fields.find((one) => one.name === name);
    const value = (values[name] ?? '').trim();
    return field && value !== '' ? [showField(field, value)] : [];
  });
  return shown.length > 0 ? shown.join(', ') : 'tanpa keterangan';
}

import type { FieldFormat, FieldSpec, RecordTypeId } from '#shared/records/record-type.ts';
import { fieldApplies, fieldsOf } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { addDays, isLocalDate } from '#shared/kernel/local-date.ts';
import { addMonths, addYears } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';

/** Another value of the same form that a slip would give: one digit, one day, one letter. Undefined where none fits. */
export function slipOf(format: FieldFormat, value: string, random: Random): string | undefined {
  switch (format.kind) {
    case 'documentNumber':
    case 'nip':
      return changeDigit(value, random);
    case 'nik':
      return `${value.slice(0, 12)}${changeDigit(value.slice(12), random) ?? ''}`;
    case 'date':
      return shiftDate(value, random);
    case 'integer': {
      const changed = Number(value) + random.pick([-2, -1, 1, 2]);
      const max = Math.min(format.max, format.max === 99 ? 11 : format.max);
      return changed >= Math.max(format.min, 1) && changed <= max ? String(changed) : undefined;
    }
    case 'decimal': {
      const changed = Number(value) + random.pick([-3, -1, 1, 2]);
      return changed > 0 && changed <= format.max ? changed.toFixed(format.scale) : undefined;
    }
    case 'text':
    case 'personName':
      return dropLetter(value, random);
    case 'phone':
      return changeDigit(value, random);
    case 'year':
    case 'money':
    case 'code':
    case 'email':
      return undefined;
  }
}

/** The record as it stands today, before the change that an usul `ubah` proposes: one to three fields were worse. */
export function earlierValues(
  recordType: RecordTypeId,
  values: RecordValues,
  random: Random,
): RecordValues {
  const fields = random.shuffle(
    fieldsOf(recordTypes[recordType]).filter(
      (field) => values[field.name] !== undefined && fieldApplies(field, values),
    ),
  );
  const earlier = { ...values };
  let wanted = random.whole(1, 3);
  for (const field of fields) {
    if (wanted === 0) break;
    const slip = earlierValue(field, values[field.name]!, random);
    if (slip === undefined || slip === values[field.name]) continue;
    if (slip === '') delete earlier[field.name];
    else earlier[field.name] = slip;
    wanted -= 1;
  }
  return earlier;
}

function earlierValue(field: FieldSpec, value: string, random: Random): string | undefined {
  if (!field.required && random.chance(0.5)) return '';
  return slipOf(field.format, value, random);
}

function changeDigit(value: string, random: Random): string | undefined {
  const places = [...value.matchAll(/\d/g)].map((match) => match.index);
  if (places.length === 0) return undefined;
  const place = random.pick(places.slice(-5));
  const old = Number(value[place]);
  const replaced = (old + random.whole(1, 8)) % 10;
  return value.slice(0, place) + String(replaced) + value.slice(place + 1);
}

function shiftDate(value: string, random: Random): string | undefined {
  if (!isLocalDate(value)) return undefined;
  return random.weighted([
    [addDays(value, random.pick([-9, -3, -1, -10])), 5],
    [addMonths(value, -random.whole(1, 3)), 3],
    [addYears(value, -1), 2],
  ]);
}

function dropLetter(value: string, random: Random): string | undefined {
  if (value.length < 6) return undefined;
  const place = random.whole(2, value.length - 2);
  if (!/\p{L}/u.test(value[place]!)) return undefined;
  return value.slice(0, place) + value.slice(place + 1);
}

import {
  deletionClaimOf,
  withoutDeletionReason,
  type DeletionClaim,
} from '#shared/records/deletion/deletion-claim.ts';
import { eventFields, keyFields, orderOf, saysSame } from '#shared/records/deletion/record-keys.ts';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';

/** What a person's data would lack after a deletion: the only record, a basic one, the latest. */
export type DeletionLoss = 'satu_satunya' | 'pokok' | 'terakhir';

/** What the person's records say of a deletion. */
export interface DeletionFacts {
  readonly claim: DeletionClaim;
  /** Whether the records bear the reason out; `tidak_diketahui` where records cannot tell (somebody else's, an error). */
  readonly claimHolds: 'ya' | 'tidak' | 'tidak_diketahui';
  /** The record that is to go, as it is today. */
  readonly record: RecordValues;
  /** The records of the type that stay. */
  readonly remaining: readonly RecordValues[];
  /** The record that stays and stands for the same event; null when there is none. */
  readonly counterpart: RecordValues | null;
  /** Whether `counterpart` is the same record once more, and not merely about the same event. */
  readonly isTwin: boolean;
  /** Fields in which `counterpart` says something else. */
  readonly differing: readonly string[];
  readonly losses: readonly DeletionLoss[];
}

/** An usul as far as its deletion is judged. */
export type DeletedUsul = Pick<
  Usul,
  'recordType' | 'values' | 'oldValues' | 'existingRecords' | 'asnNote'
>;

/** Reads out of the usul and the person's records what a deletion would do. */
export function deletionFactsOf(usul: DeletedUsul): DeletionFacts {
  const { recordType } = usul;
  const claim = deletionClaimOf(usul);
  const record = usul.oldValues ?? withoutDeletionReason(usul.values);
  const remaining = remainingRecords(usul, record);
  const twin = remaining.find((other) => isSameRecord(recordType, record, other)) ?? null;
  const counterpart =
    twin ?? remaining.find((other) => isSameEvent(recordType, record, other)) ?? null;
  const facts = { record, remaining, counterpart, isTwin: twin !== null };
  return {
    claim,
    claimHolds: holds(recordType, claim, facts),
    ...facts,
    differing: counterpart ? differingFields(recordType, record, counterpart) : [],
    losses: counterpart ? [] : lossesOf(recordType, facts),
  };
}

/**
 * The records without the one that is to go. An usul does not carry its id: it is the one with the same values, else the
 * one of the same key, so that the record itself is never taken for its twin.
 */
function remainingRecords(
  { recordType, existingRecords }: DeletedUsul,
  record: RecordValues,
): readonly RecordValues[] {
  const records = existingRecords.map(({ values }) => values);
  const equal = records.findIndex(
    (values) => differingFields(recordType, record, values).length === 0,
  );
  const meant =
    equal >= 0 ? equal : records.findIndex((values) => isSameRecord(recordType, record, values));
  return records.filter((_, index) => index !== meant);
}

function isSameRecord(recordType: RecordTypeId, one: RecordValues, other: RecordValues): boolean {
  const keys = keyFields[recordType];
  const keyed = keys.length > 0 && keys.every((name) => isFilled(one, name));
  if (keyed) return keys.every((name) => saysSame(one[name], other[name]));
  const names = fieldNames(recordType).filter((name) => isFilled(one, name));
  return names.length > 0 && differingFields(recordType, one, other).length === 0;
}

function isSameEvent(recordType: RecordTypeId, one: RecordValues, other: RecordValues): boolean {
  return eventFields[recordType].some((names) =>
    names.every((name) => isFilled(one, name) && saysSame(one[name], other[name])),
  );
}

/** Fields in which two records differ. */
function differingFields(
  recordType: RecordTypeId,
  one: RecordValues,
  other: RecordValues,
): readonly string[] {
  return fieldNames(recordType).filter((name) => !saysSame(one[name], other[name]));
}

type RecordsLeft = Pick<DeletionFacts, 'record' | 'remaining' | 'counterpart' | 'isTwin'>;

function holds(
  recordType: RecordTypeId,
  claim: DeletionClaim,
  { record, remaining, counterpart, isTwin }: RecordsLeft,
): DeletionFacts['claimHolds'] {
  if (claim.kind !== 'disebut') return 'tidak_diketahui';
  switch (claim.reason) {
    case 'ganda':
      if (isTwin) return 'ya';
      return counterpart ? 'tidak_diketahui' : 'tidak';
    case 'bukan_terakhir': {
      const order = orderOf(recordType, record);
      if (remaining.length === 0) return 'tidak';
      const others = remaining.flatMap((values) => orderOf(recordType, values) ?? []);
      if (order === undefined || others.length === 0) return 'tidak_diketahui';
      return others.some((other) => other > order) ? 'ya' : 'tidak';
    }
    case 'salah_input':
    case 'bukan_miliknya':
      return 'tidak_diketahui';
  }
}

/** Types whose every record is a step of the career: without it the next one stands on nothing (domain.md 1.2, 1.6, 1.11). */
const basicTypes: readonly RecordTypeId[] = ['cpns_pns', 'golongan', 'jabatan'];

/** Types of which the latest record is what the person is today (domain.md 1.1, data utama). */
const presentTypes: readonly RecordTypeId[] = [
  'golongan',
  'jabatan',
  'pendidikan',
  'skp',
  'pmk',
  'pindah_instansi',
  'cltn',
];

function lossesOf(
  recordType: RecordTypeId,
  { record, remaining }: RecordsLeft,
): readonly DeletionLoss[] {
  const losses: DeletionLoss[] = [];
  if (remaining.length === 0) losses.push('satu_satunya');
  const isFirstEducation = recordType === 'pendidikan' && record['isPendidikanPertama'] === '1';
  if (basicTypes.includes(recordType) || isFirstEducation) losses.push('pokok');
  if (remaining.length > 0 && isLatest(recordType, record, remaining)) losses.push('terakhir');
  return losses;
}

function isLatest(
  recordType: RecordTypeId,
  record: RecordValues,
  remaining: readonly RecordValues[],
): boolean {
  const order = orderOf(recordType, record);
  if (order === undefined || !presentTypes.includes(recordType)) return false;
  return remaining.every((values) => (orderOf(recordType, values) ?? '') < order);
}

function fieldNames(recordType: RecordTypeId): readonly string[] {
  return fieldsOf(recordTypes[recordType]).map(({ name }) => name);
}

function isFilled(values: RecordValues, name: string): boolean {
  return (values[name] ?? '').trim() !== '';
}

import type { RecordTypeId } from '#shared/records/record-type.ts';
import { makeSampleUsul, sampleValues } from '#tests/support/samples/faultless-usul.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';

/** One case of one rule for its test: an usul, and the sentence that it must give; none when the rule stays silent. */
export interface RuleCase {
  readonly rule: string;
  readonly name: string;
  readonly usul: Usul;
  readonly sentence?: string;
  readonly strictProvince?: boolean;
}

/** A case in which the rule finds something. */
export function finds(rule: string, usul: Usul, sentence: string): RuleCase {
  return { rule, name: sentence, usul, sentence };
}

/** A case, near to one that finds, in which the rule stays silent. */
export function silent(rule: string, usul: Usul): RuleCase {
  return { rule, name: 'silent', usul };
}

/** The sample of a record type with some values changed. */
export function withValues(recordType: RecordTypeId, changes: RecordValues): Usul {
  return makeSampleUsul(recordType, { values: { ...sampleValues[recordType], ...changes } });
}

/** The sample of a child who has died. */
export function withDeceased(changes: RecordValues, others: Partial<Usul> = {}): Usul {
  const record = { ...sampleValues.keluarga, statusHidup: '0', ...changes };
  return makeSampleUsul('keluarga', { ...others, values: record });
}

/** Scores of a whole and consistent DP3 of 2013: every sum and mean is right. */
export const dp3: RecordValues = {
  jenisSkp: 'dp3',
  tahun: '2013',
  kesetiaan: '91',
  prestasiKerja: '80',
  tanggungJawab: '80',
  ketaatan: '80',
  kejujuran: '80',
  prakarsa: '80',
  kerjasama: '80',
  jumlah: '571',
  nilairatarata: '81.57',
};

import type { CaseField } from '#renderer/features/workbench/record/case-fields.ts';
import { diffValues, type ValueDiff } from '#renderer/features/workbench/record/value-diff.ts';

/** Old and proposed value of a field with what sets them apart; of days and of names of codes a letter means nothing. */
export function diffField({
  old,
  proposed,
  spec,
}: Pick<CaseField, 'spec' | 'old' | 'proposed'>): ValueDiff {
  const { kind } = spec.format;
  return diffValues(old, proposed, kind === 'date' || kind === 'code' ? 'kata' : 'huruf');
}

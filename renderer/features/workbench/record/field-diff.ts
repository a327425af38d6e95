import type { CaseField } from '#renderer/features/workbench/record/case-fields.ts';
import { diffValues, grainOf, type ValueDiff } from '#renderer/ui/diff/value-diff.ts';

/** Old and proposed value of a field with what sets them apart. */
export function diffField({
  old,
  proposed,
  spec,
}: Pick<CaseField, 'spec' | 'old' | 'proposed'>): ValueDiff {
  return diffValues(old, proposed, grainOf(spec.format));
}

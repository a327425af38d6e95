import type { CaseState } from '#renderer/state/store-contracts.ts';
import type { FieldSpec } from '#shared/domain/model/record-type.ts';
import { fieldsToJudge } from '#shared/domain/model/judged-fields.ts';
import { recordTypes } from '#shared/domain/model/record-types.ts';
import { showValue } from '#shared/domain/model/value-text.ts';
import type { Usul } from '#shared/domain/model/usul.ts';
import type { Finding } from '#shared/domain/rules/finding.ts';

/** The usul on the desk. */
export type OpenCase = Extract<CaseState, { kind: 'terbuka' }>;

/** One line of the workbench, values as a person reads them. */
export interface CaseField {
  readonly spec: FieldSpec;
  readonly old: string;
  readonly proposed: string;
  readonly findings: readonly Finding[];
}

/** Lines that stand together on the paper. */
export interface CaseGroup {
  readonly label: string;
  readonly fields: readonly CaseField[];
}

/** The fields to judge in their groups, each with the findings that concern it. */
export function groupFields(
  usul: Pick<Usul, 'recordType' | 'kind' | 'values' | 'oldValues'>,
  findings: readonly Finding[],
): readonly CaseGroup[] {
  const judged = new Set(fieldsToJudge(usul).map((field) => field.name));
  return recordTypes[usul.recordType].groups
    .map((group) => ({
      label: group.label,
      fields: group.fields
        .filter((spec) => judged.has(spec.name))
        .map((spec) => ({
          spec,
          old: showValue(spec.format, usul.oldValues?.[spec.name] ?? ''),
          proposed: showValue(spec.format, usul.values[spec.name] ?? ''),
          findings: findings.filter((finding) => finding.fields[0] === spec.name),
        })),
    }))
    .filter((group) => group.fields.length > 0);
}

/** Findings that no shown field can carry: about the usul as a whole or about a field that was left empty. */
export function generalFindings(
  groups: readonly CaseGroup[],
  findings: readonly Finding[],
): readonly Finding[] {
  const shown = new Set(groups.flatMap((group) => group.fields.map((field) => field.spec.name)));
  return findings.filter((finding) => !shown.has(finding.fields[0] ?? ''));
}

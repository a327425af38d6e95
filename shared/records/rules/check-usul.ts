import type { LocalDate } from '#shared/kernel/local-date.ts';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';
import { careerRules } from '#shared/records/rules/career-rules.ts';
import { dateRules } from '#shared/records/rules/date-rules.ts';
import { deletionRules } from '#shared/records/rules/deletion-rules.ts';
import { documentRules } from '#shared/records/rules/document-rules.ts';
import { employeeRules } from '#shared/records/rules/employee-rules.ts';
import type { Finding, FindingLevel } from '#shared/records/rules/finding.ts';
import { formatRules } from '#shared/records/rules/format-rules.ts';
import { learningRules } from '#shared/records/rules/learning-rules.ts';
import { personRules } from '#shared/records/rules/person-rules.ts';
import { postRules } from '#shared/records/rules/post-rules.ts';
import type { Rule, RuleContext } from '#shared/records/rules/rule.ts';
import { skpRules } from '#shared/records/rules/skp-rules.ts';
import { standingRules } from '#shared/records/rules/standing-rules.ts';
import { usulRules } from '#shared/records/rules/usul-rules.ts';

/** Every rule of domain.md section 7 that can be computed from one usul. */
export const allRules: readonly Rule[] = [
  ...usulRules,
  ...deletionRules,
  ...documentRules,
  ...employeeRules,
  ...standingRules,
  ...postRules,
  ...formatRules,
  ...dateRules,
  ...careerRules,
  ...learningRules,
  ...skpRules,
  ...personRules,
];

/** How strictly to check. */
export interface CheckOptions {
  /** Refuse the NIK province code 99 of invented people too (domain.md 6.4); off by default. */
  readonly strictProvince?: boolean;
}

/** Applies every rule that concerns this usul; worst level first, then findings of the whole, then field order. */
export function checkUsul(
  usul: Usul,
  today: LocalDate,
  options: CheckOptions = {},
): readonly Finding[] {
  const recordType = recordTypes[usul.recordType];
  const fields = new Map(fieldsOf(recordType).map((field) => [field.name, field]));
  const values = filledValues(usul.values);
  const strictProvince = options.strictProvince ?? false;
  const context: RuleContext = { usul, recordType, fields, values, today, strictProvince };
  const findings = allRules
    .filter((rule) => concerns(rule, usul))
    .flatMap((rule) =>
      rule
        .check(context)
        .map((problem): Finding => ({ ruleId: rule.id, level: rule.level, ...problem })),
    );
  const order = new Map([...fields.keys()].map((name, index) => [name, index]));
  const place = (finding: Finding) => order.get(finding.fields[0] ?? '') ?? -1;
  return findings.toSorted((a, b) => weight[a.level] - weight[b.level] || place(a) - place(b));
}

const weight: Readonly<Record<FindingLevel, number>> = { galat: 0, peringatan: 1, info: 2 };

function concerns(rule: Rule, usul: Usul): boolean {
  const ofType = rule.recordTypes === 'all' || rule.recordTypes.includes(usul.recordType);
  return ofType && rule.kinds.includes(usul.kind);
}

function filledValues(values: RecordValues): RecordValues {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
}

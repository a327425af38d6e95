import type { OpenWarning } from '#shared/records/open-warning.ts';
import { employeeRules } from '#shared/records/rules/employee-rules.ts';
import type { Finding } from '#shared/records/rules/finding.ts';

const employeeRuleIds: ReadonlySet<string> = new Set(employeeRules.map(({ id }) => id));
/** Indicators of BKN's data quality index (domain.md 7.1). */
const indicator = /^(?:ACC|COM|CON|TIM)_\d+$/;

/** The findings that an usul must not be passed on over unseen: errors and warnings about what is proposed. */
export function ruleWarnings(findings: readonly Finding[]): readonly OpenWarning[] {
  return findings
    .filter(({ level }) => level !== 'info')
    .filter((finding) => !isAboutTheEmployee(finding))
    .map(({ ruleId, fields, sentence }) => ({
      kind: 'aturan',
      subject: ruleId,
      ...(fields.length > 0 && { about: fields.join(',') }),
      sentence,
      fields,
    }));
}

/**
 * Whether it finds fault with the agency's own record of the person, not with a field that is proposed: no verdict on an
 * usul can put that right.
 */
function isAboutTheEmployee({ ruleId, fields }: Finding): boolean {
  return fields.length === 0 && (employeeRuleIds.has(ruleId) || indicator.test(ruleId));
}

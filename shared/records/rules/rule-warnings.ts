import type { OpenWarning } from '#shared/records/open-warning.ts';
import { employeeRules } from '#shared/records/rules/employee-rules.ts';
import { postRules } from '#shared/records/rules/post-rules.ts';
import { standingRules } from '#shared/records/rules/standing-rules.ts';
import type { Finding } from '#shared/records/rules/finding.ts';

/**
 * What they find wrong is the agency's own record of the person, unless they name fields that propose it: no verdict on
 * an usul can put it right.
 */
const aboutTheEmployee: ReadonlySet<string> = new Set(
  [...employeeRules, ...standingRules, ...postRules].map(({ id }) => id),
);

/** The findings that an usul must not be passed on over unseen: errors and warnings about what is proposed. */
export function ruleWarnings(findings: readonly Finding[]): readonly OpenWarning[] {
  return findings
    .filter(
      ({ ruleId, level, fields }) =>
        level !== 'info' && (fields.length > 0 || !aboutTheEmployee.has(ruleId)),
    )
    .map(({ ruleId, fields, sentence }) => ({
      kind: 'aturan',
      subject: ruleId,
      ...(fields.length > 0 && { about: fields.join(',') }),
      sentence,
      fields,
    }));
}

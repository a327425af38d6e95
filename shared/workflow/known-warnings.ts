import { ruleWarnings } from '#shared/records/rules/rule-warnings.ts';
import type { Finding } from '#shared/records/rules/finding.ts';
import { allRules } from '#shared/records/rules/check-usul.ts';
import type { Acknowledgement, OpenWarning } from '#shared/records/open-warning.ts';
import type { Usul } from '#shared/records/usul.ts';
import { findContradictions } from '#shared/workflow/contradictions.ts';
import { acknowledgesSince } from '#shared/workflow/decision.ts';
import type { DecisionContent } from '#shared/workflow/check-decision.ts';

/**
 * The warnings over which a decision would be made, as far as they follow from the usul and the decision alone: what the
 * rules found of an usul that is passed on, and what a decision says against itself. PC and server both ask this one.
 */
export function knownWarnings(
  usul: Usul,
  content: DecisionContent,
  findings: readonly Finding[],
): readonly OpenWarning[] {
  return content.outcome === 'teruskan'
    ? ruleWarnings(findings)
    : findContradictions(usul, content);
}

/** The application's version that first asked about a warning: that of its rule, where it states one. */
export function knownSince({ kind, subject }: Pick<Acknowledgement, 'kind' | 'subject'>): string {
  const rule = kind === 'aturan' ? allRules.find(({ id }) => id === subject) : undefined;
  return rule?.since ?? acknowledgesSince;
}

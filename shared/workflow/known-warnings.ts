import { ruleWarnings } from '#shared/records/rules/rule-warnings.ts';
import type { Finding } from '#shared/records/rules/finding.ts';
import { allRules } from '#shared/records/rules/check-usul.ts';
import type { Acknowledgement, OpenWarning } from '#shared/records/open-warning.ts';
import { showField } from '#shared/records/value-text.ts';
import { correctedBefore } from '#shared/records/warning-labels.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { Usul } from '#shared/records/usul.ts';
import { findContradictions } from '#shared/workflow/contradictions.ts';
import { acknowledgesSince } from '#shared/workflow/decision.ts';
import { adoptsVerdicts, toldCorrections } from '#shared/workflow/told-decisions.ts';
import type { DecisionContent } from '#shared/workflow/check-decision.ts';

/**
 * The warnings over which a decision would be made, as far as they follow from the usul and the decision alone: what the
 * rules found of an usul that is passed on, what the verifikator put right in it, and what a decision says against itself. PC
 * and server both ask this one.
 */
export function knownWarnings(
  usul: Usul,
  content: DecisionContent,
  findings: readonly Finding[],
): readonly OpenWarning[] {
  return content.outcome === 'teruskan'
    ? [...ruleWarnings(findings), ...correctedFields(usul)]
    : findContradictions(usul, content);
}

/** What an office wrote itself, a later stage has to have looked at, value by value. */
function correctedFields(usul: Usul): readonly OpenWarning[] {
  if (!adoptsVerdicts(usul.position)) return [];
  const corrections = toldCorrections(usul);
  return fieldsToJudge(usul).flatMap((spec): OpenWarning[] => {
    const told = corrections.find(({ field }) => field === spec.name);
    if (!told) return [];
    const [from, to] = [told.proposed, told.corrected].map((value) => showField(spec, value));
    const sentence = `${spec.label} dikoreksi verifikator dari "${from}" menjadi "${to}".`;
    const { name } = spec;
    return [{ kind: 'isian', subject: name, about: correctedBefore, sentence, fields: [name] }];
  });
}

/** The application's version that first knew corrections, and so asked about them. */
const correctsSince = '0.3.0';

/** The application's version that first asked about a warning: that of its rule, where it states one. */
export function knownSince({
  kind,
  subject,
  about,
}: Pick<Acknowledgement, 'kind' | 'subject' | 'about'>): string {
  if (kind === 'isian' && about === correctedBefore) return correctsSince;
  const rule = kind === 'aturan' ? allRules.find(({ id }) => id === subject) : undefined;
  return rule?.since ?? acknowledgesSince;
}

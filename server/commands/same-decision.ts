import { canonicalJson } from '#server/store/canonical-json.ts';
import type { Decision } from '#shared/workflow/decision.ts';

/**
 * Whether a decision came again. A server of an older contract kept it without the bases of its verdicts: it is the same
 * one all the same, when it comes again after the update because that server's answer was lost.
 */
export function isSameDecision(kept: Decision, again: Decision): boolean {
  const text = canonicalJson(kept);
  return text === canonicalJson(again) || text === canonicalJson(withoutBases(again));
}

function withoutBases(decision: Decision): Decision {
  const verdicts = decision.verdicts.map(({ basis: _basis, ...verdict }) => verdict);
  return { ...decision, verdicts };
}

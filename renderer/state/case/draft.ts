import type { Draft } from '#renderer/data/schema/rows.ts';
import type { Decision, Evidence, Outcome } from '#shared/domain/model/decision.ts';
import { withSuggestion } from '#renderer/state/case/suggest-outcome.ts';
import { fieldsToJudge } from '#shared/domain/model/judged-fields.ts';
import { findReason } from '#shared/domain/model/reasons.ts';
import type { Usul } from '#shared/domain/model/usul.ts';
import type { DecisionContent } from '#shared/domain/workflow/check-decision.ts';

/** A draft in which nothing was typed yet. */
export function emptyDraft(usul: Usul): Draft {
  return {
    usulId: usul.id,
    revision: usul.revision,
    version: usul.version,
    verdicts: {},
    outcome: null,
    reasons: [],
    note: '',
    suggested: false,
    place: null,
    evidence: {},
  };
}

/**
 * A draft brought to the usul as it is now. What was typed stays. After a resubmission (another revision) a field that
 * was found matching must be judged again, because its value may have changed; pages of the same file stay seen.
 */
export function rebaseDraft(draft: Draft, usul: Usul): Draft {
  if (draft.version === usul.version && draft.revision === usul.revision) return draft;
  const names = new Set(fieldsToJudge(usul).map((field) => field.name));
  const shas = new Set(usul.documents.map((document) => document.sha256));
  const sameRevision = draft.revision === usul.revision;
  const verdicts = Object.entries(draft.verdicts).filter(
    ([name, { verdict }]) => names.has(name) && (sameRevision || verdict !== 'sesuai'),
  );
  const evidence = Object.entries(draft.evidence).filter(([sha256]) => shas.has(sha256));
  const rebased: Draft = {
    ...draft,
    revision: usul.revision,
    version: usul.version,
    verdicts: Object.fromEntries(verdicts),
    evidence: Object.fromEntries(evidence),
  };
  // What only followed from the verdicts follows from those that are left.
  return draft.suggested ? withSuggestion(rebased, usul) : rebased;
}

/** A decision taken back to the desk, against the usul as it is now. */
export function draftOfDecision(decision: Decision, usul: Usul): Draft {
  const draft: Draft = {
    usulId: usul.id,
    revision: decision.revision,
    version: decision.version,
    verdicts: Object.fromEntries(decision.verdicts.map((verdict) => [verdict.field, verdict])),
    outcome: decision.outcome,
    reasons: decision.reasons,
    note: decision.note,
    suggested: false,
    place: null,
    evidence: Object.fromEntries(decision.evidence.map((entry) => [entry.sha256, entry])),
  };
  return rebaseDraft(draft, usul);
}

/** What the draft amounts to under an outcome: verdicts in the order of the form, reasons that fit the outcome. */
export function contentOf(usul: Usul, draft: Draft, outcome: Outcome): DecisionContent {
  return {
    outcome,
    reasons: draft.reasons.filter((code) => findReason(code)?.outcomes.includes(outcome)),
    note: draft.note.trim(),
    verdicts: fieldsToJudge(usul).flatMap((field) => draft.verdicts[field.name] ?? []),
    evidence: [...new Set(usul.documents.map((document) => document.sha256))].flatMap(
      (sha256) => draft.evidence[sha256] ?? [],
    ),
  };
}

/** Evidence after a page was on the screen. */
export function withPageSeen(evidence: Evidence, page: number): Evidence {
  if (evidence.pagesSeen.includes(page)) return evidence;
  return { ...evidence, pagesSeen: [...evidence.pagesSeen, page].toSorted((a, b) => a - b) };
}

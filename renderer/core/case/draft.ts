import type { Draft, ShownPlace } from '#renderer/data/schema/rows.ts';
import type { Decision, Deed, Evidence, FieldVerdict } from '#shared/workflow/decision.ts';
import { judgedUnder } from '#shared/workflow/told-decisions.ts';
import { withSuggestion } from '#renderer/core/case/suggest-outcome.ts';
import { mayChooseReason } from '#shared/records/deletion/chosen-reason.ts';
import { deletionReasonField } from '#shared/records/deletion/deletion-claim.ts';
import { fieldsToJudge, filledFields } from '#shared/records/judged-fields.ts';
import { findReason, isReasonFor } from '#shared/workflow/reasons.ts';
import {
  acknowledgementsOf,
  notAcknowledged,
  toldWarnings,
  type Acknowledgement,
  type OpenWarning,
} from '#shared/records/open-warning.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { DecisionContent } from '#shared/workflow/check-decision.ts';

/** A draft in which nothing was typed yet. */
export function emptyDraft(usul: Usul): Draft {
  return {
    usulId: usul.id,
    revision: usul.revision,
    version: usul.version,
    verdicts: {},
    proposed: proposedIn(usul),
    outcome: null,
    reasons: [],
    note: '',
    suggested: false,
    place: null,
    evidence: {},
  };
}

/**
 * A draft brought to the usul as it is now. What was typed stays, and pages of the same file stay seen. After a
 * resubmission (another revision) the outcome must be chosen again, so that no single key sends back what the ASN has
 * just corrected; so must the verdict on every field that matched, or whose value is another one.
 */
export function rebaseDraft(draft: Draft, usul: Usul): Draft {
  if (draft.version === usul.version && draft.revision === usul.revision) return draft;
  const names = new Set(fieldsToJudge(usul).map((field) => field.name));
  const shas = new Set(usul.documents.map((document) => document.sha256));
  const sameRevision = draft.revision === usul.revision;
  const verdicts = Object.entries(draft.verdicts).filter(
    ([name]) => names.has(name) && (sameRevision || stillHolds(draft, usul, name)),
  );
  const evidence = Object.entries(draft.evidence).filter(([sha256]) => shas.has(sha256));
  const rebased: Draft = {
    ...draft,
    revision: usul.revision,
    version: usul.version,
    verdicts: Object.fromEntries(verdicts),
    proposed: proposedIn(usul),
    evidence: Object.fromEntries(evidence),
    // What was acknowledged was acknowledged of the usul as it was.
    acknowledged: undefined,
    ...(draft.places && { places: placesIn(draft.places, names, shas) }),
  };
  if (!sameRevision) {
    // Reasons that only followed from the verdicts go with the outcome; those that a person chose stay to be used.
    const reasons = draft.suggested ? [] : draft.reasons;
    const deletionReason = undefined;
    return { ...rebased, outcome: null, reasons, suggested: false, deletionReason };
  }
  // What only followed from the verdicts follows from those that are left.
  return draft.suggested ? withSuggestion(rebased, usul) : rebased;
}

/** What was shown of fields and files that are still there. */
function placesIn(
  places: NonNullable<Draft['places']>,
  names: ReadonlySet<string>,
  shas: ReadonlySet<string>,
): NonNullable<Draft['places']> {
  const kept = Object.entries(places).filter(
    ([name, { sha256 }]) => names.has(name) && shas.has(sha256),
  );
  return Object.fromEntries(kept);
}

/** Whether a verdict on an earlier revision may stand: the field did not match, and is proposed as it was. */
function stillHolds(
  { verdicts, proposed, deletionReason }: Draft,
  usul: Usul,
  name: string,
): boolean {
  const judged = verdicts[name];
  // What was put right was another value: what is submitted now has to be looked at again.
  if (!judged || judged.verdict === 'sesuai' || judged.verdict === 'dikoreksi') return false;
  // Another reason than the one judged may be given now: it is chosen anew.
  if (name === deletionReasonField.name && deletionReason !== undefined) return false;
  const now = usul.values[name] ?? '';
  // Not known what it was: what was read in the document stays, unless it is just what is proposed now.
  return proposed ? proposed[name] === now : judged.seen !== '' && judged.seen !== now;
}

/** The values that are to be judged, by field, as they came; of a deletion the record that is to go, too. */
export function proposedIn(usul: Usul): NonNullable<Draft['proposed']> {
  const names = [...filledFields(usul), ...fieldsToJudge(usul)].map(({ name }) => name);
  return Object.fromEntries(names.map((name) => [name, usul.values[name] ?? '']));
}

/** A decision taken back to the desk, against the usul as it is now; `judged` are the values that it was about. */
export function draftOfDecision(decision: Decision, usul: Usul, judged?: Draft['proposed']): Draft {
  const { acknowledged } = toldWarnings(decision.acknowledged);
  const draft: Draft = {
    usulId: usul.id,
    revision: decision.revision,
    version: decision.version,
    verdicts: Object.fromEntries(decision.verdicts.map((verdict) => [verdict.field, verdict])),
    proposed: decision.revision === usul.revision ? proposedIn(usul) : judged,
    outcome: decision.outcome === 'jawab' ? null : decision.outcome,
    reasons: decision.reasons,
    note: decision.note,
    suggested: false,
    place: null,
    evidence: Object.fromEntries(decision.evidence.map((entry) => [entry.sha256, entry])),
    ...(acknowledged.length > 0 && { acknowledged: [...acknowledged] }),
    ...(decision.deletionReason && { deletionReason: decision.deletionReason }),
  };
  return rebaseDraft(draft, usul);
}

/** The same, where the usul is looked at as a sample of a batch (null: it is not); an answer is no part of that. */
export function inBulk(content: DecisionContent, bulkId: string | null): DecisionContent {
  return bulkId === null || content.outcome === 'jawab' ? content : { ...content, bulkId };
}

/**
 * What the draft amounts to under an outcome: verdicts in the order of the form, reasons that fit the outcome, and what was
 * acknowledged of the warnings that are open for it. An answer judges nothing.
 */
export function contentOf(
  usul: Usul,
  draft: Draft,
  outcome: Deed,
  warnings: readonly OpenWarning[] = [],
): DecisionContent {
  const acknowledged = acknowledgedIn(draft, warnings);
  const deletionReason = mayChooseReason(usul) ? draft.deletionReason : undefined;
  return {
    outcome,
    reasons: draft.reasons.filter((code) => isReasonFor(findReason(code), outcome)),
    note: draft.note.trim(),
    verdicts:
      outcome === 'jawab'
        ? []
        : fieldsToJudge(usul).flatMap(({ name }) => {
            const verdict = draft.verdicts[name];
            return verdict ? withShownPlace(verdict, draft.places?.[name]) : [];
          }),
    evidence: [...new Set(usul.documents.map((document) => document.sha256))].flatMap(
      (sha256) => draft.evidence[sha256] ?? [],
    ),
    ...(acknowledged.length > 0 && { acknowledged }),
    ...(deletionReason && { deletionReason }),
  };
}

/** A correction stands where the person showed that it does, if he or she showed it. */
function withShownPlace(verdict: FieldVerdict, shown: ShownPlace | undefined): FieldVerdict {
  const { correction } = verdict;
  if (!correction || !shown) return verdict;
  const place = { ...shown, box: [...shown.box] };
  return { ...verdict, correction: { ...correction, place } };
}

/** The usul as the draft judges it: with what it puts right, and under the reason that it chose. */
export function judgedBy(usul: Usul, { deletionReason, verdicts }: Draft): Usul {
  return judgedUnder(usul, { deletionReason, verdicts: Object.values(verdicts) });
}

/** What the person has acknowledged of these warnings, in their order. */
export function acknowledgedIn(
  { acknowledged = [] }: Draft,
  warnings: readonly OpenWarning[],
): Acknowledgement[] {
  const open = new Set(notAcknowledged(warnings, acknowledged));
  return [...acknowledgementsOf(warnings.filter((warning) => !open.has(warning)))];
}

/** The draft once the person has acknowledged these warnings; the same object when he or she had before. */
export function withAcknowledged(draft: Draft, warnings: readonly OpenWarning[]): Draft {
  const before = draft.acknowledged ?? [];
  const added = acknowledgementsOf(notAcknowledged(warnings, before));
  return added.length === 0 ? draft : { ...draft, acknowledged: [...before, ...added] };
}

/** Evidence after a page was on the screen. */
export function withPageSeen(evidence: Evidence, page: number): Evidence {
  if (evidence.pagesSeen.includes(page)) return evidence;
  return { ...evidence, pagesSeen: [...evidence.pagesSeen, page].toSorted((a, b) => a - b) };
}

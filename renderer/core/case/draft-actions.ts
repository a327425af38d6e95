import type { Draft, ShownPlace } from '#renderer/data/schema/rows.ts';
import { withPageSeen } from '#renderer/core/case/draft.ts';
import type { CaseStore, MadeCorrection } from '#renderer/core/case/case-contract.ts';
import { whyNotCorrectable } from '#shared/workflow/correction.ts';
import type { Evidence, FieldVerdict } from '#shared/workflow/decision.ts';
import { mayChooseReason } from '#shared/records/deletion/chosen-reason.ts';
import {
  deletionReasonField,
  type DeletionReason,
} from '#shared/records/deletion/deletion-claim.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { Usul } from '#shared/records/usul.ts';
import { sameVerdicts } from '#renderer/core/case/draft-history.ts';
import {
  followsVerdicts,
  hasOwnReasons,
  withSuggestion,
} from '#renderer/core/case/suggest-outcome.ts';

/** The actions that only change what is typed. */
export type DraftActions = Omit<
  CaseStore,
  'current' | 'open' | 'close' | 'decide' | 'takeOver' | 'undoStep' | 'acknowledge'
>;

/** Changes the draft of the usul on the desk; the same object back means "nothing changed". */
export type EditDraft = (edit: ChangeDraft) => void;
type ChangeDraft = (draft: Draft, usul: Usul) => Draft;

/** What the actions ask while they work. */
export interface DraftRules {
  /** Whether the outcome follows from the verdicts. */
  readonly suggests: () => boolean;
  readonly mayMarkFound: (field: string) => boolean;
  /** Whether something speaks against a field, so that only the person may judge it, by itself. */
  readonly isLeft: (field: string) => boolean;
}

/** Builds the actions over the one way to edit a draft. */
export function makeDraftActions(
  edit: EditDraft,
  { suggests, mayMarkFound, isLeft }: DraftRules,
): DraftActions {
  const judge = (change: ChangeDraft): void =>
    edit((draft, usul) => {
      const judged = change(draft, usul);
      if (judged === draft) return draft;
      if (suggests()) return followsVerdicts(judged) ? withSuggestion(judged, usul) : judged;
      // Suggestions were turned off meanwhile: one made before must not outlive the verdicts that it followed from.
      const outlived = judged.suggested && !sameVerdicts(draft, judged);
      return outlived ? { ...judged, outcome: null, reasons: [], suggested: false } : judged;
    });
  return {
    judgeField: (field, verdict, seen) =>
      judge((draft) => withVerdict(draft, field, verdict, seen)),
    correctField: (field, made) =>
      judge((draft, usul) =>
        made ? withCorrection(draft, usul, field, made) : withoutCorrection(draft, field),
      ),
    chooseDeletionReason: (reason) =>
      judge((draft, usul) => withDeletionReason(draft, usul, reason)),
    judgeRestAsMatching: () =>
      judge((draft, usul) => withMatching(draft, usul, (name) => !isLeft(name))),
    judgeFoundAsMatching: (fields) =>
      judge((draft, usul) =>
        withMatching(
          draft,
          usul,
          (name) => fields.includes(name) && mayMarkFound(name) && !isLeft(name),
          'ditemukan',
        ),
      ),
    chooseOutcome: (outcome) =>
      edit((draft, usul) => {
        if (draft.outcome === outcome && !draft.suggested) return draft;
        const chosen = { ...draft, outcome, suggested: false };
        if (outcome !== null || !suggests()) return chosen;
        return hasOwnReasons(chosen, usul) ? chosen : withSuggestion(chosen, usul);
      }),
    toggleReason: (code) =>
      edit((draft) => {
        const others = draft.reasons.filter((reason) => reason !== code);
        const chosen = others.length < draft.reasons.length;
        return { ...draft, suggested: false, reasons: chosen ? others : [...others, code] };
      }),
    writeNote: (note) => edit((draft) => (draft.note === note ? draft : { ...draft, note })),
    keepPlace: (change) =>
      edit((draft) => {
        const before = draft.place ?? { field: null, sha256: null, page: 1 };
        const { field = before.field, sha256 = before.sha256, page = before.page } = change;
        const stays = field === before.field && sha256 === before.sha256 && page === before.page;
        return stays ? draft : { ...draft, place: { field, sha256, page } };
      }),
    correctPlace: (field, place) => edit((draft) => withPlace(draft, field, place)),
    ...makeEvidenceActions(edit),
  };
}

function makeEvidenceActions(
  edit: EditDraft,
): Pick<CaseStore, 'documentOpened' | 'documentFailed' | 'pageShown'> {
  return {
    documentOpened: (sha256, pageCount) =>
      edit((draft) => {
        const known = draft.evidence[sha256];
        if (known?.pageCount === pageCount) return draft;
        return withEvidence(draft, { sha256, pageCount, pagesSeen: known?.pagesSeen ?? [] });
      }),
    documentFailed: (sha256) =>
      edit((draft) => withEvidence(draft, { sha256, pageCount: null, pagesSeen: [] })),
    pageShown: (sha256, page) =>
      edit((draft) => {
        const known = draft.evidence[sha256];
        if (!known || known.pagesSeen.includes(page)) return draft;
        return withEvidence(draft, withPageSeen(known, page));
      }),
  };
}

function withVerdict(
  draft: Draft,
  field: string,
  verdict: Parameters<CaseStore['judgeField']>[1],
  seen: string | undefined,
): Draft {
  const { [field]: before, ...others } = draft.verdicts;
  if (verdict === null) return before ? { ...draft, verdicts: others } : draft;
  const judged = { field, verdict, seen: seen ?? before?.seen ?? '' };
  // Judged by a person, even as it was marked before: it no longer stands on what was found alone.
  const same = before?.verdict === judged.verdict && before.seen === judged.seen;
  if (same && before.basis === undefined) return draft;
  return { ...draft, verdicts: { ...others, [field]: judged } };
}

/** Another value in the place of the ASN's; nothing where the field may not be corrected, or it says the same. */
function withCorrection(
  draft: Draft,
  usul: Usul,
  field: string,
  { corrected, seen, place }: MadeCorrection,
): Draft {
  const proposed = usul.values[field] ?? '';
  if (whyNotCorrectable(usul, field) !== null || corrected === proposed) return draft;
  const correction = { proposed, corrected, ...(place && { place }) };
  const judged: FieldVerdict = { field, verdict: 'dikoreksi', seen, correction };
  return { ...draft, verdicts: { ...draft.verdicts, [field]: judged } };
}

function withoutCorrection(draft: Draft, field: string): Draft {
  const { [field]: before, ...others } = draft.verdicts;
  return before?.correction ? { ...draft, verdicts: others } : draft;
}

/** The deletion judged for another reason: verdict and acknowledgements were about the reason before. */
function withDeletionReason(draft: Draft, usul: Usul, reason: DeletionReason): Draft {
  if (draft.deletionReason === reason || !mayChooseReason(usul)) return draft;
  const { [deletionReasonField.name]: _judged, ...verdicts } = draft.verdicts;
  const acknowledged = draft.acknowledged?.filter(
    ({ about }) => about !== deletionReasonField.name,
  );
  return { ...draft, verdicts, deletionReason: reason, ...(acknowledged && { acknowledged }) };
}

/** Every field that one stroke over those that are `meant` marks, matches. */
function withMatching(
  draft: Draft,
  usul: Usul,
  meant: (field: string) => boolean,
  basis?: FieldVerdict['basis'],
): Draft {
  const marked = markedByStroke(draft, usul, meant);
  if (marked.length === 0) return draft;
  const matching = marked.map((name): [string, FieldVerdict] => [
    name,
    { field: name, verdict: 'sesuai', seen: '', ...(basis && { basis }) },
  ]);
  return { ...draft, verdicts: { ...draft.verdicts, ...Object.fromEntries(matching) } };
}

/**
 * The fields without a verdict that one stroke marks of those that are `meant`. A golongan only when no other of them is
 * left: it can be proposed once (domain.md 0.14), so accepting it takes a second stroke.
 */
export function markedByStroke(
  draft: Pick<Draft, 'verdicts'>,
  usul: Usul,
  meant: (field: string) => boolean,
): readonly string[] {
  const open = fieldsToJudge(usul)
    .map(({ name }) => name)
    .filter((name) => !draft.verdicts[name] && meant(name));
  const others = open.filter((name) => !takesSecondStroke(usul, name));
  return others.length > 0 ? others : open;
}

function takesSecondStroke({ recordType, kind }: Usul, name: string): boolean {
  return kind !== 'hapus' && recordType === 'golongan' && name === 'golonganId';
}

function withPlace(draft: Draft, field: string, place: ShownPlace | null): Draft {
  const { [field]: before, ...others } = draft.places ?? {};
  if (place === null) return before ? { ...draft, places: others } : draft;
  return { ...draft, places: { ...others, [field]: place } };
}

function withEvidence(draft: Draft, entry: Evidence): Draft {
  return { ...draft, evidence: { ...draft.evidence, [entry.sha256]: entry } };
}

import type { Draft } from '#renderer/data/schema/rows.ts';
import { withPageSeen } from '#renderer/state/case/draft.ts';
import type { CaseStore } from '#renderer/state/store-contracts.ts';
import type { Evidence } from '#shared/domain/model/decision.ts';
import { fieldsToJudge } from '#shared/domain/model/judged-fields.ts';
import type { Usul } from '#shared/domain/model/usul.ts';

/** The actions that only change what is typed. */
export type DraftActions = Omit<CaseStore, 'current' | 'open' | 'close' | 'decide'>;

/** Changes the draft of the usul on the desk; the same object back means "nothing changed". */
export type EditDraft = (edit: (draft: Draft, usul: Usul) => Draft) => void;

/** Builds the actions over the one way to edit a draft. */
export function makeDraftActions(edit: EditDraft): DraftActions {
  return {
    judgeField: (field, verdict, seen) =>
      edit((draft) => {
        const { [field]: before, ...others } = draft.verdicts;
        if (verdict === null) return before ? { ...draft, verdicts: others } : draft;
        const judged = { field, verdict, seen: seen ?? before?.seen ?? '' };
        return { ...draft, verdicts: { ...others, [field]: judged } };
      }),
    judgeRestAsMatching: () =>
      edit((draft, usul) => {
        const rest = fieldsToJudge(usul).filter(({ name }) => !draft.verdicts[name]);
        const matching = rest.map(({ name }) => [
          name,
          { field: name, verdict: 'sesuai' as const, seen: '' },
        ]);
        return { ...draft, verdicts: { ...draft.verdicts, ...Object.fromEntries(matching) } };
      }),
    chooseOutcome: (outcome) => edit((draft) => ({ ...draft, outcome })),
    toggleReason: (code) =>
      edit((draft) => {
        const others = draft.reasons.filter((reason) => reason !== code);
        const chosen = others.length < draft.reasons.length;
        return { ...draft, reasons: chosen ? others : [...others, code] };
      }),
    writeNote: (note) => edit((draft) => ({ ...draft, note })),
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

function withEvidence(draft: Draft, entry: Evidence): Draft {
  return { ...draft, evidence: { ...draft.evidence, [entry.sha256]: entry } };
}

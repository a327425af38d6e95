import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Draft, DraftPlace, DecisionEntry, ShownPlace } from '#renderer/data/schema/rows.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { DeletionReason } from '#shared/records/deletion/deletion-claim.ts';
import type { OpenWarning } from '#shared/records/open-warning.ts';
import type { Finding } from '#shared/records/rules/finding.ts';
import type { ToldAssignment } from '#shared/records/told-assignment.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { DecisionGap } from '#shared/workflow/check-decision.ts';
import type { PaperPlace } from '#shared/workflow/correction.ts';
import type { Outcome, Verdict } from '#shared/workflow/decision.ts';
import type { QueueTask } from '#shared/workflow/authority/roles.ts';
import type { ToldVerdict } from '#shared/workflow/told-decisions.ts';

/** The usul on the desk. */
export type CaseState =
  | { readonly kind: 'tertutup' }
  | { readonly kind: 'memuat'; readonly usulId: string }
  | { readonly kind: 'tidak_ada'; readonly usulId: string }
  | {
      readonly kind: 'terbuka';
      readonly usul: Usul;
      readonly draft: Draft;
      /** The usul as it is judged: with its corrections, a deletion under the reason chosen for it; else `usul` itself. */
      readonly judged: Usul;
      /** What the rules say of it as it is judged. */
      readonly findings: readonly Finding[];
      /** The day by which the rules judge it. */
      readonly day: LocalDate;
      /** What whoever sits here does with it: decides it, or answers the question that was asked about it. */
      readonly task: QueueTask | null;
      /** What is missing for what is done (`deedOf`); for `teruskan` while nothing is chosen. */
      readonly gaps: readonly DecisionGap[];
      /** What decisions before this one said of its fields in this revision, by field. */
      readonly told: ReadonlyMap<string, ToldVerdict>;
      /** Set when the usul cannot be decided here now (already decided, another stage): a sentence. */
      readonly readOnlyBecause: string | null;
      /** Who has it, where a colleague does and that alone keeps it from being decided here; else null. */
      readonly colleagues: ToldAssignment | null;
      /** Whether it was taken on this PC, and the server has not said yet whose it is since. */
      readonly takenHere: boolean;
      /** Whether the usul left this PC while it was open. */
      readonly leftDesk: boolean;
      /** What was decided here on this version, sent or not (never a refused one); null when nothing was. */
      readonly decidedHere: DecisionEntry | null;
      /** Whether `undoStep` has something to take back. */
      readonly canUndo: boolean;
      /**
       * The warnings that are open for the outcome chosen (for `teruskan` while none is), acknowledged or not; the draft
       * says which are.
       */
      readonly warnings: readonly OpenWarning[];
      /** The fields that no stroke over several marks: something speaks against each of them. */
      readonly left: ReadonlySet<string>;
      /** Documents (SHA-256) that are still being read: what they say may ask more of a decision. */
      readonly unread: readonly string[];
      /** Documents (SHA-256) that this PC did not read to their end, and will not; the decision says so. */
      readonly leftOut: readonly string[];
      /** What was typed could not be written to this PC; it is on the screen and is tried again. */
      readonly saveFailed: boolean;
    };

/**
 * What a person puts in the place of a value: in the plain-text form of the field; `seen`: as the document has it; where it
 * says so, as far as that is known.
 */
export interface MadeCorrection {
  readonly corrected: string;
  readonly seen: string;
  readonly place: PaperPlace | null;
}

/** An usul that is open. */
export type OpenCase = Extract<CaseState, { kind: 'terbuka' }>;

export interface CaseStore {
  readonly current: CaseState;
  open(usulId: string): Promise<void>;
  /** Takes the usul on the desk over from the colleague who has it, for a reason that he or she is told. */
  takeOver(reason: string): Promise<Result<void, ShownError>>;
  close(): void;
  /** Sets, changes or (null) clears the verdict on a field. */
  judgeField(field: string, verdict: Verdict | null, seen?: string): void;
  /** Puts a value that the document proves wrong right; null takes that back, and the field is not judged then. */
  correctField(field: string, made: MadeCorrection | null): void;
  /** Judges a deletion that states no reason itself under this one; a verdict on another one goes. */
  chooseDeletionReason(reason: DeletionReason): void;
  /**
   * Marks every field without a verdict as `sesuai`, except what is left to the person. A golongan is marked by the second
   * such stroke only, when nothing else is left for it.
   */
  judgeRestAsMatching(): void;
  /**
   * Marks those of these fields `sesuai` that have no verdict and whose value is `ditemukan` now; the verdicts say so
   * (`basis`). Nothing where the server's policy does not allow it (`markFoundAllowed`), and what is left as above.
   */
  judgeFoundAsMatching(fields: readonly string[]): void;
  chooseOutcome(outcome: Outcome | null): void;
  toggleReason(code: string): void;
  writeNote(note: string): void;
  /** The person states to have seen every warning that is open now; it goes with the decision. */
  acknowledge(): void;
  /** Takes back the last verdict, "semua sesuai", outcome, reason or acknowledgement of this sitting; not what was typed as text. */
  undoStep(): void;
  /** Keeps where the person is; the parts left out stay as they were. */
  keepPlace(place: Partial<DraftPlace>): void;
  /** Keeps where a field's value stands, as the person showed it; null takes it back. */
  correctPlace(field: string, place: ShownPlace | null): void;
  documentOpened(sha256: string, pageCount: number): void;
  documentFailed(sha256: string): void;
  pageShown(sha256: string, page: number): void;
  /** Saves the decision on this PC; resolves only when it is stored. Value: id of the next usul in the queue, or null. */
  decide(): Promise<Result<{ readonly nextUsulId: string | null }, ShownError>>;
}

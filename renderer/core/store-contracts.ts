import type { StoreApi } from 'zustand/vanilla';
import type {
  Draft,
  DraftPlace,
  OutboxEntry,
  OutboxState,
  ShownPlace,
} from '#renderer/data/schema/rows.ts';
import type { DeskOwner } from '#renderer/data/keyring/keyring.ts';
import type { UsulRow } from '#renderer/data/schema/stored-rows.ts';
import type { EvidenceStore } from '#renderer/core/evidence/evidence-contract.ts';
import type { InboxFilter, InboxSort, InboxStatus } from '#renderer/core/inbox/inbox-query.ts';
import type { PreferencesStore } from '#renderer/core/preferences/preferences.ts';
import type { WaitingSent } from '#renderer/workers/sync/client.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { HandoverReceipt } from '#shared/contract/handover.ts';
import type { Policy } from '#shared/contract/session.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import type { FieldVerdict, Outcome } from '#shared/workflow/decision.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { Usul, UsulKind, UsulPosition } from '#shared/records/usul.ts';
import type { Finding } from '#shared/records/rules/finding.ts';
import type { DecisionGap } from '#shared/workflow/check-decision.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Result } from '#shared/kernel/result.ts';

// What the inbox is asked for stands apart, because preferences remember it; views find it here with the store.
export {
  deadlineRanges,
  inboxMarks,
  inboxSorts,
  type DeadlineRange,
  type InboxFilter,
  type InboxMark,
  type InboxSort,
  type InboxStatus,
  type SavedFilter,
} from '#renderer/core/inbox/inbox-query.ts';

/**
 * Who sits at the desk. `needsSignIn`: the session ended while work goes on offline; sending waits for a sign-in.
 * `terkunci`: the application was started, or the person stepped away; nothing of the desk is shown, or can be opened in
 * this window, until the password is typed. `waiting` decisions are not sent yet.
 */
export type SessionState =
  | { readonly kind: 'memuat' }
  | {
      readonly kind: 'keluar';
      readonly lastUsername: string;
      /** The account was ended on this PC by the server: what became of what was here. */
      readonly ended?: ShownError;
    }
  | {
      readonly kind: 'masuk';
      readonly account: Account;
      readonly policy: Policy;
      readonly needsSignIn: boolean;
    }
  /** A newer version of the application wrote what is on this PC: the desk stays closed, so many decisions wait in it. */
  | { readonly kind: 'versi_lama'; readonly username: string; readonly waiting: number }
  | { readonly kind: 'terkunci'; readonly account: DeskOwner; readonly waiting: number };

export interface SessionStore {
  readonly session: SessionState;
  /** What was kept on this PC could not be opened any more at the last sign-in, and is fetched again. */
  readonly keyLost: boolean;
  /** Hides the desk until `unlock`; everything typed is on the disk first. */
  lock(): Promise<void>;
  /** Works without network. A wrong password is answered with a sentence, and slowed down when it repeats. */
  unlock(password: string): Promise<Result<void, ShownError>>;
  signIn(username: string, password: string): Promise<Result<void, ShownError>>;
  /** Delivers what waits on a desk that is `versi_lama`; nothing on this PC changes. */
  sendWaiting(password: string): Promise<Result<WaitingSent, ShownError>>;
  /** Refused with a reason while decisions wait to be sent, unless `force`; the outbox survives in any case. */
  signOut(options: { readonly force: boolean }): Promise<Result<void, ShownError>>;
  dismissKeyLost(): void;
}

/** One line of the inbox: what a list needs, nothing more. */
export interface InboxRow {
  readonly id: string;
  readonly revision: number;
  readonly version: number;
  readonly recordType: RecordTypeId;
  readonly kind: UsulKind;
  readonly position: UsulPosition;
  readonly nama: string;
  readonly nip: string;
  readonly unorId: string;
  readonly unorNama: string;
  readonly deadline: LocalDate;
  readonly submittedAt: string;
  readonly round: UsulRow['round'];
  /** What the rules found, counted by level when the usul arrived on this PC. */
  readonly findings: UsulRow['findings'];
  /** Whether every document of the usul is on this PC. */
  readonly documentsReady: boolean;
  readonly hasDraft: boolean;
  /** The decision made here on this version, if any. */
  readonly decided: OutboxState['kind'] | null;
}

export interface InboxStore {
  readonly ready: boolean;
  readonly rows: readonly InboxRow[];
  readonly filter: InboxFilter;
  readonly sort: InboxSort;
  /** Rows after filter and sort: the queue that "next" walks through. */
  readonly queue: readonly InboxRow[];
  readonly counts: Readonly<Record<InboxStatus, number>>;
  /** How many more usul the search finds when every other part of the filter is left out; 0 without a search. */
  readonly foundElsewhere: number;
  setFilter(change: Partial<InboxFilter>): void;
  clearFilter(): void;
  setSort(sort: InboxSort): void;
}

/** The usul on the desk. */
export type CaseState =
  | { readonly kind: 'tertutup' }
  | { readonly kind: 'memuat'; readonly usulId: string }
  | { readonly kind: 'tidak_ada'; readonly usulId: string }
  | {
      readonly kind: 'terbuka';
      readonly usul: Usul;
      readonly draft: Draft;
      readonly findings: readonly Finding[];
      /** What is missing for the outcome chosen; for `teruskan` while none is chosen. */
      readonly gaps: readonly DecisionGap[];
      /** Set when the usul cannot be decided here now (already decided, another stage): a sentence. */
      readonly readOnlyBecause: string | null;
      /** Whether the usul left this PC while it was open. */
      readonly leftDesk: boolean;
      /** What was decided here on this version, sent or not (never a refused one); null when nothing was. */
      readonly decidedHere: OutboxEntry | null;
      /** Whether `undoStep` has something to take back. */
      readonly canUndo: boolean;
      /** A sentence when outcome and verdicts contradict each other without being incomplete; null when they do not. */
      readonly doubt: string | null;
      /** What was typed could not be written to this PC; it is on the screen and is tried again. */
      readonly saveFailed: boolean;
    };

export interface CaseStore {
  readonly current: CaseState;
  open(usulId: string): Promise<void>;
  close(): void;
  /** Sets, changes or (null) clears the verdict on a field. */
  judgeField(field: string, verdict: FieldVerdict['verdict'] | null, seen?: string): void;
  /** Marks every field without a verdict as `sesuai`. */
  judgeRestAsMatching(): void;
  /**
   * Marks those of these fields `sesuai` that have no verdict and whose value is `ditemukan` now; the verdicts say so
   * (`basis`). Nothing where the server's policy does not allow it (`markFoundAllowed`).
   */
  judgeFoundAsMatching(fields: readonly string[]): void;
  chooseOutcome(outcome: Outcome | null): void;
  toggleReason(code: string): void;
  writeNote(note: string): void;
  /** Takes back the last verdict, "semua sesuai", outcome or reason of this sitting; not what was typed as text. */
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

/** The decision made last on this PC, as long as it can be taken back. */
export interface LastDecision {
  readonly decisionId: string;
  readonly usulId: string;
  readonly employeeName: string;
  readonly outcome: Outcome;
  /** ms epoch until which it is held; afterwards it stays correctable only while it is not sent (no network). */
  readonly heldUntil: number;
}

export interface OutboxStore {
  readonly ready: boolean;
  /** Null when nothing was decided since the start, or the last decision is on its way. */
  readonly last: LastDecision | null;
  /** Newest first. */
  readonly entries: readonly OutboxEntry[];
  readonly waiting: number;
  readonly refused: number;
  /** Decisions of this PC that cannot be read any more; they are kept aside for support, and will not be sent. */
  readonly unreadable: number;
  /** What the journal brought back, or that it cannot be read: a sentence to be said once. Null when all is well. */
  readonly told: string | null;
  /** Takes a decision that is not sent yet, or one that was refused, back to the desk with all that was typed. */
  reopen(decisionId: string): Promise<Result<{ readonly usulId: string }, ShownError>>;
  /** Lets a refused decision go: it stays in the list with its reason, and no longer counts as refused. */
  letGo(decisionId: string): Promise<Result<void, ShownError>>;
}

/**
 * The usul of a returned decision as this PC knows it. `closedBecause` is a sentence when there is nothing to decide on
 * it here now. `gagal`: this PC's storage did not give it.
 */
export type UsulNow =
  | { readonly kind: 'memuat' }
  | { readonly kind: 'tidak_ada' }
  | { readonly kind: 'gagal' }
  | { readonly kind: 'ada'; readonly usul: Usul; readonly closedBecause: string | null };

/** What a returned decision is compared with. */
export interface ConflictStore {
  /** The usul that is looked at; null when none is. */
  readonly usulId: string | null;
  readonly now: UsulNow;
  /** Shows this usul and follows it; null ends that. */
  look(usulId: string | null): void;
}

/** Progress of fetching: bytes and documents; `secondsLeft` null while unknown. */
export interface FetchProgress {
  readonly doneDocuments: number;
  readonly totalDocuments: number;
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly secondsLeft: number | null;
}

export type ConnectionState =
  | { readonly kind: 'belum' }
  | { readonly kind: 'tersambung' }
  | { readonly kind: 'luring' }
  | { readonly kind: 'gangguan'; readonly error: ShownError; readonly retryInSeconds: number }
  | { readonly kind: 'perlu_masuk' }
  /** The server ended the account on this PC; the desk is about to be cleared. */
  | { readonly kind: 'dicabut' };

/** What a person should know beside the connection; see `syncNoticesSchema`. */
export interface DeskNotices {
  /** Documents wait because so few bytes are free on the disk; null: they do not. */
  readonly diskLeftBytes: number | null;
  /** The server no longer names so many of this desk's usul; nothing is removed before `agreed`. */
  readonly heldRemovals: {
    readonly gone: number;
    readonly of: number;
    readonly agreed: boolean;
  } | null;
  /** How many usul of the server this application cannot read. */
  readonly unreadable: number;
  /** By how many ms this PC's clock is ahead of the server's (negative: behind). */
  readonly clockAheadMs: number;
}

export interface SyncStore {
  readonly connection: ConnectionState;
  /** ISO 8601; the last time that the server answered as the contract says. */
  readonly lastContact: string | null;
  readonly progress: FetchProgress;
  /** False until the first full pull of this account is on the PC. */
  readonly inboxComplete: boolean;
  readonly notices: DeskNotices;
  syncNow(): void;
  /** The person agrees to the removals that are held back; they happen with the next exchange. */
  agreeToRemovals(): Promise<Result<void, ShownError>>;
}

/** Reads a document's bytes from this PC; a failure says whether it is still on its way or damaged. */
export type LoadDocument = (sha256: string) => Promise<Result<ArrayBuffer, ShownError>>;

/** A file of decisions that only the server can open. */
export interface DecisionFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly count: number;
}

/** Decisions that travel in files while there is no network. */
export interface HandoverDesk {
  /** Every decision without the server's answer; they stay in the outbox and are sent as well, which is harmless. */
  exportUnsent(): Promise<Result<DecisionFile, ShownError>>;
  /** Passes on what was exported on whichever PC; the server answers with what became of it. */
  passOn(file: Blob): Promise<Result<HandoverReceipt, ShownError>>;
}

/** Everything that the views are given. */
export interface Desk {
  readonly session: StoreApi<SessionStore>;
  readonly inbox: StoreApi<InboxStore>;
  readonly currentCase: StoreApi<CaseStore>;
  readonly evidence: StoreApi<EvidenceStore>;
  readonly outbox: StoreApi<OutboxStore>;
  readonly conflict: StoreApi<ConflictStore>;
  readonly sync: StoreApi<SyncStore>;
  readonly preferences: StoreApi<PreferencesStore>;
  readonly loadDocument: LoadDocument;
  readonly handover: HandoverDesk;
  /** The server's time as well as this PC knows it: its own clock while nothing better is known. */
  readonly serverNow: () => Date;
}

import type { ShownError } from '#renderer/core/shown-error.ts';
import type { DecisionEntry, OutboxState } from '#renderer/data/schema/rows.ts';
import type { RefusedCommand } from '#renderer/core/outbox/refused-others.ts';
import type { UnreadDecision } from '#renderer/core/outbox/unread-decisions.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Deed } from '#shared/workflow/decision.ts';
import type { MessageCommand } from '#shared/workflow/threads/thread-commands.ts';

/** The decision made last on this PC, as long as it can be taken back. */
export interface LastDecision {
  readonly decisionId: string;
  readonly usulId: string;
  readonly employeeName: string;
  readonly outcome: Deed;
  /** ms epoch until which it is held; afterwards it stays correctable only while it is not sent (no network). */
  readonly heldUntil: number;
}

/** A message on its way, with whom its usul is about. */
export interface MessageEntry {
  readonly message: MessageCommand;
  readonly state: OutboxState;
  readonly employeeName: string;
}

/** An usul that came back to the desk: its documents say what its decision did not answer. */
export interface BroughtBack {
  readonly usulId: string;
  readonly employeeName: string;
  /** What they say, a sentence each. */
  readonly sentences: readonly string[];
}

export interface OutboxStore {
  readonly ready: boolean;
  /** Null when nothing was decided since the start, or the last decision is on its way. */
  readonly last: LastDecision | null;
  /** The decisions among what was done here, newest first. */
  readonly entries: readonly DecisionEntry[];
  /** Decisions that wait to be sent and were made before their documents were read. */
  readonly unread: readonly UnreadDecision[];
  /** What came back to the desk because of that, and was not opened since; the one that came first stands first. */
  readonly broughtBack: readonly BroughtBack[];
  /** The messages among what was done here, in the order in which they were written. */
  readonly messages: readonly MessageEntry[];
  /** What else was done here and refused: taking an usul, messages, reports, approval in bulk; oldest first. */
  readonly refusedOthers: readonly RefusedCommand[];
  /** How much else of whatever kind waits to be sent, and how much was refused and asks for action. */
  readonly waiting: number;
  readonly refused: number;
  /** Decisions of this PC that cannot be read any more; they are kept aside for support, and will not be sent. */
  readonly unreadable: number;
  /** What the journal brought back, or that it cannot be read: a sentence to be said once. Null when all is well. */
  readonly told: string | null;
  /** The person opened an usul, or decided it: that it came back need not be told any more. */
  noteOpened(usulId: string): void;
  /** Takes a decision that is not sent yet, or one that was refused, back to the desk with all that was typed. */
  reopen(decisionId: string): Promise<Result<{ readonly usulId: string }, ShownError>>;
  /** Lets something that was refused go: a decision stays in the list with its reason, and no longer counts as refused. */
  letGo(commandId: string): Promise<Result<void, ShownError>>;
}

import type { ShownError } from '#renderer/core/shown-error.ts';
import type { OutboxState } from '#renderer/data/schema/rows.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { TicketContent } from '#shared/workflow/helpdesk/ticket-commands.ts';
import type { ThreadPart } from '#shared/workflow/threads/thread-rules.ts';

/** A message as it is shown: one that the server told of, or one that was written here. */
export interface ShownMessage {
  readonly id: string;
  /** ISO 8601 UTC: the server's time, or while it does not know it this PC's. */
  readonly at: string;
  /** `tanya`, `pesan`, `jawab`, or what a newer server calls it. */
  readonly kind: string;
  readonly authorName: string;
  readonly authorRole: string;
  readonly text: string;
  readonly mine: boolean;
  /** How far it is on its way; null: the server told of it. */
  readonly sending: OutboxState['kind'] | null;
}

/** A thread of the usul on the desk. */
export interface ShownThread {
  readonly usulId: string;
  readonly threadId: string;
  /** Whether its question waits for the answer. */
  readonly open: boolean;
  /** Whether whoever sits here asked, or answers. */
  readonly part: ThreadPart;
  readonly messages: readonly ShownMessage[];
  /** Who answers it, where that is somebody else; null: nobody does, or whoever sits here. */
  readonly heldBy: string | null;
  /** Whether whoever sits here answers it. */
  readonly held: boolean;
  /** Whether whoever sits here may write in it now. */
  readonly mayWrite: boolean;
  /** What was typed and not sent. */
  readonly text: string;
}

export interface ThreadStore {
  /** The threads of the usul on the desk that the account takes part in; the one that waits first, if one does. */
  readonly shown: readonly ShownThread[];
  /** Messages that wait to be sent. */
  readonly waiting: number;
  /** Keeps what is typed as a message about the usul on the desk. */
  write(text: string): void;
  /** Sends a message in the thread that waits; resolves when it is on this PC. */
  send(text: string): Promise<Result<void, ShownError>>;
  /** Takes the thread that waits on, or leaves it to others. */
  hold(on: boolean): Promise<Result<void, ShownError>>;
  /** Keeps a report to the helpdesk, which is sent as soon as there is a network. */
  report(content: TicketContent): Promise<Result<void, ShownError>>;
}

import type { Db } from '#server/store/database.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import type { CommandElement, CommandResult } from '#shared/contract/commands.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import type { Command } from '#shared/workflow/commands.ts';

/**
 * What a delivery stands on; `onBug` is told of what only a bug can cause. `countPages`: counts these documents if nobody has
 * done so yet; absent where nobody can.
 */
export interface DeliveryPorts {
  readonly db: Db;
  readonly now: () => Date;
  readonly onBug: (error: unknown) => void;
  readonly countPages?: CountPages | undefined;
  /** Absent where nothing is held: what came too late is refused. */
  readonly holdLate?: HoldLate | undefined;
}

/**
 * Keeps a command whose appointment has ended, for BKPSDM to rule on. Answers what its maker is told; null where nothing is
 * to be kept.
 */
export type HoldLate = (
  ports: Pick<DeliveryPorts, 'db' | 'now'>,
  sender: Sender,
  late: { readonly command: Command; readonly element: CommandElement },
) => Promise<ApiError | null>;

/** Counts those of these documents (SHA-256) whose pages nobody has counted; throws when it cannot be done. */
export type CountPages = (sha256s: readonly string[]) => Promise<void>;

/** Whose command it is and what brought it: as the server knows it, whatever the command states. */
export interface Sender {
  /** Under the appointment of its session; a command may name another one of the same account. */
  readonly account: AppointedAccount;
  readonly deviceId: string;
  /** Null for a hand-over. */
  readonly sessionId: string | null;
  /** Version of the application that brought it; null when it never named one. */
  readonly appVersion: string | null;
  /** BKPSDM let it through: by the authority that the account had when it was made. */
  readonly released?: true;
}

/** What the server does with the commands of one kind. */
export interface CommandHandler<C extends Command = Command> {
  /** Takes a command in exactly once: the same one again gets the same answer. */
  take(ports: DeliveryPorts, sender: Sender, command: C): Promise<CommandResult>;
  /** Whether a command with this id was taken in, whoever made it. */
  isKnown(db: Db, id: string): Promise<boolean>;
  /** The answers that commands of an account were taken in with, word for word; none for those that were not. */
  findTaken(db: Db, accountId: string, ids: readonly string[]): Promise<readonly Taken[]>;
}

/** The answer to a command that was taken in. */
export type Taken = Extract<CommandResult, { kind: 'diterima' }>;

type Refused = Extract<CommandResult, { kind: 'ditolak' }>;

/** The answer to a command that is not taken in; `current` is null when the account may not know, or there is no usul. */
export function refuse(id: string, error: ApiError, current: Refused['current'] = null): Refused {
  return { kind: 'ditolak', id, error, current };
}

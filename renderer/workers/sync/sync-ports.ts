import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Fault } from '#renderer/workers/sync/fault.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import type { Result } from '#shared/kernel/result.ts';

/** Why the exchange cannot go on: a fault of a call, or that a person must sign in first. */
export type Trouble = Fault | { readonly kind: 'perlu_masuk' };

/** Outcome of one step of the exchange. */
export type Step<T> = Result<T, Trouble>;

/** Runs `work` alone among all windows of this PC that use the same name; null when the wait was given up. */
export type RunExclusively = <T>(
  name: string,
  work: () => Promise<T>,
  signal?: AbortSignal,
) => Promise<T | null>;

/** What the exchange of one account stands on. */
export interface SyncPorts {
  readonly accountId: string;
  readonly deviceId: string;
  readonly api: ServerApi;
  readonly database: AccountDatabase;
  /** The PC's clock, ms epoch; may be years off. */
  readonly now: () => number;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  readonly isOnline: () => boolean;
  readonly exclusively: RunExclusively;
}

import type { ShownError } from '#renderer/core/shown-error.ts';
import type { ToldBatch } from '#shared/contract/bulk.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { BulkCommand, BulkItem } from '#shared/workflow/bulk/bulk-commands.ts';
import type { BulkPolicy } from '#shared/workflow/bulk/bulk-policy.ts';
import type { BulkBar } from '#shared/workflow/bulk/may-be-in-bulk.ts';

/** Approval in bulk, as this PC knows of it; the server has the last word. */
export interface BulkStore {
  /** What the instansi allows; the usual until the server has said it once. */
  readonly policy: BulkPolicy;
  /** The newest batch, as the server told of it last; null: none is known. */
  readonly batch: ToldBatch | null;
  /** Usul of its sample that were decided on this PC, whether the server has that already or not. */
  readonly decided: ReadonlySet<string>;
  /** What waits to be sent, or is being sent. */
  readonly onItsWay: BulkCommand['kind'] | null;
  /** What the server refused last, until the person has seen it. */
  readonly refused: { readonly commandId: string; readonly error: ShownError } | null;
  /** Why the server could not be asked how the batch stands; null: it could, or was not asked. */
  readonly trouble: ShownError | null;
  readonly asking: boolean;
  /** Asks how the batch stands. */
  ask(): Promise<void>;
  /** Why each of these usul may not be approved in bulk under a policy, or (null) that it may, as far as this PC knows. */
  judge(
    usulIds: readonly string[],
    policy: BulkPolicy,
  ): Promise<ReadonlyMap<string, BulkBar | null>>;
  /** Selects usul; on the disk when it resolves with success. */
  select(items: readonly BulkItem[]): Promise<Result<void, ShownError>>;
  /** Approves what is left of the batch. */
  confirm(): Promise<Result<void, ShownError>>;
  giveUp(): Promise<Result<void, ShownError>>;
  /** The person has seen what was refused. */
  letGo(): Promise<void>;
}

import type { ShownError } from '#renderer/core/shown-error.ts';
import type { HandoverReceipt } from '#shared/contract/handover.ts';
import type { Result } from '#shared/kernel/result.ts';

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

import type { Fault } from '#renderer/workers/sync/fault.ts';
import type { HandoverFile, HandoverReceipt } from '#shared/contract/handover.ts';
import type { Result } from '#shared/kernel/result.ts';

/** The part of the central server that takes decisions in files. */
export interface HandoverApi {
  /** Passes a file on, whosever it is; the server says what it thinks of it. */
  passOn(accessToken: string, file: HandoverFile): Promise<Result<HandoverReceipt, Fault>>;
  /** The last hand-over of this PC's account after either was revoked; 401 when both still stand. */
  handOver(file: HandoverFile): Promise<Result<HandoverReceipt, Fault>>;
}

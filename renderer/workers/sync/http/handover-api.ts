import type { Answer } from '#renderer/workers/sync/http/server-api.ts';
import type { HandoverFile, HandoverReceipt } from '#shared/contract/handover.ts';

/** The part of the central server that takes decisions in files. */
export interface HandoverApi {
  /** Passes a file on, whosever it is; the server says what it thinks of it. */
  passOn(accessToken: string, file: HandoverFile): Promise<Answer<HandoverReceipt>>;
  /** The last hand-over of this PC's account after either was revoked; 401 when both still stand. */
  handOver(file: HandoverFile): Promise<Answer<HandoverReceipt>>;
}

import type { Fault } from '#renderer/workers/sync/fault.ts';
import type { ReceivedPage } from '#shared/contract/changes.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import type { CalledRoute, RouteAnswer, RouteInput } from '#shared/contract/route-call.ts';
import type { Command } from '#shared/workflow/commands.ts';
import type { Result } from '#shared/kernel/result.ts';

/** An answer of the contract, or why there is none. */
export type Answer<T> = Result<T, Fault>;

/** Part of a document: `whole` when these are all of its bytes. */
export interface DocumentPart {
  readonly bytes: ArrayBuffer;
  readonly whole: boolean;
}

/** In whose name a route is called, and until when. */
export interface CallOptions {
  readonly accessToken?: string;
  /** Nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** The central server as the exchange sees it; every answer was parsed as the contract. */
export interface ServerApi {
  /** Calls any route that answers with JSON or nothing. */
  call<N extends CalledRoute>(
    route: N,
    input: RouteInput<N>,
    options?: CallOptions,
  ): Promise<Answer<RouteAnswer<N>>>;
  /** A page of the feed; one change that cannot be read does not take the others with it. */
  changes(
    accessToken: string,
    query: {
      readonly cursor: string | undefined;
      readonly limit: number;
      readonly lastCommand?: string;
      readonly lastReceipt?: string;
      readonly takenAfter?: number;
      readonly appointmentId?: string | undefined;
      readonly givenToo?: '1';
      readonly referenceAfter?: number;
    },
  ): Promise<Answer<ReceivedPage>>;
  /** Delivers commands; one result that cannot be read does not take the others with it. */
  deliver(
    accessToken: string,
    commands: readonly Command[],
  ): Promise<Answer<readonly CommandResult[]>>;
  /** Bytes from `offset` on, at most `length`; `onBytes` is told how many came since the last call. */
  document(
    accessToken: string,
    request: {
      readonly sha256: string;
      readonly size: number;
      readonly offset: number;
      readonly length: number;
    },
    onBytes: (count: number) => void,
  ): Promise<Answer<DocumentPart>>;
}

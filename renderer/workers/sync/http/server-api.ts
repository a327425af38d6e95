import type { Fault } from '#renderer/workers/sync/fault.ts';
import type { HandoverApi } from '#renderer/workers/sync/http/handover-api.ts';
import type { ReceivedPage } from '#shared/contract/changes.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import type { RefreshRequest, Session, SignInRequest } from '#shared/contract/session.ts';
import type { Command } from '#shared/workflow/commands.ts';
import type { Result } from '#shared/kernel/result.ts';

/** An answer of the contract, or why there is none. */
export type Answer<T> = Result<T, Fault>;

/** Part of a document: `whole` when these are all of its bytes. */
export interface DocumentPart {
  readonly bytes: ArrayBuffer;
  readonly whole: boolean;
}

/** The central server as the exchange sees it; every answer was parsed as the contract. */
export interface ServerApi extends HandoverApi {
  /** Whether the server itself answers: cheap, and a captive portal cannot pass for it. */
  health(): Promise<Answer<void>>;
  signIn(request: SignInRequest): Promise<Answer<Session>>;
  refresh(request: RefreshRequest): Promise<Answer<Session>>;
  signOut(accessToken: string): Promise<Answer<void>>;
  changes(
    accessToken: string,
    query: { readonly cursor: string | undefined; readonly limit: number },
  ): Promise<Answer<ReceivedPage>>;
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

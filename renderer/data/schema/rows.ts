import type { ApiError } from '#shared/contract/api-error.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import type { KeptCommand } from '#renderer/data/outbox/kept-command.ts';
import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';
import type { DeletionReason } from '#shared/records/deletion/deletion-claim.ts';
import type { Acknowledgement } from '#shared/records/open-warning.ts';
import type { Decision, Evidence, FieldVerdict, Outcome } from '#shared/workflow/decision.ts';

/**
 * What a command on this PC has become. Only `menunggu` may be corrected: from `mengirim` on the server may have it, or a file
 * that is on its way there.
 *
 *   menunggu --picked up--> mengirim --receipt--> terkirim
 *                              |  └--refusal--> ditolak      |
 *                              └--no answer--> mengirim     | the server went back in time and does not know it:
 *                                  (sent again under the same id) <--┘
 */
export type OutboxState =
  | { readonly kind: 'menunggu' }
  | { readonly kind: 'mengirim'; readonly attempts: number }
  | ({ readonly kind: 'terkirim' } & Receipt)
  | {
      readonly kind: 'ditolak';
      readonly error: ApiError;
      readonly current: Extract<CommandResult, { kind: 'ditolak' }>['current'];
      readonly handled: RefusalHandling;
    };

/**
 * What the server answered when it took a command in; `receivedAt` ISO 8601 by its clock. `receipt` is opaque text that proves
 * it to the server; absent where an older one answered.
 */
export interface Receipt {
  readonly receivedAt: string;
  readonly chainSeq: number;
  readonly receipt?: string;
}

/**
 * What a person did about a refusal: nothing yet; made again (`by` is the id of that command); or let go because there
 * is nothing left to do (`at`, ISO 8601 UTC). Only `belum` asks for action; all of them stay in the list.
 */
export type RefusalHandling =
  | { readonly kind: 'belum' }
  | { readonly kind: 'diputuskan_ulang'; readonly by: string }
  | { readonly kind: 'dilepas'; readonly at: string };

/**
 * A command on its way, with what is needed to show it after its usul has left this PC. `judged`: the values that were
 * judged, by field, so that they can be compared later; absent in what an older version wrote.
 */
export type OutboxEntry = Readonly<KeptCommand> & { readonly state: OutboxState };

/** A decision on its way. */
export type DecisionEntry = Omit<OutboxEntry, 'command'> & { readonly decision: Decision };

/** An usul half judged: everything that was typed survives leaving it. */
export interface Draft {
  readonly usulId: string;
  readonly revision: number;
  readonly version: number;
  readonly verdicts: Readonly<Record<string, FieldVerdict>>;
  /** The values that the verdicts are about, by field; absent when they are not known any more. */
  readonly proposed?: Readonly<Record<string, string>> | undefined;
  readonly outcome: Outcome | null;
  readonly reasons: readonly string[];
  readonly note: string;
  /** Whether `outcome` and `reasons` only follow from the verdicts; false once a person chose them. */
  readonly suggested: boolean;
  /** Where the person was; null before anything was looked at. */
  readonly place: DraftPlace | null;
  /** By SHA-256 of the document. */
  readonly evidence: Readonly<Record<string, Evidence>>;
  /** Where a person showed that a field's value stands, by field; absent while nothing was shown. */
  readonly places?: Readonly<Record<string, ShownPlace>> | undefined;
  /** The open warnings that the person states to have seen; absent while none. */
  readonly acknowledged?: readonly Acknowledgement[] | undefined;
  /** Under which reason a deletion is judged that states none; absent while none was chosen. */
  readonly deletionReason?: DeletionReason | undefined;
}

/** Where a person showed that a value stands: a page (from 1) of a document, and the box drawn there. */
export interface ShownPlace {
  readonly sha256: string;
  readonly page: number;
  readonly box: Readonly<PageBox>;
}

/** Where a person left an usul: the active field, and the page of the document that was in view (from 1). */
export interface DraftPlace {
  readonly field: string | null;
  readonly sha256: string | null;
  readonly page: number;
}

import type { TakenOverStore } from '#renderer/core/assignment/taken-over-contract.ts';
import type { BulkStore } from '#renderer/core/bulk/bulk-contract.ts';
import type { CaseStore } from '#renderer/core/case/case-contract.ts';
import type { ConflictStore } from '#renderer/core/conflict/conflict-contract.ts';
import type { LoadDocument } from '#renderer/core/documents/document-contract.ts';
import type { EvidenceStore } from '#renderer/core/evidence/evidence-contract.ts';
import type { HandoverDesk } from '#renderer/core/handover/handover-contract.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import type { OutboxStore } from '#renderer/core/outbox/outbox-contract.ts';
import type { PasswordDesk } from '#renderer/core/passwords/password-contract.ts';
import type { PreferencesStore } from '#renderer/core/preferences/preferences.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';
import type { SyncStore } from '#renderer/core/sync/sync-contract.ts';
import type { ThreadStore } from '#renderer/core/threads/thread-contract.ts';
import type { StoreApi } from 'zustand/vanilla';

/** Everything that the views are given. */
export interface Desk {
  readonly session: StoreApi<SessionStore>;
  readonly inbox: StoreApi<InboxStore>;
  readonly currentCase: StoreApi<CaseStore>;
  readonly threads: StoreApi<ThreadStore>;
  readonly evidence: StoreApi<EvidenceStore>;
  readonly outbox: StoreApi<OutboxStore>;
  readonly conflict: StoreApi<ConflictStore>;
  readonly takenOver: StoreApi<TakenOverStore>;
  readonly bulk: StoreApi<BulkStore>;
  readonly sync: StoreApi<SyncStore>;
  readonly preferences: StoreApi<PreferencesStore>;
  readonly loadDocument: LoadDocument;
  readonly handover: HandoverDesk;
  readonly passwords: PasswordDesk;
  /** What only the server has, for those who look at it while it answers. */
  readonly query: QueryDesk;
  /** The server's time as well as this PC knows it: its own clock while nothing better is known. */
  readonly serverNow: () => Date;
}

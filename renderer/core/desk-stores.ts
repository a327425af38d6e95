import { v7 as uuidv7 } from 'uuid';
import type { StoreApi } from 'zustand/vanilla';
import { longestHold } from '#renderer/data/outbox/hold.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import {
  makeTakenOverStore,
  type TakenOverDesk,
} from '#renderer/core/assignment/taken-over-store.ts';
import { makeBulkStore, type BulkDesk } from '#renderer/core/bulk/bulk-store.ts';
import { sampleRows } from '#renderer/core/bulk/bulk-view.ts';
import type { CaseState } from '#renderer/core/case/case-contract.ts';
import type { CasePorts } from '#renderer/core/case/case-ports.ts';
import { CaseDesk } from '#renderer/core/case/case-store.ts';
import {
  documentWarnings,
  doubtedFields,
  unknownDocuments,
} from '#renderer/core/case/open-warnings.ts';
import { unanswered } from '#renderer/core/case/second-look.ts';
import { makeConflictStore, type ConflictDesk } from '#renderer/core/conflict/conflict-store.ts';
import type { DeskBase } from '#renderer/core/desk-base.ts';
import type { DeskPorts } from '#renderer/core/desk-ports.ts';
import type { TellDecided } from '#renderer/core/evidence/evidence-contract.ts';
import { EvidenceDesk } from '#renderer/core/evidence/evidence-desk.ts';
import { completeSources } from '#renderer/core/evidence/evidence-sources.ts';
import { makeInboxStore, type InboxDesk } from '#renderer/core/inbox/inbox-store.ts';
import { once } from '#renderer/core/once.ts';
import type { Ask } from '#renderer/core/query/ask.ts';
import { makeOutboxStore, type OutboxDesk } from '#renderer/core/outbox/outbox-store.ts';
import { PreferencesDesk } from '#renderer/core/preferences/preferences-store.ts';
import { ServerTime } from '#renderer/core/sync/server-time.ts';
import type { SyncStore } from '#renderer/core/sync/sync-contract.ts';
import { makeReferenceDesk } from '#renderer/core/reference/reference-desk.ts';
import { makeSyncStore, type SyncDesk } from '#renderer/core/sync/sync-store.ts';
import { ThreadDesk } from '#renderer/core/threads/thread-store.ts';

/** The stores of whoever sits at the desk; who that is, the session says. */
export interface DeskStores {
  readonly preferences: PreferencesDesk;
  readonly sync: SyncDesk;
  readonly inbox: InboxDesk;
  readonly outbox: OutboxDesk;
  readonly conflict: ConflictDesk;
  readonly takenOver: TakenOverDesk;
  readonly reference: ReturnType<typeof makeReferenceDesk>;
  readonly bulk: BulkDesk;
  readonly currentCase: CaseDesk;
  readonly threads: ThreadDesk;
  readonly evidence: EvidenceDesk;
  /** The server's time as well as this PC knows it: its own clock while nothing better is known. */
  readonly serverNow: () => Date;
}

/** What the stores ask of the seat and the session, which stand on them. */
export interface StoreLinks {
  /** The database of whoever sits here. */
  readonly database: () => AccountDatabase | null;
  /** Whether the server lets fields be marked because their value was found. */
  readonly mayMarkFound: () => boolean;
  /** The exchange may want to run now. */
  readonly syncNow: () => void;
  readonly ask: Ask;
}

/** Builds the stores: which of them gets which ports. */
export function makeDeskStores(ports: DeskPorts, base: DeskBase, links: StoreLinks): DeskStores {
  const { now, host, onError } = base;
  const { autosaveMs, gatherMs, holdMs } = base.timing;
  const { database, syncNow } = links;
  const preferences = new PreferencesDesk({ host, autosaveMs, onError });
  const sync = makeSyncStore({ syncNow, database, onError });
  const serverNow = makeServerNow(now, sync.store);
  const view = { gatherMs, preferences: preferences.store };
  const inbox = makeInboxStore({ ...view, now: serverNow, onError });
  const makes = makerOf(ports, base, serverNow);
  const bulk = makeBulkStore({ ...makes, ask: links.ask, onStored: syncNow });
  const currentCase = new CaseDesk({
    ...makes,
    queue: queueIn({ inbox, bulk }),
    bulkIdOf: (usulId) => bulk.batchOf(usulId),
    suggests: () => preferences.store.getState().preferences.suggestOutcome,
    mayMarkFound: (field) => links.mayMarkFound() && evidence.isFound(field),
    documentsOf: (usulId) => {
      const known = evidence.store.getState();
      return known.usulId === usulId ? known : unknownDocuments;
    },
    onDecided: (decided) => {
      if (decided) {
        const { entry, heldUntil } = decided;
        outbox.store.getState().noteOpened(entry.decision.usulId);
        inbox.showDecided(entry);
        bulk.showDecided(entry, heldUntil);
        outbox.showDecided(entry, heldUntil);
      }
      syncNow();
    },
    onTaken: syncNow,
    holdMs,
  });
  const evidence = new EvidenceDesk({
    ...completeSources(ports.evidence),
    currentCase: currentCase.store,
    inbox: inbox.store,
    preferences: preferences.store,
    isDiskShort: () => sync.store.getState().notices.diskLeftBytes !== null,
    tellDecided: (...known) => lookAgain(outbox, ...known),
    countFindings: (usul, known) =>
      documentWarnings(usul, known).length + doubtedFields(usul, known).length,
    showFindings: (counts) => inbox.showDocumentFindings(counts),
    longestHoldMs: longestHold(holdMs),
    now,
    onError,
  });
  const onTakenBack = takenBackIn({ inbox, bulk, currentCase });
  const outbox = makeOutboxStore({ now, holdMs, onTakenBack, onHoldCut: syncNow, onError });
  followReading({ outbox, evidence, currentCase });
  followSample({ bulk, currentCase });
  const about = { currentCase: currentCase.store, outbox: outbox.store };
  const threads = new ThreadDesk({ ...makes, ...about, onStored: syncNow });
  const reference = makeReferenceDesk({ serverNow, onError });
  const told = { conflict: makeConflictStore(onError), takenOver: makeTakenOverStore(onError) };
  const open = { currentCase, threads, evidence };
  return { preferences, sync, inbox, outbox, ...told, reference, bulk, ...open, serverNow };
}

/** What whoever makes commands needs of this PC. */
function makerOf(ports: DeskPorts, base: DeskBase, serverNow: () => Date) {
  const { now, deviceId, onError } = base;
  return {
    now,
    serverNow,
    newId: () => uuidv7(),
    deviceId,
    appVersion: once(async () => (await ports.platform.describe()).appVersion),
    autosaveMs: base.timing.autosaveMs,
    onError,
  };
}

/** The server's time, compared anew as soon as an exchange tells how this PC's clock stands. */
function makeServerNow(now: () => Date, sync: StoreApi<SyncStore>): () => Date {
  const time = new ServerTime({
    now,
    steadyMs: () => performance.now(),
    proof: () => {
      const { notices, rounds } = sync.getState();
      return { clockAheadMs: notices.clockAheadMs, rounds };
    },
  });
  sync.subscribe(() => void time.now());
  return () => time.now();
}

/**
 * The usul on the desk follows what is read in its documents; decisions that were made too early are looked at again, and
 * what came back is told of until it is opened.
 */
function followReading({
  outbox,
  evidence,
  currentCase,
}: Pick<DeskStores, 'outbox' | 'evidence' | 'currentCase'>): void {
  evidence.store.subscribe((known, before) => {
    const parts = ['fields', 'warnings', 'unread', 'leftOut'] as const;
    if (parts.some((part) => known[part] !== before[part])) currentCase.followDocuments();
  });
  outbox.store.subscribe(({ unread }, before) => {
    if (unread !== before.unread) evidence.followDecided(unread);
  });
  currentCase.store.subscribe(({ current }, { current: before }) => {
    const id = openIdOf(current);
    if (id !== null && id !== openIdOf(before)) outbox.store.getState().noteOpened(id);
  });
}

/** Whoever looks at a sample goes on with the sample, anybody else with the inbox. */
function queueIn({ inbox, bulk }: Pick<DeskStores, 'inbox' | 'bulk'>): CasePorts['queue'] {
  return (usulId) => {
    const { rows, queue } = inbox.store.getState();
    return sampleRows(bulk.store.getState().batch, rows, usulId) ?? queue;
  };
}

/** The usul on the desk may become one of a sample while it lies there. */
function followSample({ bulk, currentCase }: Pick<DeskStores, 'bulk' | 'currentCase'>): void {
  bulk.store.subscribe(({ batch }, before) => {
    if (batch !== before.batch) currentCase.followSample();
  });
}

/** The usul that a person sees, or is told is not here. */
function openIdOf(current: CaseState): string | null {
  if (current.kind === 'tidak_ada') return current.usulId;
  return current.kind === 'terbuka' ? current.usul.id : null;
}

/** Whether enough is known of the documents of an usul that was decided before they were read; acts on it. */
function lookAgain(
  outbox: Pick<OutboxDesk, 'bringBack' | 'noteRead'>,
  ...[decision, usul, known]: Parameters<TellDecided>
): boolean {
  const warnings = unanswered(decision, usul, known);
  if (warnings.length > 0) void outbox.bringBack(decision.id, warnings);
  else if (known.unread.length === 0) void outbox.noteRead(decision.id, known.leftOut);
  else return false;
  return true;
}

/** A decision that was taken back is so in every store at once. */
function takenBackIn({
  inbox,
  bulk,
  currentCase,
}: Pick<DeskStores, 'inbox' | 'bulk' | 'currentCase'>) {
  return (decisionId: string, usulId: string): Promise<void> => {
    inbox.showTakenBack(decisionId);
    bulk.showTakenBack(decisionId);
    return currentCase.showTakenBack(usulId);
  };
}

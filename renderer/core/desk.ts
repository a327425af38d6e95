import { v7 as uuidv7 } from 'uuid';
import type { JournalPlace } from '#renderer/data/journal/command-journal.ts';
import { ensureDeviceId } from '#renderer/data/keyring/host.ts';
import { countWaiting } from '#renderer/data/outbox/read-waiting.ts';
import { readSeat } from '#renderer/data/keyring/read-seat.ts';
import { pruneLeftovers } from '#renderer/data/rows/prune.ts';
import {
  openAccountDatabase,
  openHostDatabase,
  type AccountDatabase,
  type HostDatabase,
} from '#renderer/data/schema/open-database.ts';
import { passwordRounds } from '#renderer/data/sealing/envelope.ts';
import { CaseDesk } from '#renderer/core/case/case-store.ts';
import { makeConflictStore, type ConflictDesk } from '#renderer/core/conflict/conflict-store.ts';
import { defaultTiming, type DeskPorts, type DeskTiming } from '#renderer/core/desk-ports.ts';
import { makeLoadDocument } from '#renderer/core/documents/load-document.ts';
import { EvidenceDesk } from '#renderer/core/evidence/evidence-desk.ts';
import { completeSources } from '#renderer/core/evidence/evidence-sources.ts';
import { makeHandoverDesk } from '#renderer/core/handover/handover-desk.ts';
import { makeInboxStore, type InboxDesk } from '#renderer/core/inbox/inbox-store.ts';
import { makeJournalEnvelopes } from '#renderer/core/journal/journal-envelopes.ts';
import {
  openSeatJournal,
  takeWebLock,
  type SeatJournal,
} from '#renderer/core/journal/seat-journal.ts';
import { once } from '#renderer/core/once.ts';
import { makeOutboxStore, type OutboxDesk } from '#renderer/core/outbox/outbox-store.ts';
import { PreferencesDesk } from '#renderer/core/preferences/preferences-store.ts';
import { openKeyChannel } from '#renderer/core/session/key-windows.ts';
import { SessionDesk } from '#renderer/core/session/session-store.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { HandoverDesk } from '#renderer/core/handover/handover-contract.ts';
import type { LoadDocument } from '#renderer/core/documents/document-contract.ts';
import { makeSyncStore, type SyncDesk } from '#renderer/core/sync/sync-store.ts';
import { startDeskClient } from '#renderer/core/sync/desk-client.ts';
import type { Profile, SyncClient } from '#renderer/workers/sync/client.ts';

/** A running desk: what the views are given, and how it is put to rest. */
export interface RunningDesk extends Desk {
  /** Resolves when everything typed so far is on the disk; call it before the window goes. */
  flush(): Promise<void>;
}

/**
 * Puts the desk together and gives it back to whoever sat here last. Returns at once; the session says `memuat` until
 * that is known.
 */
export function makeDesk(ports: DeskPorts): RunningDesk {
  const desk = new DeskParts(ports);
  desk.preferences.restoreAppearance();
  void desk.session.restore();
  return {
    session: desk.session.store,
    inbox: desk.inbox.store,
    currentCase: desk.currentCase.store,
    evidence: desk.evidence.store,
    outbox: desk.outbox.store,
    conflict: desk.conflict.store,
    sync: desk.sync.store,
    preferences: desk.preferences.store,
    loadDocument: desk.loadDocument,
    handover: desk.handover,
    serverNow: desk.serverNow,
    flush: () => desk.flush(),
  };
}

/** The parts of a desk and what passes between them. */
class DeskParts {
  readonly session: SessionDesk;
  readonly inbox: InboxDesk;
  readonly currentCase: CaseDesk;
  readonly evidence: EvidenceDesk;
  readonly outbox: OutboxDesk;
  readonly conflict: ConflictDesk;
  readonly sync: SyncDesk;
  readonly preferences: PreferencesDesk;
  readonly loadDocument: LoadDocument;
  readonly handover: HandoverDesk;
  readonly serverNow: () => Date;
  readonly #ports: DeskPorts;
  readonly #timing: DeskTiming;
  readonly #now: () => Date;
  readonly #client = once(() =>
    startDeskClient(this.#ports, this.#timing, {
      onStatus: (status, accountId) => {
        this.sync.show(status);
        this.session.setNeedsSignIn(status.connection.kind === 'perlu_masuk');
        if (status.connection.kind === 'dicabut') {
          this.session.endAccount(accountId, status.connection).catch(this.onError);
        }
      },
      onBroken: (retryInSeconds) => this.sync.showBroken(retryInSeconds),
    }),
  );
  #database: AccountDatabase | null = null;
  #stopFollowing: readonly (() => void)[] = [];
  #journal: SeatJournal | null = null;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    this.#timing = { ...defaultTiming, ...ports.timing };
    const { onError } = this;
    const now = ports.now ?? (() => new Date());
    this.#now = now;
    this.serverNow = () =>
      new Date(now().getTime() - this.sync.store.getState().notices.clockAheadMs);
    const host = openHostDatabase(ports.indexedDb);
    const syncNow = (): void => this.#tell((client) => client.syncNow());
    const { autosaveMs } = this.#timing;
    this.preferences = new PreferencesDesk({ host, autosaveMs, onError });
    this.sync = makeSyncStore({ syncNow, database: () => this.#database, onError });
    const { gatherMs } = this.#timing;
    this.inbox = makeInboxStore({
      gatherMs,
      now: this.serverNow,
      preferences: this.preferences.store,
      onError,
    });
    this.outbox = makeOutboxStore({ now, onError });
    this.conflict = makeConflictStore(onError);
    this.currentCase = new CaseDesk({
      now,
      serverNow: this.serverNow,
      newId: () => uuidv7(),
      deviceId: once(() => ensureDeviceId(host)),
      appVersion: once(async () => (await ports.platform.describe()).appVersion),
      queue: () => this.inbox.store.getState().queue,
      suggests: () => this.preferences.store.getState().preferences.suggestOutcome,
      mayMarkFound: (field) => this.#mayMarkFound(field),
      onDecided: (entry) => {
        if (entry) this.inbox.showDecided(entry);
        syncNow();
      },
      onError,
      holdMs: this.#timing.holdMs,
      autosaveMs,
    });
    this.evidence = this.#makeEvidence();
    this.session = this.#makeSession(host, syncNow);
    this.handover = makeHandoverDesk({
      seated: () => this.#seated(),
      deviceId: once(() => ensureDeviceId(host)),
      passOn: async (accountId, file) => (await this.#client()).passOn(accountId, file),
      now,
      onError,
    });
    this.loadDocument = makeLoadDocument({
      database: () => this.#database,
      wantDocument: (sha256) => this.#tell((client) => client.wantDocument(sha256)),
      patienceMs: () => this.#patienceMs(),
      onError,
    });
  }

  #makeEvidence(): EvidenceDesk {
    return new EvidenceDesk({
      ...completeSources(this.#ports.evidence),
      currentCase: this.currentCase.store,
      inbox: this.inbox.store,
      preferences: this.preferences.store,
      isDiskShort: () => this.sync.store.getState().notices.diskLeftBytes !== null,
      onError: this.onError,
    });
  }

  #makeSession(host: HostDatabase, syncNow: () => void): SessionDesk {
    const ports = this.#ports;
    return new SessionDesk({
      host,
      sealing: { protection: ports.platform, rounds: ports.passwordRounds ?? passwordRounds },
      envelopes: makeJournalEnvelopes(this.#journals()),
      openKeyChannel: ports.openKeyChannel ?? openKeyChannel,
      sync: this.#client,
      openDatabase: (accountId, vault) => openAccountDatabase(accountId, vault, ports.indexedDb),
      readSeat: () => readSeat(ports.indexedDb),
      countWaiting: (accountId) => countWaiting(accountId, ports.indexedDb),
      onSeated: (profile, database, key) => this.#seat(profile, database, key),
      onLocked: () => this.#lock(),
      onLeft: () => this.#leave(),
      eraseJournal: (accountId) => this.#eraseJournal(accountId),
      onSignedInAgain: syncNow,
      isServerReached: () => this.#isServerReached(),
      keyPatienceMs: this.#timing.keyPatienceMs,
      onError: this.onError,
      now: this.#now,
    });
  }

  /** Notes a failure that nobody was waiting for: kind and place, never its message, which may quote what was typed. */
  readonly onError = (cause: unknown): void => {
    const place =
      cause instanceof Error ? (cause.stack?.split('\n').slice(1, 6).join(' ') ?? '') : '';
    const name = cause instanceof Error ? cause.name : typeof cause;
    const detail = `${name} ${place}`.slice(0, 2000);
    void this.#ports.platform.log({ level: 'error', event: 'desk', detail });
  };

  #tell(message: (client: SyncClient) => void): void {
    this.#client().then(message).catch(this.onError);
  }

  /** Resolves when everything typed so far is on the disk. */
  async flush(): Promise<void> {
    await Promise.all([this.currentCase.flush(), this.preferences.flush()]);
  }

  #seat({ account }: Profile, database: AccountDatabase, key: CryptoKey): void {
    this.#tell((client) => client.start(account.id, key));
    // Nobody waits for it: a full disk must not keep a person from the desk.
    pruneLeftovers(database, this.#now().getTime()).catch((cause: unknown) => {
      // Whoever locks the desk closes its database under it: the next start goes on.
      if (this.#database === database) this.onError(cause);
    });
    this.#database = database;
    // First of all that concerns decisions: the journal may bring some back.
    this.#journal = this.#openJournal(account.id, database);
    const { journal } = this.#journal;
    this.#stopFollowing = [
      this.inbox.follow(database),
      this.outbox.follow(database, journal),
      this.conflict.follow({ account, database }),
    ];
    this.currentCase.seat({ account, database, journal });
    this.preferences.seat(database).catch(this.onError);
    this.evidence.seat(database);
  }

  #journals(): Omit<JournalPlace, 'accountId'> {
    const { platform, journalTurns = takeWebLock } = this.#ports;
    return { journal: platform.journal, exclusively: journalTurns };
  }

  async #eraseJournal(accountId: string): Promise<void> {
    const erased = await this.#ports.platform.journal.erase(accountId);
    if (!erased.ok) throw new Error(`jurnal ${erased.error.kind}`);
  }

  #openJournal(accountId: string, database: AccountDatabase): SeatJournal {
    return openSeatJournal({ ...this.#journals(), accountId }, database, {
      platform: this.#ports.platform,
      now: this.#now,
      tell: (sentence) => this.outbox.tell(sentence),
      onRestored: () => this.#tell((client) => client.syncNow()),
      onError: this.onError,
    });
  }

  /** Takes everything off the desk, and resolves when it is on the disk. */
  async #clear(): Promise<void> {
    this.evidence.seat(null);
    // First the desk is taken away, then all that was typed on it is written: nothing can be typed in between.
    this.currentCase.seat(null);
    for (const stop of this.#stopFollowing) stop();
    this.#stopFollowing = [];
    const stopJournal = this.#journal?.stop();
    this.#journal = null;
    await Promise.all([this.currentCase.flush(), this.preferences.seat(null), stopJournal]);
    this.#database = null;
  }

  /** Clears the desk; the exchange keeps the key no longer than decisions wait to be sent. */
  async #lock(): Promise<void> {
    await this.#clear();
    this.#tell((client) => client.lock());
  }

  async #leave(): Promise<void> {
    this.#tell((client) => client.stop());
    await this.#clear();
    this.currentCase.forgetUnsaved();
    this.sync.reset();
  }

  async #isServerReached(): Promise<boolean> {
    const client = await this.#client();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), this.#timing.serverPatienceMs);
    });
    try {
      return await Promise.race([client.isServerReached(), tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }

  #seated(): { readonly accountId: string; readonly database: AccountDatabase } | null {
    const { session } = this.session.store.getState();
    const database = this.#database;
    if (session.kind !== 'masuk' || database === null) return null;
    return { accountId: session.account.id, database };
  }

  #mayMarkFound(field: string): boolean {
    const { session } = this.session.store.getState();
    const allowed = session.kind === 'masuk' && session.policy.markFoundAllowed;
    return allowed && this.evidence.isFound(field);
  }

  #patienceMs(): number {
    const { connection } = this.sync.store.getState();
    return connection.kind === 'tersambung' ? this.#timing.documentPatienceMs : 0;
  }
}

import { countWaiting } from '#renderer/data/outbox/read-waiting.ts';
import { readSeat } from '#renderer/data/keyring/read-seat.ts';
import { openAccountDatabase } from '#renderer/data/schema/open-database.ts';
import { passwordRounds } from '#renderer/data/sealing/envelope.ts';
import { makeDeskBase, type DeskBase } from '#renderer/core/desk-base.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { DeskPorts } from '#renderer/core/desk-ports.ts';
import { makeDeskStores, type DeskStores } from '#renderer/core/desk-stores.ts';
import { makeLoadDocument } from '#renderer/core/documents/load-document.ts';
import { makeHandoverDesk } from '#renderer/core/handover/handover-desk.ts';
import { makeDeskJournals, type DeskJournals } from '#renderer/core/journal/desk-journals.ts';
import { makePasswordDesk } from '#renderer/core/passwords/password-desk.ts';
import { makeAsk } from '#renderer/core/query/ask.ts';
import { makeQueryDesk } from '#renderer/core/query/query-desk.ts';
import { SeatLife } from '#renderer/core/seat/seat-life.ts';
import { openKeyChannel } from '#renderer/core/session/key-windows.ts';
import { makeSessionStore, type SessionDesk } from '#renderer/core/session/session-store.ts';
import { startDeskClient } from '#renderer/core/sync/desk-client.ts';
import { makeLazyClient, type LazyClient } from '#renderer/core/sync/lazy-client.ts';

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
  const base = makeDeskBase(ports);
  const client = makeClient(ports, base, () => ({ stores, session }));
  const stores = makeDeskStores(ports, base, {
    database: () => seats.database,
    mayMarkFound: () => signedIn(session)?.policy.markFoundAllowed === true,
    syncNow: () => client.tell((exchange) => exchange.syncNow()),
    ask: makeAsk(client.get),
  });
  const journals = makeDeskJournals(ports, base, {
    tell: (sentence) => stores.outbox.tell(sentence),
    onRestored: () => client.tell((exchange) => exchange.syncNow()),
  });
  const seats = new SeatLife(stores, { ...base, client, openJournal: journals.open });
  const session = makeSession(ports, base, { client, seats, journals });

  stores.preferences.restoreAppearance();
  void session.restore();
  return {
    session: session.store,
    inbox: stores.inbox.store,
    currentCase: stores.currentCase.store,
    threads: stores.threads.store,
    evidence: stores.evidence.store,
    outbox: stores.outbox.store,
    conflict: stores.conflict.store,
    takenOver: stores.takenOver.store,
    bulk: stores.bulk.store,
    sync: stores.sync.store,
    preferences: stores.preferences.store,
    loadDocument: makeDocuments(base, { client, seats, stores }),
    handover: makeHandover(base, { client, seats, session }),
    passwords: makePasswords(ports, base, { client, seats, session, journals }),
    query: makeQueryDesk(makeAsk(client.get)),
    serverNow: stores.serverNow,
    flush: async () => {
      await Promise.all([stores.currentCase.flush(), stores.preferences.flush()]);
    },
  };
}

/** The parts of a desk that others are built on. */
interface Parts {
  readonly client: LazyClient;
  readonly stores: DeskStores;
  readonly journals: DeskJournals;
  readonly seats: SeatLife;
  readonly session: SessionDesk;
}

/** The exchange, and who hears what it says. It is started after the desk stands: `hearers` is asked then. */
function makeClient(
  ports: DeskPorts,
  { timing, onError }: DeskBase,
  hearers: () => Pick<Parts, 'stores' | 'session'>,
): LazyClient {
  const hears = {
    onStatus: (status, accountId) => {
      const { stores, session } = hearers();
      stores.sync.show(status);
      session.setNeedsSignIn(status.connection.kind === 'perlu_masuk');
      if (status.connection.kind !== 'dicabut') return;
      session.endAccount(accountId, status.connection).catch(onError);
    },
    onBroken: (retryInSeconds) => hearers().stores.sync.showBroken(retryInSeconds),
  } satisfies Parameters<typeof startDeskClient>[2];
  const start = () => startDeskClient(ports, timing, hears);
  return makeLazyClient({ start, patienceMs: timing.serverPatienceMs, onError });
}

function makeSession(
  ports: DeskPorts,
  { host, timing, now, onError }: DeskBase,
  { client, seats, journals }: Pick<Parts, 'client' | 'seats' | 'journals'>,
): SessionDesk {
  return makeSessionStore({
    host,
    sealing: { protection: ports.platform, rounds: ports.passwordRounds ?? passwordRounds },
    envelopes: journals.envelopes,
    openKeyChannel: ports.openKeyChannel ?? openKeyChannel,
    sync: client.get,
    openDatabase: (accountId, vault) => openAccountDatabase(accountId, vault, ports.indexedDb),
    readSeat: () => readSeat(ports.indexedDb),
    countWaiting: (accountId) => countWaiting(accountId, ports.indexedDb),
    onSeated: ({ account }, database, key) => seats.take(account, database, key),
    onLocked: () => seats.lock(),
    onLeft: () => seats.leave(),
    eraseJournal: journals.erase,
    onSignedInAgain: () => client.tell((exchange) => exchange.syncNow()),
    isServerReached: client.isServerReached,
    keyPatienceMs: timing.keyPatienceMs,
    ...(ports.deskRoles && { deskRoles: ports.deskRoles }),
    onError,
    now,
  });
}

function makeDocuments(
  { timing, onError }: DeskBase,
  { client, seats, stores }: Pick<Parts, 'client' | 'seats' | 'stores'>,
): Desk['loadDocument'] {
  const { sync } = stores;
  return makeLoadDocument({
    database: () => seats.database,
    wantDocument: (sha256) => client.tell((exchange) => exchange.wantDocument(sha256)),
    patienceMs: () =>
      sync.store.getState().connection.kind === 'tersambung' ? timing.documentPatienceMs : 0,
    onError,
  });
}

function makeHandover(
  { deviceId, now, onError }: DeskBase,
  { client, seats, session }: Pick<Parts, 'client' | 'seats' | 'session'>,
): Desk['handover'] {
  return makeHandoverDesk({
    seated: () => {
      const who = signedIn(session);
      const { database } = seats;
      return who && database && { accountId: who.account.id, database };
    },
    deviceId,
    ask: makeAsk(client.get),
    now,
    onError,
  });
}

function makePasswords(
  ports: DeskPorts,
  { host, onError }: DeskBase,
  { client, seats, session, journals }: Pick<Parts, 'client' | 'seats' | 'session' | 'journals'>,
): Desk['passwords'] {
  return makePasswordDesk({
    sync: client.get,
    seated: () => {
      const who = signedIn(session);
      const { database } = seats;
      return who && database && { accountId: who.account.id, database };
    },
    host,
    sealing: { protection: ports.platform, rounds: ports.passwordRounds ?? passwordRounds },
    envelopes: journals.envelopes,
    onChanged: () => session.store.getState().dismissNewPassword(),
    onError,
  });
}

/** Who works at the desk now; null while nobody does, or it is locked. */
function signedIn({ store }: SessionDesk) {
  const { session } = store.getState();
  return session.kind === 'masuk' ? session : null;
}

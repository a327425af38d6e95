import { turnName } from '#renderer/data/journal/command-journal.ts';
import { takeWebLock } from '#renderer/core/seat/seat-journal.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { DecisionEntry } from '#renderer/data/schema/rows.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import type {
  Announcement,
  DecideOrder,
  DeskView,
  Done,
  Driver,
  NotedDecision,
  OutboxLine,
  UnderHand,
} from '#tests/faults/client/driver-contract.ts';

/** What the hands work on. */
export interface DriverPorts {
  readonly desk: RunningDesk;
  readonly username: string;
  readonly password: string;
  readonly announce: (announcement: Announcement) => Promise<void>;
  /** Told what the person begins to do that goes into the journal, and null when it is done. */
  readonly onHand: (of: UnderHand | null) => void;
}

const done: Done = { kind: 'done' };
const nothingToDo: Done = { kind: 'nothing-to-do' };
const refused = (reason: string): Done => ({ kind: 'refused', reason });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The hands of a person: every act goes through the stores, as the views do it. */
export function makeDriver(ports: DriverPorts): Driver {
  const { desk } = ports;
  return {
    enter: (patienceMs) => enter(ports, performance.now() + patienceMs),
    decide: (order) => decide(ports, order),
    reopen: () => reopen(ports),
    syncNow: () => {
      desk.sync.getState().syncNow();
      return Promise.resolve(done);
    },
    look: () => Promise.resolve(look(desk)),
  };
}

/** On the way in: something was done, or the desk is only just being shown. */
const underWay = { kind: 'under-way' } as const;
/** Refusals of a password that this PC itself judged; to have to wait (`tunggu`) follows from a kill while it was judged. */
const wrongs: ReadonlySet<string> = new Set(['kata_sandi_salah', 'tidak_terkunci']);
/** A desk that does not show itself within this time (ms) does not at all. */
const showingMs = 10_000;

/** `until` counts by a clock that no fault moves, and is for what the network refuses: what is under way is let end. */
async function enter(ports: DriverPorts, until: number): Promise<Done> {
  for (;;) {
    const answer = await tryToEnter(ports);
    if (answer.kind === 'done') return answer;
    const late = performance.now() - until;
    if (answer.kind === 'refused' && late >= 0) return answer;
    if (late >= showingMs) return refused('never shown');
    await pause(30);
  }
}

async function tryToEnter(ports: DriverPorts): Promise<Done | typeof underWay> {
  const { desk, username, password, announce } = ports;
  const hands = desk.session.getState();
  const { session } = hands;
  switch (session.kind) {
    case 'memuat':
      return underWay;
    case 'versi_lama':
      return refused('versi_lama');
    case 'keluar': {
      await announce({ step: 'nobody-known' });
      const entered = await hands.signIn(username, password);
      return entered.ok ? underWay : refused(entered.error.kind);
    }
    case 'terkunci': {
      const opened = await hands.unlock(password);
      if (opened.ok) return underWay;
      // It is the right one: a desk that does not open with it is no fault of the weather.
      if (wrongs.has(opened.error.kind)) throw new Error(`Not unlocked: ${opened.error.kind}`);
      return refused(opened.error.kind);
    }
    case 'masuk': {
      if (session.needsSignIn) {
        const again = await hands.signIn(username, password);
        if (!again.ok) return refused(again.error.kind);
      }
      const shown = desk.inbox.getState().ready && desk.outbox.getState().ready;
      if (shown) await untilReconciled(session.account.id);
      return shown ? done : underWay;
    }
  }
}

/** What the journal brings back is in the outbox after its first turn, behind which this one waits. */
function untilReconciled(accountId: string): Promise<void> {
  return takeWebLock(turnName({ accountId }), () => Promise.resolve());
}

async function decide(ports: DriverPorts, order: DecideOrder): Promise<Done> {
  const { desk, announce, onHand } = ports;
  const rows = desk.inbox.getState().rows.filter(isDecidable);
  const row = rows[Math.floor(order.pick * rows.length)];
  if (!row) return nothingToDo;
  await desk.currentCase.getState().open(row.id);
  const judged = judge(desk, order);
  if (judged.kind !== 'done') return judged;
  await announce({ step: 'deciding' });
  onHand({ act: 'decide', note: order.note });
  const deciding = desk.currentCase.getState().decide();
  // Not waited for: whoever hears it may end everything while the decision is on its way to the disk.
  void announce({ step: 'storing' });
  const decided = await deciding.finally(() => onHand(null));
  if (!decided.ok) return refused(decided.error.kind);
  const { current } = desk.currentCase.getState();
  const entry = current.kind === 'terbuka' ? current.decidedHere : null;
  if (entry === null) throw new Error('Saved, and not on the screen.');
  await announce({ step: 'saved', decision: note(entry) });
  return done;
}

function isDecidable({ decided, position }: InboxRow): boolean {
  const waits = position.kind === 'menunggu' && position.stage === 'verifikasi';
  return waits && (decided === null || decided === 'ditolak');
}

function judge(desk: RunningDesk, { outcome, note: text }: DecideOrder): Done {
  const { current, ...hands } = desk.currentCase.getState();
  if (current.kind !== 'terbuka') return refused(current.kind);
  if (current.readOnlyBecause !== null) return refused('read-only');
  for (const { sha256 } of current.usul.documents) {
    hands.documentOpened(sha256, 1);
    hands.pageShown(sha256, 1);
  }
  if (outcome === 'teruskan') hands.judgeRestAsMatching();
  hands.chooseOutcome(outcome);
  if (outcome === 'perbaikan' || outcome === 'tolak') {
    if (!current.draft.reasons.includes('DATA_BEDA')) hands.toggleReason('DATA_BEDA');
  }
  hands.writeNote(text);
  hands.acknowledge();
  return done;
}

async function reopen({ desk, announce, onHand }: DriverPorts): Promise<Done> {
  const { entries } = desk.outbox.getState();
  const entry =
    entries.find(({ state }) => state.kind === 'menunggu') ??
    entries.find(({ state }) => state.kind === 'ditolak' && state.handled.kind === 'belum');
  if (!entry) return nothingToDo;
  const { id, note: text } = entry.decision;
  const withdraws = entry.state.kind === 'menunggu';
  if (withdraws) {
    await announce({ step: 'withdrawing', id, note: text });
    onHand({ act: 'withdraw', note: text });
  }
  const reopening = desk.outbox.getState().reopen(id);
  const taken = await reopening.finally(() => onHand(null));
  if (withdraws) await announce({ step: taken.ok ? 'withdrawn' : 'still-there', id });
  return taken.ok ? done : refused(taken.error.kind);
}

function note({ decision }: DecisionEntry): NotedDecision {
  const { id, usulId, version, note: text } = decision;
  return { id, usulId, version, note: text };
}

function line(entry: DecisionEntry): OutboxLine {
  const { state } = entry;
  const reason = state.kind === 'ditolak' ? state.error.message : '';
  const handled = state.kind === 'ditolak' && state.handled.kind !== 'belum';
  return { ...note(entry), state: state.kind, reason, handled };
}

function look({ session, sync, outbox, inbox }: RunningDesk): DeskView {
  const { connection, inboxComplete } = sync.getState();
  const { entries, unreadable } = outbox.getState();
  return {
    session: session.getState().session.kind,
    connection: connection.kind,
    inboxComplete,
    unreadable,
    outbox: entries.map(line),
    usul: inbox
      .getState()
      .rows.map(({ id, revision, version, position }) => ({ id, revision, version, position })),
  };
}

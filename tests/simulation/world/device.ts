import { redoDecision } from '#renderer/data/outbox/back-to-draft.ts';
import { listDecisionsOf } from '#renderer/data/outbox/decision-entries.ts';
import { letGoOfCommand } from '#renderer/data/outbox/outbox.ts';
import { readDraft, saveTyped } from '#renderer/data/drafts/drafts.ts';
import { pruneLeftovers } from '#renderer/data/account/prune-leftovers.ts';
import { readUsul } from '#renderer/data/usul/usul-rows.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Draft, DecisionEntry } from '#renderer/data/schema/rows.ts';
import { contentOf, draftOfDecision, emptyDraft, rebaseDraft } from '#renderer/core/case/draft.ts';
import { exchange } from '#renderer/workers/sync/exchange.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import { keepSession } from '#renderer/workers/sync/session/access.ts';
import type { Step, SyncPorts } from '#renderer/workers/sync/sync-ports.ts';
import { makeUuidV7 } from '#build/demo/random.ts';
import type { Session } from '#shared/contract/session.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import type { Decision, Outcome } from '#shared/workflow/decision.ts';
import type { Usul } from '#shared/records/usul.ts';
import { DeskJournal, recoverKey, type JournalFlaw } from '#tests/simulation/world/desk-journal.ts';
import {
  eraseDatabases,
  listDrafts,
  listOutbox,
  listUsul,
  makeDisk,
  openDisk,
  type Disk,
} from '#tests/simulation/world/disk.ts';
import { makeNotebook, type Notebook } from '#tests/simulation/world/notebook.ts';
import { Life } from '#tests/simulation/world/power.ts';
import { makeTurns } from '#tests/simulation/world/turns.ts';

/** What a PC is told of the world; clocks in ms epoch, `holdMs` is how long a decision can be corrected. */
export interface DevicePorts {
  readonly holdMs: number;
  readonly name: string;
  readonly accountId: string;
  readonly deviceId: string;
  /** The true time; the PC's own clock may differ by `clockOffset`. */
  readonly now: () => number;
  readonly random: () => number;
  /** The server as one life of the application reaches it. */
  readonly makeApi: (life: Life) => ServerApi;
  /** What goes wrong on the disk at every start, to see whether the oracle notices. */
  readonly damage: (database: AccountDatabase) => Promise<void>;
  /** What is wrong with its journal, to see the same. */
  readonly journalFlaw: JournalFlaw;
}

/** What stands on the screen of a PC: its list, its outbox, its drafts. */
export interface Screen {
  readonly usul: readonly {
    readonly id: string;
    readonly revision: number;
    readonly version: number;
    readonly position: Usul['position'];
  }[];
  readonly outbox: readonly DecisionEntry[];
  readonly drafts: readonly Draft[];
}

/** What a person was doing when the screen went dark: done or not, the next look tells. */
type Doubt =
  | { readonly kind: 'typed'; readonly usulId: string; readonly note: string }
  | { readonly kind: 'decided' | 'takenBack'; readonly decision: Decision };

/**
 * One PC with a person at it: the real store and the real exchange over a disk of its own. What the screen said goes
 * into the notebook; after a power cut the person looks what is there.
 */
export class Device {
  readonly name: string;
  readonly notebook: Notebook = makeNotebook();
  /** Milliseconds that the PC's clock is ahead of the true time. */
  clockOffset = 0;
  online = true;
  /** Whether the last exchange said that somebody must sign in. */
  asksToSignIn = false;
  readonly #ports: DevicePorts;
  readonly #disk: Disk;
  #life = new Life();
  #database: AccountDatabase;
  #journal: DeskJournal;
  #sync: SyncPorts;
  #syncing = false;
  #made = 0;
  #doubt: Doubt | null = null;

  constructor(ports: DevicePorts) {
    this.#ports = ports;
    this.name = ports.name;
    this.#disk = makeDisk(ports.accountId);
    this.#database = openDisk(this.#disk, this.#life);
    this.#journal = this.#openJournal();
    this.#sync = this.#syncPorts();
  }

  get deviceId(): string {
    return this.#ports.deviceId;
  }

  /** Whether an exchange is under way, which another event may interrupt but not start again. */
  get syncing(): boolean {
    return this.#syncing;
  }

  /** Does something in the present life; if the power went meanwhile, starts anew and lets the person look. */
  async live(work: () => Promise<void>, powerCutAfter: number | null): Promise<'selesai' | 'mati'> {
    const life = this.#life;
    if (powerCutAfter !== null) life.arm(powerCutAfter);
    try {
      await work();
      life.disarm();
      return 'selesai';
    } catch (cause) {
      if (!life.ended) throw cause;
      if (life === this.#life) await this.restart();
      return 'mati';
    }
  }

  /** Ends the application, however it is, and starts it again. */
  async restart(): Promise<void> {
    this.#life.end();
    this.#database.close();
    this.#life = new Life();
    this.#syncing = false;
    this.#database = openDisk(this.#disk, this.#life);
    this.#journal = this.#openJournal();
    this.#sync = this.#syncPorts();
    // A decision whose taking back was cut off lies in the outbox alone: two faults at once are not promised.
    if (this.#doubt?.kind !== 'takenBack') await this.#ports.damage(this.#database);
    await this.#journal.begin(new Date(this.#now()));
    await pruneLeftovers(this.#database, this.#now());
    await this.#look();
  }

  /**
   * The local databases are lost and the application starts anew; somebody must sign in. What was only typed is gone
   * with them, and so is what the screen said of refused decisions that the person had dealt with.
   */
  async erase(): Promise<void> {
    for (const { decision, state } of await this.outbox()) {
      if (state.kind !== 'ditolak' || state.handled.kind === 'belum') continue;
      this.notebook.dealtWith.add(decision.id);
    }
    this.#life.end();
    eraseDatabases(this.#disk);
    this.#disk.key = (await recoverKey(this.#disk)) ?? this.#disk.key;
    this.notebook.typed.clear();
    await this.restart();
    this.asksToSignIn = true;
  }

  close(): void {
    this.#life.end();
    this.#database.close();
  }

  async signIn(session: Session): Promise<void> {
    await this.#journal.keepKey(this.#disk.key);
    await keepSession(this.#database, session, this.#now());
    this.asksToSignIn = false;
  }

  async exchange(probe: boolean): Promise<Step<void>> {
    const life = this.#life;
    const { holdMs } = this.#ports;
    this.#syncing = true;
    try {
      const done = await exchange(this.#sync, { holdMs, probe, onPage: () => {} });
      if (life === this.#life) {
        if (!done.ok) this.asksToSignIn = done.error.kind === 'perlu_masuk';
        await this.#journal.noteSettled();
      }
      return done;
    } finally {
      if (life === this.#life) this.#syncing = false;
    }
  }

  async screen(): Promise<Screen> {
    return {
      usul: await listUsul(this.#database),
      outbox: await listOutbox(this.#database),
      drafts: await listDrafts(this.#database),
    };
  }

  async listedIds(): Promise<string[]> {
    return (await listUsul(this.#database)).map(({ id }) => id);
  }

  async outbox(): Promise<DecisionEntry[]> {
    return listOutbox(this.#database);
  }

  /** Types a note about an usul of the list. */
  async type(usulId: string, note: string): Promise<void> {
    const found = await this.#open(usulId);
    if (!found) return;
    this.#doubt = { kind: 'typed', usulId, note };
    await saveTyped(this.#database, found.draft, { ...found.draft, note });
    this.#settle({ kind: 'typed', usulId, note });
  }

  /** Decides an usul of the list with what was typed about it; the id, or null when the screen refused. */
  async decide(usulId: string, outcome: Outcome, note: string): Promise<string | null> {
    const found = await this.#open(usulId);
    if (!found) return null;
    const decision = this.#build(found.usul, { ...found.draft, note }, outcome);
    const { employee, recordType, kind, documents } = found.usul;
    this.#doubt = { kind: 'decided', decision };
    const saved = await this.#journal.decide(decision, {
      entry: {
        command: commandOfDecision(decision),
        state: { kind: 'menunggu' },
        employeeName: employee.nama,
        nip: employee.nip,
        recordType,
        usulKind: kind,
      },
      heldUntil: this.#now() + this.#ports.holdMs,
      shas: documents.map(({ sha256 }) => sha256),
      at: new Date(this.#now()),
    });
    this.#settle(saved ? { kind: 'decided', decision } : null);
    return saved ? decision.id : null;
  }

  /** Takes a decision back to the desk; false when it is too late, or its usul is not here any more. */
  async takeBack({ decision }: DecisionEntry): Promise<boolean> {
    const usul = await readUsul(this.#database, decision.usulId);
    if (!usul) return false;
    const draft = draftOfDecision(decision, usul);
    const at = new Date(this.#now());
    this.#doubt = { kind: 'takenBack', decision };
    const done = await this.#journal.takeBack(decision.id, draft, at);
    this.#settle(done ? { kind: 'takenBack', decision } : null);
    return done;
  }

  /** Puts a refused decision on the desk again; false when its usul is not here any more. */
  async redo({ decision }: DecisionEntry): Promise<boolean> {
    const usul = await readUsul(this.#database, decision.usulId);
    if (!usul) return false;
    const draft = draftOfDecision(decision, usul);
    const doubt = { kind: 'typed', usulId: usul.id, note: decision.note } as const;
    const already = this.notebook.typed.has(usul.id);
    if (!already) this.#doubt = doubt;
    await redoDecision(this.#database, decision.id, draft, new Date(this.#now()));
    this.#settle(already ? null : doubt);
    return true;
  }

  async letGo({ decision }: DecisionEntry): Promise<boolean> {
    const done = await letGoOfCommand(this.#database, decision.id, new Date(this.#now()));
    await this.#journal.noteSettled();
    return done;
  }

  /** An usul as it comes onto the desk, with what was typed about it; null when there is nothing to decide about it. */
  async #open(usulId: string): Promise<{ readonly usul: Usul; readonly draft: Draft } | null> {
    const usul = await readUsul(this.#database, usulId);
    if (usul?.position.kind !== 'menunggu' || usul.position.stage !== 'verifikasi') return null;
    const decided = (await listDecisionsOf(this.#database, usulId)).some(
      ({ decision, state }) => decision.version === usul.version && state.kind !== 'ditolak',
    );
    if (decided) return null;
    const stored = await readDraft(this.#database, usulId);
    return { usul, draft: stored ? rebaseDraft(stored, usul) : emptyDraft(usul) };
  }

  #build(usul: Usul, draft: Draft, outcome: Outcome): Decision {
    this.#made += 1;
    const at = new Date(this.#now());
    return {
      ...contentOf(usul, { ...draft, reasons: ['DATA_BEDA'] }, outcome),
      id: makeUuidV7(at, this.deviceId, this.#made),
      usulId: usul.id,
      revision: usul.revision,
      version: usul.version,
      deviceId: this.deviceId,
      appVersion: '0.1.0',
      decidedAt: at.toISOString(),
    };
  }

  /** The screen said what became of it. */
  #settle(done: Doubt | null): void {
    const { saved, takenBack, typed } = this.notebook;
    this.#doubt = null;
    switch (done?.kind) {
      case 'typed':
        typed.set(done.usulId, [done.note]);
        break;
      case 'decided':
        saved.set(done.decision.id, done.decision);
        typed.delete(done.decision.usulId);
        break;
      case 'takenBack':
        takenBack.add(done.decision.id);
        typed.set(done.decision.usulId, [
          ...(typed.get(done.decision.usulId) ?? []),
          done.decision.note,
        ]);
        break;
      case undefined:
        break;
    }
  }

  /** After a start: what the person was doing when the power went is there, or it is not. */
  async #look(): Promise<void> {
    const doubt = this.#doubt;
    if (!doubt) return;
    const { outbox, drafts } = await this.screen();
    this.#settle(isDone(doubt, outbox, drafts) ? doubt : null);
  }

  #now(): number {
    return this.#ports.now() + this.clockOffset;
  }

  #openJournal(): DeskJournal {
    return new DeskJournal(this.#disk, this.#database, this.#life, this.#ports.journalFlaw);
  }

  #syncPorts(): SyncPorts {
    return {
      accountId: this.#ports.accountId,
      deviceId: this.deviceId,
      api: this.#ports.makeApi(this.#life),
      database: this.#database,
      now: () => this.#now(),
      random: this.#ports.random,
      isOnline: () => this.online,
      exclusively: makeTurns(),
    };
  }
}

function isDone(doubt: Doubt, outbox: readonly DecisionEntry[], drafts: readonly Draft[]): boolean {
  if (doubt.kind === 'typed') {
    return drafts.some(({ usulId, note }) => usulId === doubt.usulId && note === doubt.note);
  }
  const isInOutbox = outbox.some(({ decision }) => decision.id === doubt.decision.id);
  return doubt.kind === 'decided' ? isInOutbox : !isInOutbox;
}

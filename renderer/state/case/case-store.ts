import { createStore, type StoreApi } from 'zustand/vanilla';
import { watchCase } from '#renderer/data/live/watch-case.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';
import type { CasePorts, Seat } from '#renderer/state/case/case-ports.ts';
import { decideCase } from '#renderer/state/case/decide.ts';
import { rebaseDraft } from '#renderer/state/case/draft.ts';
import { makeDraftActions } from '#renderer/state/case/draft-actions.ts';
import { makeDraftSaver, type DraftSaver } from '#renderer/state/case/draft-saver.ts';
import { gapsOf, loadCase } from '#renderer/state/case/open-case.ts';
import { nextInQueue } from '#renderer/state/inbox/inbox-list.ts';
import { decidedHere, leftThisDesk, sentences } from '#renderer/state/sentences.ts';
import type { ShownError } from '#renderer/state/shown-error.ts';
import type { CaseStore } from '#renderer/state/store-contracts.ts';
import type { Usul } from '#shared/domain/model/usul.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** The desk for one usul. */
export class CaseDesk {
  readonly store: StoreApi<CaseStore>;
  readonly #ports: CasePorts;
  readonly #saver: DraftSaver;
  #seat: Seat | null = null;
  #stopWatching: (() => void) | null = null;
  // Counts openings: an answer that belongs to an older one is dropped.
  #opening = 0;
  #deciding = false;
  // Resolves when the decision being made is on the disk, or was said not to be.
  #decided: Promise<unknown> = Promise.resolve();

  constructor(ports: CasePorts) {
    this.#ports = ports;
    this.#saver = makeDraftSaver(ports.autosaveMs, ports.onError);
    this.store = createStore<CaseStore>()(() => ({
      current: { kind: 'tertutup' },
      open: (usulId) => this.#open(usulId),
      close: () => this.#close(),
      decide: () => this.#decideOnce(),
      ...makeDraftActions((edit) => this.#edit(edit)),
    }));
  }

  /** Gives the desk to an account, or (null) takes it away. */
  seat(seat: Seat | null): void {
    this.#close();
    this.#seat = seat;
  }

  /** Resolves when everything typed is on the disk, and so is a decision just made. */
  async flush(): Promise<void> {
    await this.#saver.flush();
    await this.#decided;
  }

  #close(): void {
    this.#leave();
    this.store.setState({ current: { kind: 'tertutup' } });
  }

  #leave(): void {
    this.#opening += 1;
    this.#stopWatching?.();
    this.#stopWatching = null;
    void this.#saver.flush();
  }

  async #open(usulId: string): Promise<void> {
    this.#leave();
    const opening = this.#opening;
    const seat = this.#seat;
    if (!seat) return;
    this.store.setState({ current: { kind: 'memuat', usulId } });
    await this.#saver.flush();
    try {
      await this.#load(usulId, opening);
    } catch (cause) {
      // The store did not give it: shown as not here, never as an endless wait. A later change tries again.
      this.#ports.onError(cause);
      if (opening === this.#opening)
        this.store.setState({ current: { kind: 'tidak_ada', usulId } });
    }
    if (opening === this.#opening) this.#watch(seat.database, usulId, opening);
  }

  #watch(database: AccountDatabase, usulId: string, opening: number): void {
    let seen: string | null | undefined;
    const { onError } = this.#ports;
    const onMark = (mark: string | null): void => {
      const changed = seen !== undefined && mark !== seen;
      seen = mark;
      if (changed) this.#follow(usulId, mark, opening).catch(onError);
    };
    this.#stopWatching = watchCase(database, usulId, onMark, onError);
  }

  /** The usul on the desk changed under it, was decided or refused, or (mark null) left. */
  async #follow(usulId: string, mark: string | null, opening: number): Promise<void> {
    // While it is being decided the decision itself is the change.
    if (this.#deciding) return;
    await this.#saver.flush();
    const { current } = this.store.getState();
    if (opening !== this.#opening) return;
    if (mark !== null) return this.#load(usulId, opening);
    if (current.kind !== 'terbuka') return;
    this.store.setState({ current: { ...current, readOnlyBecause: leftThisDesk } });
  }

  async #load(usulId: string, opening: number): Promise<void> {
    if (!this.#seat) return;
    const loaded = await loadCase(this.#seat, usulId, this.#ports.now());
    if (opening !== this.#opening) return;
    if (loaded) this.#saver.begin(loaded.draft);
    const { current } = this.store.getState();
    const typing = current.kind === 'terbuka' && current.readOnlyBecause === null;
    if (!loaded) {
      this.store.setState({ current: { kind: 'tidak_ada', usulId } });
    } else if (typing && loaded.readOnlyBecause === null) {
      // What was typed while this was read is newer than the disk.
      const draft = rebaseDraft(current.draft, loaded.usul);
      this.store.setState({ current: { ...loaded, draft, gaps: gapsOf(loaded.usul, draft) } });
    } else {
      this.store.setState({ current: loaded });
    }
  }

  #edit(edit: (draft: Draft, usul: Usul) => Draft): void {
    const { current } = this.store.getState();
    if (!this.#seat || this.#deciding) return;
    if (current.kind !== 'terbuka' || current.readOnlyBecause !== null) return;
    const draft = edit(current.draft, current.usul);
    if (draft === current.draft) return;
    this.store.setState({ current: { ...current, draft, gaps: gapsOf(current.usul, draft) } });
    this.#saver.later(this.#seat.database, draft);
  }

  #decideOnce(): ReturnType<CaseStore['decide']> {
    if (this.#deciding) return Promise.resolve(fail(sentences.tidakAdaUsulTerbuka));
    const done = this.#decide();
    this.#decided = done.catch(() => {
      // Whoever decides is told; who waits for it only wants it over.
    });
    return done;
  }

  async #decide(): Promise<Result<{ readonly nextUsulId: string | null }, ShownError>> {
    const { current } = this.store.getState();
    // The desk may be taken away while this is stored: a decision once made is kept for the one who made it.
    const seat = this.#seat;
    if (!seat || current.kind !== 'terbuka') return fail(sentences.tidakAdaUsulTerbuka);
    const nextUsulId = nextInQueue(this.#ports.queue(), current.usul.id);
    const opening = this.#opening;
    this.#deciding = true;
    try {
      await this.#saver.flush();
      const decided = await decideCase(current, seat, this.#ports);
      if (!decided.ok) {
        // What was on the screen may be old: show the usul as it is now, with all that was typed.
        await this.#load(current.usul.id, opening).catch(this.#ports.onError);
        return decided;
      }
      if (opening === this.#opening) {
        const { menunggu } = decidedHere;
        this.store.setState({ current: { ...current, readOnlyBecause: menunggu } });
      }
      this.#ports.onDecided();
      return succeed({ nextUsulId });
    } finally {
      this.#deciding = false;
    }
  }
}

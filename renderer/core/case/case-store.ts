import { createStore, type StoreApi } from 'zustand/vanilla';
import { watchCase } from '#renderer/data/live/watch-case.ts';
import { watchTyped } from '#renderer/data/live/watch-typed.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Draft, DecisionEntry } from '#renderer/data/schema/rows.ts';
import type { CasePorts } from '#renderer/core/case/case-ports.ts';
import { decideCase } from '#renderer/core/case/decide.ts';
import { takeUsul } from '#renderer/core/case/take-usul.ts';
import { withAcknowledged } from '#renderer/core/case/draft.ts';
import { warnsTheSame } from '#renderer/core/case/open-warnings.ts';
import { makeDraftActions, type EditDraft } from '#renderer/core/case/draft-actions.ts';
import { isJudgementChanged, makeDraftHistory } from '#renderer/core/case/draft-history.ts';
import { DraftSaver } from '#renderer/core/case/draft-saver.ts';
import { withTyped } from '#renderer/core/case/with-typed.ts';
import { draftPart, loadCase, type LoadedCase } from '#renderer/core/case/open-case.ts';
import { nextInQueue } from '#renderer/core/inbox/inbox-list.ts';
import { caseSentences, decidedHere, leftThisDesk } from '#renderer/core/case/case-sentences.ts';
import type { Seat } from '#renderer/core/seat/seat.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { CaseStore, OpenCase } from '#renderer/core/case/case-contract.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** The desk for one usul. */
export class CaseDesk {
  readonly store: StoreApi<CaseStore>;
  readonly #ports: CasePorts;
  readonly #saver: DraftSaver;
  readonly #history = makeDraftHistory();
  #seat: Seat | null = null;
  #stopWatching: (() => void) | null = null;
  // Counts openings: an answer that belongs to an older one is dropped.
  #opening = 0;
  // Counts readings of the usul on the desk, in the same way.
  #loads = 0;
  // The last of them.
  #loading: Promise<void> = Promise.resolve();
  // The usul that comes next, read while the person looks at the one before, and read again when it changes.
  #ahead: LoadedCase | null = null;
  #stopAhead: (() => void) | null = null;
  #deciding = false;
  #saveFailed = false;
  // Resolves when the decision being made is on the disk, or was said not to be.
  #decided: Promise<unknown> = Promise.resolve();

  constructor(ports: CasePorts) {
    this.#ports = ports;
    const { autosaveMs, onError } = ports;
    const onSaved = (saved: boolean): void => this.#showSaved(saved);
    this.#saver = new DraftSaver({ autosaveMs, onError, onSaved });
    this.store = createStore<CaseStore>()(() => ({
      current: { kind: 'tertutup' },
      open: (usulId) => this.#open(usulId),
      close: () => this.#close(),
      decide: () => this.#decideOnce(),
      takeOver: (reason) => this.#take(reason),
      undoStep: () => this.#undo(),
      acknowledge: () => this.#acknowledge(),
      ...makeDraftActions((edit) => this.#edit(edit), {
        ...ports,
        isLeft: (field) => this.#editable()?.left.has(field) === true,
      }),
    }));
  }

  /** Gives the desk to an account, or (null) takes it away. */
  seat(seat: Seat | null): void {
    this.#close();
    this.#ahead = null;
    this.#seat = seat;
    if (seat) this.#saver.move(seat.database);
  }

  /** More, or something else, is known of the documents: what is warned of may be other than before. */
  followDocuments(): void {
    const { current } = this.store.getState();
    if (current.kind !== 'terbuka') return;
    const part = this.#follows(current, current.draft);
    if (!warnsTheSame(part, current)) this.store.setState({ current: { ...current, ...part } });
  }

  /** The usul on the desk may be one of a sample now, or no longer: other things are missing then. */
  followSample(): void {
    const { current } = this.store.getState();
    if (current.kind !== 'terbuka') return;
    this.store.setState({ current: { ...current, ...this.#follows(current, current.draft) } });
  }

  /** Resolves when everything typed is on the disk, and so is a decision just made. */
  async flush(): Promise<void> {
    await this.#saver.flush();
    await this.#decided;
  }

  /** The account left for good: what could not be written has nowhere to go. */
  forgetUnsaved(): void {
    this.#saver.clear();
  }

  /** A decision on this usul was taken back here: it can be decided again at once, not when the database tells of it. */
  async showTakenBack(usulId: string): Promise<void> {
    const { current } = this.store.getState();
    if (this.#deciding || current.kind !== 'terbuka' || current.usul.id !== usulId) return;
    await this.#load(usulId, this.#opening).catch(this.#ports.onError);
  }

  #close(): void {
    this.#leave();
    this.#history.clear();
    this.#saver.end();
    this.store.setState({ current: { kind: 'tertutup' } });
  }

  #leave(): void {
    this.#opening += 1;
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#stopAhead?.();
    this.#stopAhead = null;
    void this.#saver.flush();
  }

  async #open(usulId: string): Promise<void> {
    this.#leave();
    const opening = this.#opening;
    const seat = this.#seat;
    if (!seat) return;
    this.#showFirst(usulId);
    await this.#saver.flush();
    if (opening !== this.#opening) return;
    // Before it is read: what changes from here on is seen, however long the reading takes.
    await this.#watch(seat.database, usulId, opening);
    if (opening !== this.#opening) return;
    try {
      await this.#load(usulId, opening);
    } catch (cause) {
      // The store did not give it: shown as not here, never as an endless wait. A later change tries again.
      this.#ports.onError(cause);
      if (opening === this.#opening)
        this.store.setState({ current: { kind: 'tidak_ada', usulId } });
    }
    if (opening !== this.#opening) return;
    await this.#takeFree();
    await this.#readAhead(seat, usulId, opening);
  }

  /** Whoever opens what nobody has takes it; where that is not kept, it is decided without. */
  async #takeFree(): Promise<void> {
    const current = this.#editable();
    if (current?.usul.assignment?.to !== 'bebas' || current.takenHere) return;
    await this.#take(null);
  }

  async #take(reason: string | null): Promise<Result<void, ShownError>> {
    const { current } = this.store.getState();
    const seat = this.#seat;
    if (!seat || current.kind !== 'terbuka') return fail(caseSentences.noUsulOpen);
    const opening = this.#opening;
    const taken = await takeUsul(current.usul, seat, this.#ports, reason);
    if (!taken.ok) return taken;
    this.#ports.onTaken();
    if (opening === this.#opening) await this.#load(current.usul.id, opening);
    return taken;
  }

  /** What was read ahead stands at once, so that no key falls between two usul; the disk has the last word soon after. */
  #showFirst(usulId: string): void {
    const ahead = this.#ahead;
    this.#ahead = null;
    this.#history.clear();
    if (ahead?.usul.id === usulId) this.#show(ahead);
    else this.store.setState({ current: { kind: 'memuat', usulId } });
  }

  async #readAhead(seat: Seat, usulId: string, opening: number): Promise<void> {
    const next = nextInQueue(this.#ports.queue(usulId), usulId);
    if (next === null) return;
    const read = async (): Promise<void> => {
      try {
        const ahead = await loadCase(seat, next, this.#ports.serverNow());
        if (opening === this.#opening) this.#ahead = ahead;
      } catch (cause) {
        // The desk may have been locked, and its database closed, while this was read.
        if (this.#seat !== seat) return;
        // It is read again when it is opened, and said then.
        if (opening === this.#opening) this.#ahead = null;
        this.#ports.onError(cause);
      }
    };
    await read();
    if (opening !== this.#opening) return;
    this.#stopAhead = watchTyped(seat.database, next, () => void read(), this.#ports.onError);
  }

  /** Follows an usul from now on; resolves when it is known how it is now, or cannot be. */
  #watch(database: AccountDatabase, usulId: string, opening: number): Promise<void> {
    const { onError } = this.#ports;
    return new Promise((watching) => {
      let seen: string | null | undefined;
      const onMark = (mark: string | null): void => {
        const changed = seen !== undefined && mark !== seen;
        seen = mark;
        watching();
        if (changed) this.#follow(usulId, mark, opening).catch(onError);
      };
      const onFault = (cause: unknown): void => {
        watching();
        onError(cause);
      };
      // Whoever leaves meanwhile need not wait for a word that will not come.
      const stop = watchCase(database, usulId, onMark, onFault);
      this.#stopWatching = () => {
        stop();
        watching();
      };
    });
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
    this.store.setState({ current: { ...current, readOnlyBecause: leftThisDesk, leftDesk: true } });
  }

  /** Reads the usul anew and shows it; resolves when what stands is at least as new as this call. */
  #load(usulId: string, opening: number): Promise<void> {
    this.#loads += 1;
    this.#loading = this.#read(usulId, opening, this.#loads);
    return this.#loading;
  }

  async #read(usulId: string, opening: number, load: number): Promise<void> {
    if (!this.#seat) return;
    const { written } = this.#saver;
    const loaded = await loadCase(this.#seat, usulId, this.#ports.serverNow());
    if (opening !== this.#opening) return;
    // A later one has newer data, though it may be the first to end; whoever asked for this one waits for that.
    if (load !== this.#loads) return this.#loading;
    // What was typed here and written while this was read may not be in it.
    if (written !== this.#saver.written) return this.#load(usulId, opening);
    if (loaded) this.#show(loaded);
    else this.store.setState({ current: { kind: 'tidak_ada', usulId } });
  }

  /** Shows an usul as it is on the disk, with what was typed here while it was read, or could not be written. */
  #show({ hasSaved, ...loaded }: LoadedCase): void {
    const { usul } = loaded;
    const typed = this.#saver.typed(usul.id);
    this.#saver.begin(loaded.draft);
    const draft = typed ? withTyped(typed, loaded, hasSaved) : loaded.draft;
    const { current } = this.store.getState();
    const before = current.kind === 'terbuka' ? current.draft : null;
    // Steps on other values, or around what another window judged, must not come back.
    const goesOn = before?.revision === draft.revision && !isJudgementChanged(before, draft);
    if (!goesOn) this.#history.clear();
    const { canUndo } = this.#history;
    const saveFailed = this.#saveFailed;
    this.store.setState({
      current: { ...loaded, ...this.#follows(loaded, draft), canUndo, saveFailed },
    });
    // Not on an usul that was decided: what was typed here stays readable, and is no draft any more.
    if (draft === loaded.draft || !this.#seat || loaded.decidedHere !== null) return;
    this.#saver.later(this.#seat.database, draft);
  }

  #edit(...[edit]: Parameters<EditDraft>): void {
    const current = this.#editable();
    if (!current) return;
    const edited = edit(current.draft, current.usul);
    if (edited === current.draft) return;
    const draft = this.#history.recall(current.draft, edited);
    if (isJudgementChanged(current.draft, draft)) this.#history.note(current.draft);
    this.#keep(current, draft);
  }

  #acknowledge(): void {
    const warnings = this.#editable()?.warnings ?? [];
    this.#edit((draft) => withAcknowledged(draft, warnings));
  }

  #follows(open: Parameters<typeof draftPart>[0], draft: Draft) {
    const { id } = open.usul;
    const { documentsOf, bulkIdOf } = this.#ports;
    return draftPart(open, { documents: documentsOf(id), bulkId: bulkIdOf(id) }, draft);
  }

  #undo(): void {
    const current = this.#editable();
    const draft = current && this.#history.undo(current.draft);
    if (draft) this.#keep(current, draft);
  }

  #editable(): OpenCase | null {
    const { current } = this.store.getState();
    if (!this.#seat || this.#deciding) return null;
    return current.kind === 'terbuka' && current.readOnlyBecause === null ? current : null;
  }

  #keep(current: OpenCase, draft: Draft): void {
    const { canUndo } = this.#history;
    this.store.setState({ current: { ...current, ...this.#follows(current, draft), canUndo } });
    if (this.#seat) this.#saver.later(this.#seat.database, draft);
  }

  #showSaved(saved: boolean): void {
    this.#saveFailed = !saved;
    const { current } = this.store.getState();
    if (current.kind !== 'terbuka') return;
    this.store.setState({ current: { ...current, saveFailed: !saved } });
  }

  #decideOnce(): ReturnType<CaseStore['decide']> {
    if (this.#deciding) return Promise.resolve(fail(caseSentences.noUsulOpen));
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
    if (!seat || current.kind !== 'terbuka') return fail(caseSentences.noUsulOpen);
    const nextUsulId = nextInQueue(this.#ports.queue(current.usul.id), current.usul.id);
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
      this.#saver.forget(current.usul.id);
      if (opening === this.#opening) this.#showDecided(current, decided.value.entry);
      // On another account's desk nobody shows it; it is stored and will be sent all the same.
      this.#ports.onDecided(seat === this.#seat ? decided.value : null);
      return succeed({ nextUsulId });
    } finally {
      this.#deciding = false;
    }
  }

  #showDecided(current: OpenCase, entry: DecisionEntry): void {
    this.#history.clear();
    const { menunggu: readOnlyBecause } = decidedHere;
    this.store.setState({
      current: { ...current, readOnlyBecause, decidedHere: entry, canUndo: false },
    });
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';
import { AheadLeave } from '#renderer/core/evidence/ahead-leave.ts';
import { CaseEvidence } from '#renderer/core/evidence/case-evidence.ts';
import type { EvidenceStore, ReadAhead } from '#renderer/core/evidence/evidence-contract.ts';
import type { EvidencePorts } from '#renderer/core/evidence/evidence-ports.ts';
import { keepMatches } from '#renderer/core/evidence/kept-matches.ts';
import type { DocumentAhead } from '#renderer/data/documents/documents-ahead.ts';
import { ReadAheadPlan } from '#renderer/core/evidence/read-ahead.ts';
import { ReadingLine, type LineOrder } from '#renderer/core/evidence/reading-line.ts';
import { readWanted, type ReadOutcome, type Wanted } from '#renderer/core/evidence/read-wanted.ts';
import { SamePapers } from '#renderer/core/evidence/same-papers.ts';
import { keepablePlace, withShownPlaces } from '#renderer/core/evidence/shown-places.ts';
import type { EvidenceMatcher } from '#renderer/workers/matching/client.ts';
import type { EvidenceReader } from '#renderer/workers/reading/client.ts';
import type { Usul } from '#shared/records/usul.ts';

const nothing = { usulId: null, reading: { kind: 'menunggu' }, fields: {}, warnings: [] } as const;
const noneAhead: ReadAhead = {
  doneDocuments: 0,
  totalDocuments: 0,
  secondsLeft: null,
  state: 'mati',
};

/** What an account's evidence stands on while it sits at the desk. */
interface Sitting {
  readonly database: AccountDatabase;
  readonly reader: EvidenceReader;
  readonly plan: ReadAheadPlan;
  readonly papers: SamePapers;
  readonly matcher: EvidenceMatcher;
  /** Remembers what it found. */
  readonly match: EvidenceMatcher['match'];
}

/**
 * Evidence for the usul on the desk, and reading ahead: one document at a time, those of the open usul first. Whatever
 * fails here is noted and leaves the judging alone.
 */
export class EvidenceDesk {
  readonly store: StoreApi<EvidenceStore>;
  readonly #ports: EvidencePorts;
  readonly #leave: AheadLeave;
  readonly #line: ReadingLine;
  #sitting: Sitting | null = null;
  #case: { readonly key: string; readonly evidence: CaseEvidence } | null = null;
  #stop: readonly (() => void)[] = [];
  #planTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: EvidencePorts) {
    this.#ports = ports;
    const { timing, workers, onError } = ports;
    const onChange = (): void => this.#goOn();
    this.#leave = new AheadLeave({ ...ports, onChange, onRested: () => this.#planSoon() });
    this.#line = new ReadingLine({
      restMs: timing.restMs,
      reader: workers?.reader ?? null,
      onFree: onChange,
      onError,
    });
    this.store = createStore<EvidenceStore>()(() => ({
      ...nothing,
      readings: {},
      ahead: noneAhead,
      pauseAhead: (paused) => ports.preferences.getState().change({ readAheadPaused: paused }),
      readAgain: (sha256) => this.#case?.evidence.readAgain(sha256),
      correctPlace: (field, place) => {
        const kept = place && keepablePlace(place);
        if (kept || place === null) ports.currentCase.getState().correctPlace(field, kept);
      },
    }));
  }

  /** Whether a field's value is found in the documents of the usul on the desk. */
  isFound(field: string): boolean {
    const { usulId, fields } = this.store.getState();
    const { current } = this.#ports.currentCase.getState();
    const isOpen = current.kind === 'terbuka' && current.usul.id === usulId;
    return isOpen && fields[field]?.status === 'ditemukan';
  }

  /** Gives the evidence of an account's documents, or (null) shows and reads nothing more, and forgets it. */
  seat(database: AccountDatabase | null): void {
    this.#clear();
    const { workers, queriesOf, surroundings, timing, currentCase, inbox } = this.#ports;
    if (!database) return;
    if (!workers) {
      this.#stop = [currentCase.subscribe(() => this.#showUnread())];
      return;
    }
    const { reader, matcher } = workers;
    const plan = new ReadAheadPlan({ database, engine: reader.engine, queriesOf, timing });
    const papers = new SamePapers(database, reader.engine, () => surroundings.idle());
    const match = keepMatches((...given) => matcher.match(...given));
    this.#sitting = { database, reader, matcher, match, plan, papers };
    this.#leave.follow();
    this.#stop = [
      () => this.#leave.end(),
      currentCase.subscribe(() => this.#followCase()),
      inbox.subscribe((now, before) => {
        if (now.queue !== before.queue || now.ready !== before.ready) this.#planSoon();
      }),
    ];
    this.#followCase();
    this.#planSoon();
  }

  #clear(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
    this.#case?.evidence.end();
    this.#case = null;
    this.#sitting = null;
    clearTimeout(this.#planTimer);
    this.#planTimer = undefined;
    this.#line.clear();
    this.#ports.workers?.matcher.rest();
    this.store.setState({ ...nothing, readings: {}, ahead: noneAhead });
  }

  #followCase(): void {
    const { current } = this.#ports.currentCase.getState();
    if (current.kind !== 'terbuka') {
      if (!this.#case) return;
      this.#leaveCase();
      this.store.setState({ ...nothing, readings: {} });
      this.#goOn();
      return;
    }
    const { usul, draft } = current;
    if (this.#case?.key !== keyOf(usul)) this.#openCase(usul, draft);
    else if (this.#case.evidence.followDraft(draft)) this.#showCase();
  }

  /** Nothing can be read here; what the person showed is all there is. */
  #showUnread(): void {
    const { current } = this.#ports.currentCase.getState();
    const open = current.kind === 'terbuka' ? current : null;
    const fields = withShownPlaces({}, open?.draft.places, {});
    this.store.setState({ usulId: open?.usul.id ?? null, reading: { kind: 'terhenti' }, fields });
  }

  #leaveCase(): void {
    this.#case?.evidence.end();
    this.#case = null;
  }

  #openCase(usul: Usul, draft: Draft): void {
    const sitting = this.#sitting;
    if (!sitting) return;
    this.#leaveCase();
    const { queriesOf, surroundings, timing, onError } = this.#ports;
    const { match, matcher } = sitting;
    const evidence = new CaseEvidence(usul, draft, {
      database: sitting.database,
      engine: sitting.reader.engine,
      queriesOf,
      matcher: { match, warn: (...about) => matcher.warn(...about) },
      findElsewhere: (...about) => sitting.papers.find(...about),
      pageDrawn: () => surroundings.pageDrawn(),
      pages: timing.casePages,
      onChange: () => {
        if (this.#case?.evidence !== evidence) return;
        this.#showCase();
        this.#goOn();
      },
      onError,
    });
    this.#case = { key: keyOf(usul), evidence };
    this.#showCase();
    // What is read ahead of it now may go on only if it is for this usul.
    this.#goOn();
    this.#planSoon();
    // The usul is shown first.
    setTimeout(() => {
      evidence.load().catch((cause: unknown) => {
        // Whoever locks the desk closes its database under it.
        if (this.#sitting === sitting) onError(cause);
      });
    }, 0);
  }

  #showCase(): void {
    if (!this.#case) return;
    const view = this.#case.evidence.view();
    const isStopped = this.#line.isBroken && view.reading.kind === 'membaca';
    this.store.setState(isStopped ? { ...view, reading: { kind: 'terhenti' } } : view);
  }

  /** Begins with what comes next, gives up what is not wanted any more, and shows how far it is. */
  #goOn(): void {
    const sitting = this.#sitting;
    if (!sitting) return;
    const { order } = this.#line;
    if (!order) this.#begin(sitting);
    else if (!this.#isWanted(order)) this.#line.giveUp();
    this.#showAhead(sitting);
  }

  #begin(sitting: Sitting): void {
    if (this.#line.isBroken) return;
    const open = this.#case?.evidence;
    const wanted = open?.next() ?? null;
    if (wanted) {
      this.#line.begin({ sha256: wanted.sha256, isAhead: false }, (signal) =>
        this.#readForCase(sitting, wanted, signal),
      );
    } else if ((!open || open.isLoaded) && this.#leave.mayBegin()) {
      const next = sitting.plan.next();
      if (!next) return;
      this.#line.begin({ sha256: next.sha256, isAhead: true }, (signal) =>
        this.#readAhead(sitting, next, signal),
      );
    }
  }

  #isWanted({ sha256, isAhead }: LineOrder): boolean {
    const open = this.#case?.evidence;
    if (!isAhead) return open?.wants(sha256) ?? false;
    if (!this.#leave.mayGoOn()) return false;
    // The open usul goes first; what is read of it already is finished.
    return !open?.next() || open.wants(sha256);
  }

  async #readForCase(sitting: Sitting, wanted: Wanted, signal: AbortSignal): Promise<void> {
    const { sha256 } = wanted;
    const open = this.#case?.evidence;
    try {
      const onProgress: CaseEvidence['onProgress'] = (sha, to) => open?.onProgress(sha, to);
      const { onError } = this.#ports;
      const place = { ...sitting, signal, onError, onProgress: onProgress.bind(null, sha256) };
      const from = this.#ports.clock();
      const outcome = await readWanted(place, wanted);
      if (this.#sitting !== sitting) return;
      this.#settle(sitting, sha256, outcome, this.#ports.clock() - from);
      open?.take(sha256, outcome);
    } catch (cause) {
      if (this.#sitting !== sitting) return;
      // Or it would be tried again and again.
      open?.take(sha256, { kind: 'nothing' });
      throw cause;
    }
  }

  async #readAhead(sitting: Sitting, next: DocumentAhead, signal: AbortSignal): Promise<void> {
    const { sha256 } = next;
    const from = this.#ports.clock();
    try {
      const outcome = await this.#tryAhead(sitting, next, signal);
      if (this.#sitting !== sitting) return;
      this.#settle(sitting, sha256, outcome, this.#ports.clock() - from);
      this.#takeAhead(sha256, outcome);
    } catch (cause) {
      // Whoever locks the desk closes its database under it.
      if (this.#sitting !== sitting) return;
      this.#settle(sitting, sha256, { kind: 'nothing' }, 0);
      throw cause;
    }
  }

  async #tryAhead(
    sitting: Sitting,
    next: DocumentAhead,
    signal: AbortSignal,
  ): Promise<ReadOutcome> {
    const { surroundings, onError } = this.#ports;
    await surroundings.idle();
    const wanted = await sitting.plan.wanted(next);
    if (signal.aborted) return { kind: 'cancelled' };
    if (!wanted) return { kind: 'nothing' };
    const place = { ...sitting, signal, onError, onProgress: () => {} };
    const outcome = await surroundings.alone('meja-baca', () => readWanted(place, wanted));
    if (outcome) return outcome;
    this.#leave.rest('turn');
    return { kind: 'cancelled' };
  }

  #settle({ plan, papers }: Sitting, sha256: string, outcome: ReadOutcome, tookMs: number): void {
    this.#line.note(outcome);
    plan.settle(sha256, outcome, tookMs);
    if (outcome.kind === 'read' && outcome.fresh) papers.note(sha256, outcome.fingerprint);
  }

  #takeAhead(sha256: string, outcome: ReadOutcome): void {
    // For the open usul it may not have gone far enough: that is asked of what was read, not taken for granted.
    if (outcome.kind === 'read') this.#case?.evidence.take(sha256, { ...outcome, fresh: false });
    // What cannot be kept would be read for nothing, again and again.
    if (outcome.kind === 'read' && outcome.isDiskFull) this.#leave.rest('disk_full');
  }

  #planSoon(): void {
    const sitting = this.#sitting;
    if (!sitting || this.#planTimer !== undefined) return;
    this.#planTimer = setTimeout(() => {
      this.#planTimer = undefined;
      this.#plan(sitting).catch((cause: unknown) => {
        if (this.#sitting === sitting) this.#ports.onError(cause);
      });
    }, this.#ports.timing.planMs);
  }

  async #plan(sitting: Sitting): Promise<void> {
    const { current } = this.#ports.currentCase.getState();
    const openId = current.kind === 'terbuka' ? current.usul.id : null;
    const { ready, queue } = this.#ports.inbox.getState();
    if (!ready) return;
    await sitting.plan.renew(queue, openId);
    if (this.#sitting === sitting) this.#goOn();
  }

  #showAhead({ plan }: Sitting): void {
    const ahead = { ...plan.progress(), state: this.#aheadState(plan) };
    const before = this.store.getState().ahead;
    const same =
      before.state === ahead.state &&
      before.doneDocuments === ahead.doneDocuments &&
      before.totalDocuments === ahead.totalDocuments &&
      before.secondsLeft === ahead.secondsLeft;
    if (!same) this.store.setState({ ahead });
  }

  #aheadState(plan: ReadAheadPlan): ReadAhead['state'] {
    if (this.#line.isBroken) return 'mati';
    if (this.#leave.isPaused) return 'dijeda';
    if (plan.isDone) return 'selesai';
    return this.#line.order?.isAhead === true ? 'membaca' : 'menunggu';
  }
}

function keyOf({ id, revision, version }: Usul): string {
  return `${id} ${revision} ${version}`;
}

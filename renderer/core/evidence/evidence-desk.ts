import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';
import { AheadLeave } from '#renderer/core/evidence/ahead-leave.ts';
import { CaseEvidence, type CaseEvidencePorts } from '#renderer/core/evidence/case-evidence.ts';
import { DecidedEvidence } from '#renderer/core/evidence/decided-evidence.ts';
import { DocumentFindings } from '#renderer/core/evidence/document-findings.ts';
import type { EvidenceStore, ReadAhead } from '#renderer/core/evidence/evidence-contract.ts';
import type { EvidencePorts, EvidenceWorkers } from '#renderer/core/evidence/evidence-ports.ts';
import { keepMatches } from '#renderer/core/evidence/kept-matches.ts';
import { keepAhead, noneAhead, ReadAheadPlan } from '#renderer/core/evidence/read-ahead.ts';
import { ReadingLine } from '#renderer/core/evidence/reading-line.ts';
import { ReadingTurns } from '#renderer/core/evidence/reading-turns.ts';
import { SamePapers } from '#renderer/core/evidence/same-papers.ts';
import { keepablePlace, withShownPlaces } from '#renderer/core/evidence/shown-places.ts';
import type { UnreadDecision } from '#renderer/core/outbox/unread-decisions.ts';
import { readUsul } from '#renderer/data/usul/usul-rows.ts';
import type { EvidenceMatcher } from '#renderer/workers/matching/client.ts';
import type { Usul } from '#shared/records/usul.ts';
import { withCorrections } from '#shared/workflow/told-decisions.ts';

const nothing = {
  usulId: null,
  reading: { kind: 'menunggu' },
  fields: {},
  warnings: [],
  unread: [],
  leftOut: [],
} as const;

/** What an account's evidence stands on while it sits at the desk. */
interface Sitting {
  readonly database: AccountDatabase;
  readonly engine: string;
  readonly plan: ReadAheadPlan;
  readonly papers: SamePapers;
  /** For decisions that were made too early. */
  readonly decided: DecidedEvidence;
  readonly findings: DocumentFindings;
  readonly turns: ReadingTurns;
  /** Remembers what it found. */
  readonly matcher: Pick<EvidenceMatcher, 'match' | 'warn'>;
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

  /** These decisions wait to be sent and were made before their documents were read. */
  followDecided(decisions: readonly UnreadDecision[]): void {
    this.#sitting?.decided.follow(decisions);
    this.#goOn();
  }

  /** Gives the evidence of an account's documents, or (null) shows and reads nothing more, and forgets it. */
  seat(database: AccountDatabase | null): void {
    this.#clear();
    const { workers, currentCase, inbox } = this.#ports;
    if (!database) return;
    if (!workers) {
      this.#stop = [currentCase.subscribe(() => this.#showUnread())];
      return;
    }
    this.#sitting = this.#sit(database, workers);
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

  #sit(database: AccountDatabase, { reader, matcher }: EvidenceWorkers): Sitting {
    const { queriesOf, surroundings, timing, showFindings } = this.#ports;
    const { engine } = reader;
    // Whoever locks the desk closes its database under it.
    const onError = (cause: unknown): void => {
      if (this.#sitting === sitting) this.#ports.onError(cause);
    };
    const plan = new ReadAheadPlan({ database, engine, queriesOf, timing });
    const papers = new SamePapers(database, engine, () => surroundings.idle());
    const open = (): CaseEvidence | null => this.#case?.evidence ?? null;
    const decided = new DecidedEvidence({
      ...this.#ports,
      readUsul: (usulId) => readUsul(database, usulId),
      begin: (usul, { verdicts }) =>
        this.#beginEvidence(sitting, withCorrections(usul, verdicts), { place: null }),
      open,
      onError,
    });
    const idle = (): Promise<void> => surroundings.idle();
    const findings = new DocumentFindings({ database, idle, onChange: showFindings, onError });
    findings.load().catch(onError);
    const turns = new ReadingTurns({
      ...this.#ports,
      database,
      reader,
      matcher,
      line: this.#line,
      leave: this.#leave,
      plan,
      papers,
      decided,
      findings,
      open,
      begin: (usul, onChange) => {
        const listens = { onChange, pageDrawn: () => Promise.resolve() };
        const evidence = this.#makeEvidence(
          sitting,
          withCorrections(usul),
          { place: null },
          listens,
        );
        evidence.load().catch(onError);
        return evidence;
      },
    });
    const match = keepMatches((...given) => matcher.match(...given));
    const warn: EvidenceMatcher['warn'] = (...about) => matcher.warn(...about);
    const sitting: Sitting = {
      database,
      engine,
      plan,
      papers,
      decided,
      findings,
      turns,
      matcher: { match, warn },
    };
    return sitting;
  }

  #clear(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
    this.#sitting?.turns.end();
    this.#sitting?.decided.end();
    this.#sitting?.findings.end();
    this.#leaveCase();
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
    const { draft } = current;
    const usul = withCorrections(current.usul, Object.values(draft.verdicts));
    if (this.#case?.key !== keyOf(usul)) return this.#openCase(usul, draft);
    this.#case.evidence.followValues(usul);
    if (this.#case.evidence.followDraft(draft)) this.#showCase();
  }

  /** Nothing can be read here; what the person showed is all there is. */
  #showUnread(): void {
    const { current } = this.#ports.currentCase.getState();
    const open = current.kind === 'terbuka' ? current : null;
    const fields = withShownPlaces({}, open?.draft.places, {});
    this.store.setState({ usulId: open?.usul.id ?? null, reading: { kind: 'terhenti' }, fields });
  }

  /** What was decided too early is read on. */
  #leaveCase(): void {
    const evidence = this.#case?.evidence;
    if (evidence && !this.#sitting?.decided.keeps(evidence)) evidence.end();
    this.#case = null;
  }

  #openCase(usul: Usul, draft: Draft): void {
    const sitting = this.#sitting;
    if (!sitting) return;
    this.#leaveCase();
    this.#case = { key: keyOf(usul), evidence: this.#beginEvidence(sitting, usul, draft) };
    this.#showCase();
    // What is read ahead of it now may go on only if it is for this usul.
    this.#goOn();
    this.#planSoon();
  }

  #beginEvidence(
    sitting: Sitting,
    usul: Usul,
    draft: Pick<Draft, 'place' | 'places'>,
  ): CaseEvidence {
    const { surroundings, onError } = this.#ports;
    const evidence = this.#makeEvidence(sitting, usul, draft, {
      pageDrawn: () => surroundings.pageDrawn(),
      onChange: () => {
        if (this.#case?.evidence === evidence) this.#showCase();
        else this.#noteFindings(sitting, evidence);
        sitting.decided.changed(evidence);
        this.#goOn();
      },
    });
    // The usul is shown first.
    setTimeout(() => {
      evidence.load().catch((cause: unknown) => {
        // Whoever locks the desk closes its database under it.
        if (this.#sitting === sitting) onError(cause);
      });
    }, 0);
    return evidence;
  }

  #makeEvidence(
    sitting: Sitting,
    usul: Usul,
    draft: Pick<Draft, 'place' | 'places'>,
    listens: Pick<CaseEvidencePorts, 'pageDrawn' | 'onChange'>,
  ): CaseEvidence {
    const { queriesOf, timing, onError } = this.#ports;
    return new CaseEvidence(usul, draft, {
      ...sitting,
      ...listens,
      queriesOf,
      findElsewhere: (...about) => sitting.papers.find(...about),
      pages: timing.casePages,
      onError,
    });
  }

  #showCase(): void {
    if (!this.#case || !this.#sitting) return;
    const { evidence } = this.#case;
    const view = evidence.view();
    this.#noteFindings(this.#sitting, evidence);
    const isStopped = this.#line.isBroken && view.reading.kind === 'membaca';
    const leftOut = [...view.unread, ...view.leftOut];
    const stopped = { reading: { kind: 'terhenti' }, unread: [], leftOut } as const;
    this.store.setState(isStopped ? { ...view, ...stopped } : view);
  }

  /** Lists know what all documents of an usul say once they were read. */
  #noteFindings({ findings }: Sitting, evidence: CaseEvidence): void {
    const view = evidence.view();
    if (!evidence.isLoaded || view.unread.length > 0) return;
    findings.note(evidence.usul, this.#ports.countFindings(evidence.usul, view));
  }

  /** Goes on with reading, and shows how far it is. */
  #goOn(): void {
    const sitting = this.#sitting;
    if (!sitting) return;
    sitting.turns.goOn();
    this.#showAhead(sitting);
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
    const { ahead: before } = this.store.getState();
    const ahead = keepAhead(before, { ...plan.progress(), state: this.#aheadState(plan) });
    if (ahead !== before) this.store.setState({ ahead });
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

import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { readUsul } from '#renderer/data/usul/usul-rows.ts';
import type { DocumentAhead } from '#renderer/data/documents/documents-ahead.ts';
import type { AheadLeave } from '#renderer/core/evidence/ahead-leave.ts';
import type { CaseEvidence } from '#renderer/core/evidence/case-evidence.ts';
import type { DecidedEvidence, WantedBy } from '#renderer/core/evidence/decided-evidence.ts';
import type { EvidencePorts, EvidenceWorkers } from '#renderer/core/evidence/evidence-ports.ts';
import type { ReadAheadPlan } from '#renderer/core/evidence/read-ahead.ts';
import type { LineOrder, ReadingLine } from '#renderer/core/evidence/reading-line.ts';
import { readWanted, type ReadOutcome } from '#renderer/core/evidence/read-wanted.ts';
import type { DocumentFindings } from '#renderer/core/evidence/document-findings.ts';
import type { SamePapers } from '#renderer/core/evidence/same-papers.ts';
import type { Usul } from '#shared/records/usul.ts';

/** How long it may take to look at what was read, in milliseconds. */
const lookMs = 20_000;

/** What turns are taken by. */
export interface ReadingTurnsPorts
  extends
    EvidenceWorkers,
    Pick<EvidencePorts, 'surroundings' | 'clock' | 'countFindings' | 'onError'> {
  readonly database: AccountDatabase;
  readonly line: ReadingLine;
  readonly leave: AheadLeave;
  readonly plan: ReadAheadPlan;
  readonly papers: SamePapers;
  readonly decided: DecidedEvidence;
  readonly findings: DocumentFindings;
  /** The evidence of the usul on the desk. */
  readonly open: () => CaseEvidence | null;
  /** Begins with the evidence of an usul that is on nobody's desk. */
  readonly begin: (usul: Usul, onChange: () => void) => CaseEvidence;
}

/**
 * Whose document is read next while one account sits at the desk: that of an usul which was decided too early and is still
 * held, then of the one on the desk, then what only waits for the network, then what comes up.
 */
export class ReadingTurns {
  readonly #ports: ReadingTurnsPorts;
  // Usul that were looked at ahead: once a sitting, whatever came of it.
  readonly #seen = new Set<string>();
  #ended = false;

  constructor(ports: ReadingTurnsPorts) {
    this.#ports = ports;
  }

  /** Begins with what comes next, and gives up what is not wanted any more. */
  goOn(): void {
    const { line } = this.#ports;
    const { order } = line;
    if (this.#ended) return;
    if (!order) this.#begin();
    else if (!this.#isWanted(order)) line.giveUp();
  }

  /** Whoever sat here left: what still comes of it is nobody's. */
  end(): void {
    this.#ended = true;
  }

  #begin(): void {
    const { line, leave, decided } = this.#ports;
    if (line.isBroken) return;
    const first = this.#firstWanted();
    const wanted = first ?? (leave.mayBegin() ? decided.next('late') : null);
    const open = this.#ports.open();
    if (wanted) {
      const order = { sha256: wanted.wanted.sha256, isAhead: false };
      line.begin(order, (signal) => this.#readFor(wanted, signal));
    } else if ((!open || open.isLoaded) && leave.mayBegin()) this.#beginAhead();
  }

  /** What was read is looked at before more is read. */
  #beginAhead(): void {
    const { line, plan, findings } = this.#ports;
    // The one on the desk is being compared already.
    const openId = this.#ports.open()?.usul.id;
    const isNews = (usulId: string, version: number): boolean =>
      usulId !== openId && !this.#seen.has(usulId) && !findings.isKnown(usulId, version);
    const whole = plan.readUsul().find(({ usulId, version }) => isNews(usulId, version));
    if (whole) {
      this.#seen.add(whole.usulId);
      const order = { sha256: whole.usulId, isAhead: true };
      line.begin(order, (signal) => this.#lookAhead(whole.usulId, signal));
      return;
    }
    const next = plan.next();
    if (!next) return;
    const order = { sha256: next.sha256, isAhead: true };
    line.begin(order, (signal) => this.#readAhead(next, signal));
  }

  #firstWanted(): WantedBy | null {
    const { decided } = this.#ports;
    const open = this.#ports.open();
    const wanted = open?.next();
    return decided.next('held') ?? (open && wanted ? { by: open, wanted } : null);
  }

  #isWanted({ sha256, isAhead }: LineOrder): boolean {
    const { decided, leave, open } = this.#ports;
    if (isAhead && !leave.mayGoOn()) return false;
    // What is read of them already is finished, and they go first.
    if (decided.wants(sha256, 'held') || open()?.wants(sha256)) return true;
    return (isAhead || decided.wants(sha256, 'late')) && !this.#firstWanted();
  }

  async #readFor({ by, wanted }: WantedBy, signal: AbortSignal): Promise<void> {
    const { clock } = this.#ports;
    const { sha256 } = wanted;
    try {
      const from = clock();
      const onProgress = (to: Parameters<CaseEvidence['onProgress']>[1]): void =>
        by.onProgress(sha256, to);
      const outcome = await readWanted({ ...this.#ports, signal, onProgress }, wanted);
      if (this.#ended) return;
      this.#settle(sha256, outcome, clock() - from);
      by.take(sha256, outcome);
      this.#takeElsewhere(sha256, outcome, by);
    } catch (cause) {
      // Whoever locks the desk closes its database under it.
      if (this.#ended) return;
      // Or it would be tried again and again.
      by.take(sha256, { kind: 'nothing' });
      throw cause;
    }
  }

  async #readAhead(next: DocumentAhead, signal: AbortSignal): Promise<void> {
    const { clock, leave } = this.#ports;
    const { sha256 } = next;
    const from = clock();
    try {
      const outcome = await this.#tryAhead(next, signal);
      if (this.#ended) return;
      this.#settle(sha256, outcome, clock() - from);
      this.#takeElsewhere(sha256, outcome, null);
      // What cannot be kept would be read for nothing, again and again.
      if (outcome.kind === 'read' && outcome.isDiskFull) leave.rest('disk_full');
    } catch (cause) {
      if (this.#ended) return;
      this.#settle(sha256, { kind: 'nothing' }, 0);
      throw cause;
    }
  }

  /** Finds out what the documents of an usul say against it, for the lists. */
  async #lookAhead(usulId: string, giveUp: AbortSignal): Promise<void> {
    const { database, surroundings, findings, begin, countFindings } = this.#ports;
    const signal = AbortSignal.any([giveUp, AbortSignal.timeout(lookMs)]);
    // Given up before anything was known: another time.
    giveUp.addEventListener('abort', () => this.#seen.delete(usulId));
    await surroundings.idle();
    const usul = giveUp.aborted || this.#ended ? null : await readUsul(database, usulId);
    if (!usul || giveUp.aborted) return;
    const evidence = await new Promise<CaseEvidence>((resolve) => {
      const looked = begin(usul, () => {
        if (looked.view().unread.length === 0 || looked.next()) resolve(looked);
      });
      signal.addEventListener('abort', () => resolve(looked));
    });
    const known = evidence.view();
    evidence.end();
    if (known.unread.length === 0) findings.note(usul, countFindings(usul, known));
  }

  async #tryAhead(next: DocumentAhead, signal: AbortSignal): Promise<ReadOutcome> {
    const { surroundings, plan, leave } = this.#ports;
    await surroundings.idle();
    const wanted = await plan.wanted(next);
    if (signal.aborted) return { kind: 'cancelled' };
    if (!wanted) return { kind: 'nothing' };
    const place = { ...this.#ports, signal, onProgress: () => {} };
    const outcome = await surroundings.alone('meja-baca', () => readWanted(place, wanted));
    if (outcome) return outcome;
    leave.rest('turn');
    return { kind: 'cancelled' };
  }

  #settle(sha256: string, outcome: ReadOutcome, tookMs: number): void {
    const { line, plan, papers } = this.#ports;
    line.note(outcome);
    plan.settle(sha256, outcome, tookMs);
    if (outcome.kind === 'read' && outcome.fresh) papers.note(sha256, outcome.fingerprint);
  }

  /** What was read for somebody else, or ahead. */
  #takeElsewhere(sha256: string, outcome: ReadOutcome, by: CaseEvidence | null): void {
    if (outcome.kind !== 'read') return;
    const { decided, open } = this.#ports;
    // It may not have gone far enough: that is asked of what was read, not taken for granted.
    const found = { ...outcome, fresh: false };
    for (const evidence of new Set([open(), ...decided.all])) {
      if (evidence !== by) evidence?.take(sha256, found);
    }
  }
}

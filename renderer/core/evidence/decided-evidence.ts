import type { CaseEvidence } from '#renderer/core/evidence/case-evidence.ts';
import type { EvidencePorts } from '#renderer/core/evidence/evidence-ports.ts';
import type { Wanted } from '#renderer/core/evidence/read-wanted.ts';
import type { UnreadDecision } from '#renderer/core/outbox/unread-decisions.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Decision } from '#shared/workflow/decision.ts';

/** What reading for decisions stands on. */
export interface DecidedEvidencePorts extends Pick<
  EvidencePorts,
  'surroundings' | 'tellDecided' | 'longestHoldMs' | 'now' | 'onError'
> {
  /** The usul as it is on this PC; undefined when it left. */
  readonly readUsul: (usulId: string) => Promise<Usul | undefined>;
  /** Begins with the evidence of an usul as a decision judged it. */
  readonly begin: (usul: Usul, decision: Decision) => CaseEvidence;
  /** The evidence of the usul on the desk. */
  readonly open: () => CaseEvidence | null;
}

/** Decisions that are still held, or (`late`) those that wait for nothing but the network. */
type When = 'held' | 'late';

/** So many of those that wait for the network are looked at side by side; there may be a day's work of them. */
const mostLate = 3;

interface Kept extends UnreadDecision {
  /** Null while it is not begun. */
  evidence: CaseEvidence | null;
  /** Set once this window reads for it, or waits until no other does. */
  leaving: AbortController | null;
  isEnough: boolean;
}

/**
 * Goes on reading for decisions that were made before their documents were read, as long as they wait to be sent: what is
 * found meanwhile can still be told to whoever made them. One window of the PC reads for each.
 */
export class DecidedEvidence {
  readonly #ports: DecidedEvidencePorts;
  readonly #kept = new Map<string, Kept>();

  constructor(ports: DecidedEvidencePorts) {
    this.#ports = ports;
  }

  /** These decisions wait. */
  follow(decisions: readonly UnreadDecision[]): void {
    const ids = new Set(decisions.map(({ decision }) => decision.id));
    for (const [id, kept] of this.#kept) {
      if (ids.has(id)) continue;
      this.#kept.delete(id);
      this.#end(kept);
    }
    for (const one of decisions) {
      if (this.#kept.has(one.decision.id)) continue;
      const kept: Kept = { ...one, evidence: this.#openFor(one), leaving: null, isEnough: false };
      this.#kept.set(one.decision.id, kept);
      this.#look(kept);
    }
    this.#goOn();
  }

  /** All of it. */
  get all(): readonly CaseEvidence[] {
    return [...this.#kept.values()].flatMap(({ evidence }) => evidence ?? []);
  }

  /** Whether this evidence is read on when its usul leaves the desk. */
  keeps(evidence: CaseEvidence): boolean {
    return this.all.includes(evidence);
  }

  /** Evidence says something else than before. */
  changed(evidence: CaseEvidence): void {
    for (const kept of this.#kept.values()) if (kept.evidence === evidence) this.#look(kept);
    this.#goOn();
  }

  /** The file to be read next for one of them. */
  next(when: When): WantedBy | null {
    for (const evidence of this.#reading(when)) {
      const wanted = evidence.next();
      if (wanted) return { by: evidence, wanted };
    }
    return null;
  }

  /** Whether a file is (still) to be read for one of them. */
  wants(sha256: string, when: When): boolean {
    return this.#reading(when).some((evidence) => evidence.wants(sha256));
  }

  /** Whoever decided leaves the desk. */
  end(): void {
    const all = [...this.#kept.values()];
    this.#kept.clear();
    for (const kept of all) this.#end(kept);
  }

  #reading(when: When): readonly CaseEvidence[] {
    return [...this.#kept.values()].flatMap((kept) =>
      kept.evidence && !kept.isEnough && this.#whenOf(kept) === when ? kept.evidence : [],
    );
  }

  // By a clock that was set back it would be held for years; it is sent all the same.
  #whenOf({ heldUntil }: Kept): When {
    const left = heldUntil - this.#ports.now().getTime();
    return left > 0 && left <= this.#ports.longestHoldMs ? 'held' : 'late';
  }

  /** Begins with every decision that is held, and with some of the others. */
  #goOn(): void {
    const begun = [...this.#kept.values()].filter(({ leaving }) => leaving !== null);
    let late = begun.filter((kept) => this.#whenOf(kept) === 'late' && isAtWork(kept)).length;
    for (const kept of this.#kept.values()) {
      if (kept.leaving !== null || kept.isEnough) continue;
      if (this.#whenOf(kept) === 'late') late += 1;
      if (this.#whenOf(kept) === 'held' || late <= mostLate) this.#begin(kept);
    }
  }

  #begin(kept: Kept): void {
    const { surroundings, onError } = this.#ports;
    const leaving = new AbortController();
    kept.leaving = leaving;
    const { signal } = leaving;
    const work = async (): Promise<void> => {
      kept.evidence ??= await this.#evidenceOf(kept);
      // The turn is kept as long as this window reads.
      if (kept.evidence && !signal.aborted) {
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      }
    };
    surroundings.inTurn(`meja-putusan-${kept.decision.id}`, work, signal).catch(onError);
  }

  async #evidenceOf({ decision, leaving }: Kept): Promise<CaseEvidence | null> {
    const usul = await this.#ports.readUsul(decision.usulId);
    if (!usul || !isAbout(decision, usul) || leaving?.signal.aborted) return null;
    return this.#ports.begin(usul, decision);
  }

  #openFor({ decision }: UnreadDecision): CaseEvidence | null {
    const open = this.#ports.open();
    return open && isAbout(decision, open.usul) ? open : null;
  }

  #look(kept: Kept): void {
    const { decision, evidence, isEnough } = kept;
    if (!evidence || isEnough) return;
    kept.isEnough = this.#ports.tellDecided(decision, evidence.usul, evidence.view());
    if (kept.isEnough) this.#end(kept);
  }

  #end(kept: Kept): void {
    const { evidence, leaving } = kept;
    leaving?.abort();
    kept.evidence = null;
    if (evidence && evidence !== this.#ports.open() && !this.keeps(evidence)) evidence.end();
  }
}

/** A file to be read, and for whom. */
export interface WantedBy {
  readonly by: CaseEvidence;
  readonly wanted: Wanted;
}

/** Whether it is being found out what there is to read, or there is something; not what waits for its file. */
function isAtWork({ evidence, isEnough }: Kept): boolean {
  if (isEnough) return false;
  return evidence === null || !evidence.isLoaded || evidence.next() !== null;
}

/** Whether a decision judges the usul as it is; of another one the server would not take it. */
function isAbout({ usulId, revision, version }: Decision, usul: Usul): boolean {
  return usulId === usul.id && revision === usul.revision && version === usul.version;
}

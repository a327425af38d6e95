import type { CaseEvidence } from '#renderer/core/evidence/case-evidence.ts';
import type { TellDecided } from '#renderer/core/evidence/evidence-contract.ts';
import type { Wanted } from '#renderer/core/evidence/read-wanted.ts';
import type { UnreadDecision } from '#renderer/core/outbox/unread-decisions.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Decision } from '#shared/workflow/decision.ts';

/** What reading for decisions stands on. */
export interface DecidedEvidencePorts {
  /** The usul as it is on this PC; undefined when it left. */
  readonly readUsul: (usulId: string) => Promise<Usul | undefined>;
  /** Begins with the evidence of an usul. */
  readonly begin: (usul: Usul) => CaseEvidence;
  readonly tell: TellDecided;
  /** ms epoch. */
  readonly now: () => number;
  readonly onError: (cause: unknown) => void;
}

/** Decisions that are still held, or (`late`) those that wait for nothing but the network. */
type When = 'held' | 'late';

interface Kept extends UnreadDecision {
  /** Null while it is not begun. */
  evidence: CaseEvidence | null;
  isEnough: boolean;
}

/**
 * Goes on reading for decisions that were made before their documents were read, as long as they wait to be sent: what is
 * found meanwhile can still be told to whoever made them.
 */
export class DecidedEvidence {
  readonly #ports: DecidedEvidencePorts;
  readonly #kept = new Map<string, Kept>();

  constructor(ports: DecidedEvidencePorts) {
    this.#ports = ports;
  }

  /** These decisions wait; `open`: the evidence of the usul on the desk, which one of them may just have been about. */
  follow(decisions: readonly UnreadDecision[], open: CaseEvidence | null): void {
    const ids = new Set(decisions.map(({ decision }) => decision.id));
    for (const [id, { evidence }] of this.#kept) {
      if (ids.has(id)) continue;
      this.#kept.delete(id);
      if (evidence !== open) evidence?.end();
    }
    for (const one of decisions) {
      if (!this.#kept.has(one.decision.id)) this.#begin(one, open);
    }
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
    for (const evidence of this.all) evidence.end();
    this.#kept.clear();
  }

  #reading(when: When): readonly CaseEvidence[] {
    const now = this.#ports.now();
    return [...this.#kept.values()].flatMap(({ evidence, heldUntil, isEnough }) => {
      const isHeld = heldUntil > now;
      return evidence && !isEnough && isHeld === (when === 'held') ? evidence : [];
    });
  }

  #begin(one: UnreadDecision, open: CaseEvidence | null): void {
    const { decision } = one;
    const isOpen = open !== null && isAbout(decision, open.usul);
    const kept: Kept = { ...one, evidence: isOpen ? open : null, isEnough: false };
    this.#kept.set(decision.id, kept);
    if (isOpen) this.#look(kept);
    else this.#load(kept).catch(this.#ports.onError);
  }

  async #load(kept: Kept): Promise<void> {
    const { decision } = kept;
    const usul = await this.#ports.readUsul(decision.usulId);
    if (!usul || !isAbout(decision, usul) || this.#kept.get(decision.id) !== kept) return;
    kept.evidence = this.#ports.begin(usul);
  }

  #look(kept: Kept): void {
    const { decision, evidence, isEnough } = kept;
    if (!evidence || isEnough) return;
    kept.isEnough = this.#ports.tell(decision, evidence.usul, evidence.view());
  }
}

/** A file to be read, and for whom. */
export interface WantedBy {
  readonly by: CaseEvidence;
  readonly wanted: Wanted;
}

/** Whether a decision judges the usul as it is; of another one the server would not take it. */
function isAbout({ usulId, revision, version }: Decision, usul: Usul): boolean {
  return usulId === usul.id && revision === usul.revision && version === usul.version;
}

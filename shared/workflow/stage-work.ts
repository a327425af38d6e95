import type { Outcome } from '#shared/workflow/decision.ts';
import type { ActiveStage, UsulPosition } from '#shared/records/usul.ts';

/** What a decision at a stage may be, and what it must bring of its own (design.md section 4, domain.md 0.6). */
export interface StageWork {
  /** What may be chosen, in the order of buttons and keys; the workflow allows no other. */
  readonly outcomes: readonly Outcome[];
  /**
   * Whose verdicts carry an usul on: each field judged by whoever decides, or those of the stages before, to which he or she
   * may add verdicts against them.
   */
  readonly verdicts: 'sendiri' | 'terdahulu';
  /** Whether every page of every document has to have been on the screen of whoever passes the usul on. */
  readonly everyPage: boolean;
  /** Whether a value that the document proves wrong may be put right there (domain.md 0.7, 4.3). */
  readonly corrects: boolean;
}

/**
 * The work of each stage. The verifikator's legal test is the whole comparison of data and document. BKN looks at the papers
 * again, and BKPSDM approves what was verified: neither judges each field once more.
 */
export const stageWork: Readonly<Record<ActiveStage, StageWork>> = {
  verifikasi: {
    outcomes: ['teruskan', 'perbaikan', 'tolak', 'koordinasi'],
    verdicts: 'sendiri',
    everyPage: true,
    corrects: true,
  },
  validasi: {
    outcomes: ['teruskan', 'perbaikan', 'tolak', 'koordinasi'],
    verdicts: 'terdahulu',
    everyPage: true,
    corrects: false,
  },
  persetujuan: {
    outcomes: ['teruskan', 'perbaikan', 'tolak', 'kembalikan'],
    verdicts: 'terdahulu',
    everyPage: false,
    corrects: false,
  },
};

/** The stage at which an usul is decided next: where it stands; the first for one that is settled, or with its ASN. */
export function stageOf(position: UsulPosition): ActiveStage {
  return position.kind === 'menunggu' || position.kind === 'koordinasi'
    ? position.stage
    : 'verifikasi';
}

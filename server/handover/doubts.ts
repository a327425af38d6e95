import { pullNotedEveryMs } from '#server/feed/note-pull.ts';
import type { LateDecision } from '#server/handover/waiting.ts';

/** What speaks against a decision that arrived after an end. */
export type Doubt =
  /** Its id, or it itself, says that it was made after the end. */
  | { readonly kind: 'dibuat_setelah_akhir'; readonly at: Date }
  /** It names another time than its id: one of them was changed. */
  | { readonly kind: 'waktu_tidak_cocok'; readonly idAt: Date; readonly madeAt: Date }
  /** It judges the usul in a state that this PC was never sent. */
  | { readonly kind: 'versi_tak_pernah_dikirim' }
  /** The PC's clock was ahead by so much. */
  | { readonly kind: 'jam_di_depan'; readonly aheadMs: number };

/** The usul that a decision is about, as it is now. */
export interface JudgedUsul {
  readonly version: number;
  /** Since when it has this version; null: since before that was noted. */
  readonly versionAt: Date | null;
}

/** What is the same moment, however slow a PC is. */
const sameMomentMs = 600_000;

/**
 * What speaks against a decision; empty: nothing that the server could see. `version`: of the usul, as the decision judges
 * it; `usul`: null when there is none.
 */
export function doubtsOf(
  late: LateDecision,
  version: number | null,
  usul: JudgedUsul | null,
): readonly Doubt[] {
  const { decisionId, madeAt, sealedAt, endedAt, pulledAt, receivedAt } = late;
  const idAt = timeOfId(decisionId);
  // A clock that stamped the file later than now is certainly ahead, and by so much its other times are too.
  const aheadMs = Math.max(0, sealedAt.getTime() - receivedAt.getTime());
  const latest = new Date(Math.max(idAt.getTime(), madeAt.getTime()) - aheadMs);
  const doubts: Doubt[] = [];
  if (latest > endedAt) doubts.push({ kind: 'dibuat_setelah_akhir', at: latest });
  if (Math.abs(idAt.getTime() - madeAt.getTime()) > sameMomentMs) {
    doubts.push({ kind: 'waktu_tidak_cocok', idAt, madeAt });
  }
  if (wasNeverSent(version, usul, pulledAt)) doubts.push({ kind: 'versi_tak_pernah_dikirim' });
  if (aheadMs > sameMomentMs) doubts.push({ kind: 'jam_di_depan', aheadMs });
  return doubts;
}

function wasNeverSent(
  version: number | null,
  usul: JudgedUsul | null,
  pulledAt: Date | null,
): boolean {
  if (version === null) return false;
  if (!usul || version > usul.version) return true;
  if (version < usul.version || !usul.versionAt || !pulledAt) return false;
  return usul.versionAt.getTime() > pulledAt.getTime() + pullNotedEveryMs;
}

/** The time in a UUIDv7: its first 48 bits, ms epoch (RFC 9562, 5.7). */
function timeOfId(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
}

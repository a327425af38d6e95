import type { Draft } from '#renderer/data/schema/rows.ts';
import { doubtful } from '#renderer/core/case/case-sentences.ts';
import { findReason } from '#shared/workflow/reasons.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { Usul } from '#shared/records/usul.ts';

/** Reasons that only make sense when some field was not found matching. */
const reasonsInFields = new Set(['DATA_BEDA', 'DOK_KABUR', 'HAPUS_TAK_BERDASAR']);

/**
 * A sentence when the draft sends an usul back or refuses it for a reason that its own verdicts deny: every field was
 * found matching. Nothing is missing then, so it is no gap; a person should look once more.
 */
export function findDoubt(usul: Usul, draft: Draft): string | null {
  if (draft.outcome !== 'perbaikan' && draft.outcome !== 'tolak') return null;
  const verdicts = fieldsToJudge(usul).map(({ name }) => draft.verdicts[name]?.verdict);
  if (verdicts.length === 0 || verdicts.some((verdict) => verdict !== 'sesuai')) return null;
  const denied = draft.reasons.find((code) => reasonsInFields.has(code));
  const label = denied === undefined ? undefined : findReason(denied)?.label;
  return label === undefined ? null : doubtful(label);
}

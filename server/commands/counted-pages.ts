import type { Tx } from '#server/store/database.ts';
import type { Evidence } from '#shared/workflow/decision.ts';

/**
 * The pages that a decision says were looked at, by the number of pages that the server counted instead of the number
 * that it states. A document that was not counted yet, or cannot be, is left as it is stated.
 */
export async function byCountedPages(
  tx: Tx,
  evidence: readonly Evidence[],
): Promise<readonly Evidence[]> {
  if (evidence.length === 0) return evidence;
  const shas = [...new Set(evidence.map(({ sha256 }) => sha256))];
  const rows = await tx
    .selectFrom('document')
    .select(['sha256', 'page_count'])
    .where('sha256', 'in', shas)
    .execute();
  const counts = new Map(rows.map((row) => [row.sha256, row.page_count]));
  return evidence.map((entry) => {
    const counted = counts.get(entry.sha256) ?? null;
    // One that nobody could open on the PC is worse than any count.
    if (counted === null || entry.pageCount === null) return entry;
    return { ...entry, pageCount: counted === 0 ? null : counted };
  });
}

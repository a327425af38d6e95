import { growing } from '#tests/support/plans/many-usul.ts';
import type { Read } from '#tests/support/plans/seen-plans.ts';

/**
 * Reads of tables that grow that would grow with them: of more rows than that, or of a table as a whole, however short it is
 * here.
 */
export function excessiveReads(reads: readonly Read[], mostRows: number): readonly string[] {
  const found = reads.filter(
    ({ step, from, rows }) => rows > mostRows || (step === 'Seq Scan' && isGrowing(from)),
  );
  return found.map(
    ({ step, from, rows, query }) => `${step} on ${from}: ${rows} rows: ${shortened(query)}`,
  );
}

const isGrowing = (name: string): boolean =>
  growing.some((table) => table === name.replace(/_p\d+$/, ''));

/** Parts of the history of usul, and their indexes. */
const historyPart = /^(?:usul_event|usul_revision|usul_document|decision)(_p\d+)/;

/**
 * Reads of other parts of the history than the own one (`_p0` and so on: of every table the one in which an instansi lies,
 * because all have as many). Whoever reads no history shows nothing, and is told as well.
 */
export function strayedReads(reads: readonly Read[], ownPart: string): readonly string[] {
  const inHistory = reads.flatMap(({ from, loops, query }) => {
    const [, part] = historyPart.exec(from) ?? [];
    return part === undefined || loops === 0
      ? []
      : [{ part, told: `${from}: ${shortened(query)}` }];
  });
  if (inHistory.length === 0) return ['no history was read'];
  return inHistory.filter(({ part }) => part !== ownPart).map(({ told }) => told);
}

function shortened(query: string): string {
  return query.replaceAll(/\s+/g, ' ').slice(0, 700);
}

import type { UsulRow } from '#renderer/data/schema/stored-rows.ts';
import type { Usul } from '#shared/records/usul.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** What a list shows of an usul that has to be worked out from its body. */
export type UsulDigest = Pick<UsulRow, 'round' | 'findings'>;

/** Works out what a list shows of an usul; `today` is the day that the rules compare with. */
export function digestOf(usul: Usul, today: LocalDate): UsulDigest {
  return { round: roundOf(usul), findings: countFindings(usul, today) };
}

// A resubmission is a new revision, so a `kembalikan` of this revision is how the usul came here last.
function roundOf({ history, revision }: Usul): UsulRow['round'] {
  const returned = history.some(
    (event) => event.action === 'kembalikan' && event.revision === revision,
  );
  if (returned) return 'dikembalikan';
  return revision > 1 ? 'diajukan_ulang' : 'baru';
}

function countFindings(usul: Usul, today: LocalDate): UsulRow['findings'] {
  const counts = { galat: 0, peringatan: 0 };
  for (const { level } of checkUsul(usul, today)) if (level !== 'info') counts[level] += 1;
  return counts;
}

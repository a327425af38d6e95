import { emptyDraft } from '#renderer/core/case/draft.ts';
import { openWarnings } from '#renderer/core/case/open-warnings.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import { warningLabel } from '#shared/records/warning-labels.ts';
import type { ShownUsul } from '#tests/bench/evidence/demo/shown-usul.ts';

/** The warnings that a person must acknowledge before such an usul is passed on, by their names. */
export function askedOver(usul: Usul, shown: ShownUsul, today: LocalDate): readonly string[] {
  const documents = { fields: Object.fromEntries(shown.fields), warnings: shown.warnings };
  const about = { usul, findings: checkUsul(usul, today), documents };
  return openWarnings(about, emptyDraft(usul)).map((warning) => warningLabel(warning, usul));
}

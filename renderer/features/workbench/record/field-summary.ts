import type { Verdict } from '#renderer/features/workbench/open-case.ts';
import type { CaseField } from '#renderer/features/workbench/record/case-fields.ts';
import { recordText } from '#renderer/ui/text/record.ts';
import { workbenchText } from '#renderer/ui/text/workbench.ts';
import { verdictLabels } from '#shared/workflow/labels.ts';
import type { UsulKind } from '#shared/records/usul.ts';

/** A field in one sentence for a screen reader: label, values, verdict. */
export function fieldSummary(
  field: Pick<CaseField, 'spec' | 'old' | 'proposed'>,
  kind: UsulKind,
  verdict: Verdict | null,
): string {
  const proposed = field.proposed === '' ? workbenchText.empty : field.proposed;
  const old = field.old === '' ? workbenchText.empty : field.old;
  const stays = `${proposed} (${recordText.unchanged})`;
  const change = old === proposed ? stays : workbenchText.oldSummary(old, proposed);
  return workbenchText.fieldSummary(
    field.spec.label,
    kind === 'ubah' ? change : proposed,
    verdict === null ? workbenchText.notJudged : verdictLabels[verdict],
  );
}

import type { CaseField } from '#renderer/features/workbench/record/case-fields.ts';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { Judgement } from '#shared/workflow/decision.ts';
import { emptyValue } from '#renderer/ui/diff/diff-part.ts';
import { roleName, verdictLabelsOf } from '#shared/workflow/workflow-labels.ts';
import type { UsulKind } from '#shared/records/usul.ts';
import type { ToldVerdict } from '#shared/workflow/told-decisions.ts';

/** A field in one sentence for a screen reader: label, values, verdict. */
export function fieldSummary(
  field: Pick<CaseField, 'spec' | 'old' | 'proposed' | 'corrected'>,
  kind: UsulKind,
  verdict: Judgement | null,
  adopted: Pick<ToldVerdict, 'verdict' | 'by'> | null = null,
): string {
  const proposed = field.proposed === '' ? emptyValue : field.proposed;
  const old = field.old === '' ? emptyValue : field.old;
  const stays = `${proposed} (${recordText.unchanged})`;
  const change = old === proposed ? stays : workbenchText.oldSummary(old, proposed);
  return workbenchText.fieldSummary(
    field.spec.label,
    withCorrection(kind === 'ubah' ? change : proposed, field.corrected),
    verdict === null ? toldWords(kind, adopted) : verdictLabelsOf(kind)[verdict],
  );
}

function withCorrection(values: string, corrected: string | null): string {
  return corrected === null ? values : `${values} ${workbenchText.correction.becomes} ${corrected}`;
}

function toldWords(kind: UsulKind, told: Pick<ToldVerdict, 'verdict' | 'by'> | null): string {
  if (told === null) return workbenchText.notJudged;
  return workbenchText.toldBy(verdictLabelsOf(kind)[told.verdict], roleName(told.by));
}

import {
  documentWarnings,
  doubtedFields,
  type KnownDocuments,
} from '#renderer/core/case/open-warnings.ts';
import { notAcknowledged, type OpenWarning } from '#shared/records/open-warning.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import { judgedUnder } from '#shared/workflow/told-decisions.ts';

/**
 * What documents say that were read after the decision was made, and that it did not answer. What they say of a field may
 * turn with the next one of them: it counts when all were read.
 */
export function unanswered(
  decision: Decision,
  usul: Usul,
  documents: KnownDocuments,
): readonly OpenWarning[] {
  if (decision.outcome !== 'teruskan') return [];
  const judged = judgedUnder(usul, decision);
  const isWhole = documents.unread.length === 0;
  const open = [
    ...documentWarnings(judged, documents),
    ...(isWhole ? doubtedFields(judged, documents) : []),
  ];
  return notAcknowledged(open, decision.acknowledged ?? []);
}

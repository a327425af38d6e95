import { stagesOf } from '#shared/workflow/authority/authority.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { ActiveStage, UsulPosition } from '#shared/records/usul.ts';

/**
 * The stages that still follow when the decision where the usul stands is that it meets the requirements (domain.md 0.2):
 * for five record types BKN validates before BKPSDM approves. Empty at the last stage, and where nobody decides.
 */
export function stagesAhead(
  recordType: RecordTypeId,
  position: UsulPosition,
): readonly ActiveStage[] {
  if (position.kind === 'selesai') return [];
  const stages = stagesOf(recordType);
  // What comes back from its ASN begins again.
  const stage = position.kind === 'perbaikan' ? null : position.stage;
  return stage === null ? stages : stages.slice(stages.indexOf(stage) + 1);
}

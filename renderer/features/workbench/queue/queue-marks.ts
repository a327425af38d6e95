import { shortType } from '#renderer/features/workbench/short-type.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import { formatDay, formatDaysLeft, urgencyOf } from '#renderer/ui/format/dates.ts';
import { usulKindLabels } from '#shared/records/record-labels.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** What an usul of the queue is marked with, the weightiest first. */
export type QueueMark = 'milik' | 'galat' | 'lewat' | 'dokumen' | 'peringatan' | 'konsep';

type MarkedRow = Pick<InboxRow, 'own' | 'findings' | 'documentFindings' | 'deadline' | 'hasDraft'>;

/** The marks of an usul, the weightiest first: the narrow strip has room for one. */
export function queueMarks(row: MarkedRow, today: LocalDate): readonly QueueMark[] {
  const marks: QueueMark[] = [];
  if (row.own) marks.push('milik');
  if (row.findings.galat > 0) marks.push('galat');
  if (urgencyOf(row.deadline, today) === 'lewat') marks.push('lewat');
  if (row.documentFindings > 0) marks.push('dokumen');
  if (row.findings.peringatan > 0) marks.push('peringatan');
  if (row.hasDraft) marks.push('konsep');
  return marks;
}

/** All that a line of the queue says, in words: for its tooltip and for a screen reader. */
export function queueSummary(
  row: MarkedRow & Pick<InboxRow, 'nama' | 'recordType' | 'kind'>,
  today: LocalDate,
): string {
  const words = workbenchText.queue;
  return [
    row.nama,
    `${shortType(row.recordType)}, ${usulKindLabels[row.kind].toLowerCase()}`,
    words.due(formatDay(row.deadline), formatDaysLeft(row.deadline, today)),
    ...(row.own ? [words.own] : []),
    ...(row.findings.galat > 0 ? [words.errors(row.findings.galat)] : []),
    ...(row.findings.peringatan > 0 ? [words.warnings(row.findings.peringatan)] : []),
    ...(row.documentFindings > 0 ? [words.documents(row.documentFindings)] : []),
    ...(row.hasDraft ? [words.draft] : []),
  ].join(' · ');
}

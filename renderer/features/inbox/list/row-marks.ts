import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import type { InboxWords } from '#renderer/features/inbox/text/inbox-words.ts';
import { statusOf } from '#renderer/core/inbox/inbox-list.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';

/** One thing to be known of an usul. */
export interface RowMark {
  readonly kind:
    | 'status'
    | 'milik'
    | 'rekan'
    | 'massal'
    | 'pertanyaan'
    | 'pesan'
    | 'diputuskan'
    | 'ditolak'
    | 'konsep'
    | 'ulang'
    | 'dikembalikan';
  readonly label: string;
  /** The same in full, where the label is short. */
  readonly hint?: string;
}

type Marked = Pick<
  InboxRow,
  'position' | 'task' | 'own' | 'colleagues' | 'decided' | 'hasDraft' | 'round' | 'revision'
> &
  Partial<Pick<InboxRow, 'unread' | 'barred'>>;

/**
 * What is to be known of an usul besides its data, most important first; its state only where the list has several. `batch`: it
 * waits in an open one.
 */
export function rowMarksOf(
  row: Marked,
  withStatus: boolean,
  batch?: 'sampel' | 'massal',
  words: Pick<InboxWords, 'statuses' | 'ownHint'> = inboxText,
): readonly RowMark[] {
  const marks: RowMark[] = [];
  const { unread = 0 } = row;
  if (unread > 0) marks.push({ kind: 'pesan', label: inboxText.newMessages(unread) });
  if (row.decided !== null) {
    const kind = row.decided === 'ditolak' ? 'ditolak' : 'diputuskan';
    marks.push({ kind, label: inboxText.decidedStates[row.decided] });
  } else if (row.own) {
    marks.push({ kind: 'milik', label: inboxText.own, hint: words.ownHint });
  } else if (row.barred) {
    marks.push({ kind: 'rekan', label: inboxText.barred, hint: inboxText.barredHint });
  } else if (row.colleagues) {
    marks.push({ kind: 'rekan', label: inboxText.colleagues, hint: inboxText.colleaguesHint });
  } else if (row.task === 'answer') {
    const { question: label, questionHint: hint } = inboxText;
    marks.push({ kind: 'pertanyaan', label, hint });
  } else if (withStatus) {
    marks.push({ kind: 'status', label: words.statuses[statusOf(row)] });
  }
  if (batch && row.decided === null) {
    const { label, hint } = inboxText.inBatch[batch];
    marks.push({ kind: 'massal', label, hint });
  }
  if (row.round === 'dikembalikan') {
    marks.push({
      kind: 'dikembalikan',
      label: inboxText.returned,
      hint: inboxText.returnedHint,
    });
  }
  if (row.hasDraft) marks.push({ kind: 'konsep', label: inboxText.draft });
  if (row.revision > 1) marks.push({ kind: 'ulang', label: inboxText.round(row.revision) });
  return marks;
}

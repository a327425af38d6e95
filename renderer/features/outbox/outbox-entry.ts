import { outboxText } from '#renderer/features/outbox/texts.ts';
import type { OutboxStore } from '#renderer/core/outbox/outbox-contract.ts';
import { deletionReasonField } from '#shared/records/deletion/deletion-claim.ts';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import { toldWarnings } from '#shared/records/open-warning.ts';
import { usulKindLabels } from '#shared/records/record-labels.ts';
import { showCorrection } from '#shared/workflow/correction.ts';
import { verdictLabels } from '#shared/workflow/workflow-labels.ts';
import { recordTypeIds } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { showField } from '#shared/records/value-text.ts';
import { warningLabel } from '#shared/records/warning-labels.ts';
import { findReason } from '#shared/workflow/reasons.ts';
import { usulKinds } from '#shared/records/usul.ts';

/** A decision on its way. */
export type OutboxEntryView = OutboxStore['entries'][number];

/** What the person can still do about a decision: nothing, correct it, or (refused) decide again or let it go. */
export function remedyOf(entry: OutboxEntryView): 'perbaiki' | 'putuskan_ulang' | null {
  const { state } = entry;
  if (state.kind === 'menunggu') return 'perbaiki';
  return state.kind === 'ditolak' && state.handled.kind === 'belum' ? 'putuskan_ulang' : null;
}

/** Kind and record type in words; an id that this version does not know is shown as it is. */
export function recordTitle(entry: OutboxEntryView): string {
  const type = recordTypeIds.find((id) => id === entry.recordType);
  const kind = usulKinds.find((id) => id === entry.usulKind);
  return `${kind ? usulKindLabels[kind] : entry.usulKind} · ${type ? recordTypes[type].label : entry.recordType}`;
}

/** The reasons by their names. */
export function reasonLines(entry: OutboxEntryView): readonly string[] {
  return entry.decision.reasons.map((code) => findReason(code)?.label ?? code);
}

/** The open warnings over which it was decided, by their names. */
export function acknowledgedLines({ decision, recordType }: OutboxEntryView): readonly string[] {
  const { acknowledged } = toldWarnings(decision.acknowledged);
  return acknowledged.map((warning) => warningLabel(warning, { recordType }));
}

/** That documents were still being read when it was decided. */
export function unreadLines({ decision }: OutboxEntryView): readonly string[] {
  const { unread } = toldWarnings(decision.acknowledged);
  return unread.length === 0 ? [] : [outboxText.documents(unread.length)];
}

/** For which reason a deletion was judged that states none itself. */
export function deletionReasonLines({ decision }: OutboxEntryView): readonly string[] {
  const { deletionReason } = decision;
  return deletionReason === undefined ? [] : [showField(deletionReasonField, deletionReason)];
}

/** Reasons and note in one line. */
export function explanation(entry: OutboxEntryView): string {
  return [...reasonLines(entry), entry.decision.note].filter((text) => text !== '').join(' · ');
}

/** A field that was not found in order, by the name a person knows. */
export interface DifferingField {
  readonly label: string;
  readonly verdict: OutboxEntryView['decision']['verdicts'][number]['verdict'];
  /** What the document says; empty when nothing was typed. */
  readonly seen: string;
  /** What was put in the place of which value; null where nothing was. */
  readonly correction: string | null;
}

/** The fields that were judged as differing or unreadable, or put right. */
export function differingFields(entry: OutboxEntryView): readonly DifferingField[] {
  const type = recordTypeIds.find((id) => id === entry.recordType);
  const fields = type ? [deletionReasonField, ...fieldsOf(recordTypes[type])] : [];
  return entry.decision.verdicts
    .filter(({ verdict }) => verdict !== 'sesuai')
    .map(({ field, verdict, seen, correction }) => {
      const spec = fields.find(({ name }) => name === field);
      const put = spec && correction ? showCorrection(spec, correction) : null;
      return { label: spec?.label ?? field, verdict, seen, correction: put };
    });
}

/** A field that was not found in order, in one line. */
export function differingLine({ label, ...judged }: DifferingField): string {
  return `${label} · ${verdictLine(judged)}`;
}

/** The verdict on a field in one line; empty when it was not judged. */
export function verdictOn({ decision }: OutboxEntryView, field: string): string {
  const judged = decision.verdicts.find((verdict) => verdict.field === field);
  return judged ? verdictLine({ ...judged, correction: null }) : '';
}

function verdictLine({ verdict, seen, correction }: Omit<DifferingField, 'label'>): string {
  return [verdictLabels[verdict], correction ?? '', seen === '' ? '' : outboxText.seen(seen)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** How many decisions are in each place. */
export function countEntries(entries: readonly OutboxEntryView[]): {
  readonly waiting: number;
  readonly refused: number;
  readonly sent: number;
} {
  let waiting = 0;
  let refused = 0;
  let sent = 0;
  for (const { state } of entries) {
    if (state.kind === 'terkirim') sent += 1;
    else if (state.kind !== 'ditolak') waiting += 1;
    else if (state.handled.kind === 'belum') refused += 1;
  }
  return { waiting, refused, sent };
}

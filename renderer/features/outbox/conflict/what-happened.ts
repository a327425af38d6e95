import { whyNotHere } from '#renderer/features/outbox/conflict/not-here.ts';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';
import type { UsulNow } from '#renderer/core/conflict/conflict-contract.ts';
import { historyAction, sharedText } from '#renderer/frame/shared-text.ts';
import { formatMoment } from '#renderer/ui/format/dates.ts';
import { positionLabel, roleName } from '#shared/workflow/workflow-labels.ts';
import { deletionReasonField } from '#shared/records/deletion/deletion-claim.ts';
import { toldWarnings } from '#shared/records/open-warning.ts';
import { showField } from '#shared/records/value-text.ts';
import { documentLabels, warningLabel } from '#shared/records/warning-labels.ts';
import { findReason } from '#shared/workflow/reasons.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** Where the usul of a returned decision stands, in words: its position, and its revision (null when not known). */
export interface WhereNow {
  readonly position: string;
  readonly revision: number | null;
}

/** Where the usul stands: as this PC knows it or, where the server told of a later state, as it said. */
export function whereNow(entry: OutboxEntryView, now: UsulNow): WhereNow {
  const { state } = entry;
  const told = state.kind === 'ditolak' ? state.current : null;
  const known = now.kind === 'ada' ? now.usul : null;
  const latest = told && (!known || told.version > known.version) ? told : known;
  const revision = latest?.revision ?? null;
  // What the server said when it refused is not where an usul is that left this PC later; a finished one stays so.
  if (now.kind === 'tidak_ada' && whyNotHere(entry, now) !== 'selesai') {
    return { position: conflictsText.gone, revision };
  }
  return {
    position: latest ? positionLabel(latest.position).label : conflictsText.unknown,
    revision,
  };
}

/**
 * What happened to the usul since it was judged, oldest first, one text each (reasons, warnings and note on lines of their own). Every step of the workflow makes one version and one line of history, so the last of them
 * are the ones that came after.
 */
export function happenedSince(
  { decision }: OutboxEntryView,
  usul: Usul,
  today: LocalDate,
): readonly string[] {
  const missed = Math.max(0, usul.version - decision.version);
  return usul.history.slice(Math.max(0, usul.history.length - missed)).map((event) => {
    const reasons = event.reasons.map((code) => findReason(code)?.label ?? code);
    // The ASN's name heads the screen already.
    const by =
      event.actorRole === 'asn'
        ? []
        : [sharedText.history.by(event.actorName, roleName(event.actorRole))];
    const note = event.note === '' ? [] : [`“${event.note}”`];
    const what = [formatMoment(event.at, today), historyAction(event), ...by];
    const { acknowledged, notAsked, unread } = toldWarnings(event.acknowledged);
    const labelsOf = (warnings: typeof acknowledged) =>
      warnings.map((warning) => warningLabel(warning, usul));
    const words = sharedText.history;
    const lines = [
      what,
      [...reasons, ...labelsOf(acknowledged), ...note],
      named(words.deletionReason, deletionReasonOf(event)),
      named(words.notAsked, labelsOf(notAsked)),
      named(words.unread, documentLabels(unread, usul)),
    ];
    return lines
      .filter((parts) => parts.length > 0)
      .map((parts) => parts.join(' · '))
      .join('\n');
  });
}

function deletionReasonOf({ deletionReason }: Usul['history'][number]): readonly string[] {
  return deletionReason === undefined ? [] : [showField(deletionReasonField, deletionReason)];
}

function named(name: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [`${name}: ${values.join('; ')}`];
}

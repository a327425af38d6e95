import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import type { CaseFieldEvidence, ReadingState } from '#renderer/core/evidence/evidence-contract.ts';

/** What a field's badge says. */
export type BadgeKind = CaseFieldEvidence['status'] | 'membaca';

/**
 * The badge of a field; null for none. That its documents are still being read is said at the active field alone: at
 * every field it would only flicker.
 */
export function badgeOf(
  evidence: CaseFieldEvidence | undefined,
  reading: ReadingState,
  active: boolean,
): BadgeKind | null {
  if (evidence) return evidence.status;
  return active && reading.kind === 'membaca' ? 'membaca' : null;
}

/** Why a person must look at a field; null where the value itself was found. */
export function reasonToLook(evidence: CaseFieldEvidence): string | null {
  if (evidence.status === 'ditemukan') return null;
  if (evidence.status === 'tidak_ditemukan') return evidenceText.notFound;
  if (evidence.correctedByPerson) return evidenceText.byPerson;
  if (evidence.because !== 'kolom_lain') return evidenceText.because[evidence.because];
  return evidenceText.because.kolom_lain(evidence.place.label);
}

/** Badge and reason in one sentence, for the ear. */
export function spokenEvidence(kind: BadgeKind, evidence: CaseFieldEvidence | undefined): string {
  const word = evidenceText.badge[kind];
  const reason = evidence ? reasonToLook(evidence) : null;
  return reason === null ? word : `${word}: ${reason}`;
}

/** Where else the value is printed; null when nowhere. Labels are named once each. */
export function othersText(evidence: CaseFieldEvidence): string | null {
  if (evidence.status === 'tidak_ditemukan' || evidence.others.length === 0) return null;
  const labels = evidence.others.flatMap(({ label }) => (label === null ? [] : [label]));
  return evidenceText.others(evidence.others.length, [...new Set(labels)]);
}

/** How many fields were found, are similar and must be looked at; only those of which something is known. */
export function summarise(
  names: readonly string[],
  fields: Readonly<Record<string, CaseFieldEvidence>>,
): readonly { readonly status: CaseFieldEvidence['status']; readonly text: string }[] {
  return statuses.flatMap((status) => {
    const count = names.filter((name) => fields[name]?.status === status).length;
    return count === 0 ? [] : [{ status, text: evidenceText.summary[status](count) }];
  });
}

const statuses = ['ditemukan', 'mirip', 'tidak_ditemukan'] as const;

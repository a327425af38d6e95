import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import type { CaseFieldEvidence, ReadingState } from '#renderer/core/evidence/evidence-contract.ts';

/**
 * What a field's badge says. `berbeda`: another value stands there for certain; `mirip`: what was read is not certain and
 * not the value; `periksa`: a person must look, and nothing speaks against the value.
 */
export type BadgeKind = 'ditemukan' | 'berbeda' | 'mirip' | 'periksa' | 'membaca';

/**
 * The badge of a field; null for none. That its documents are still being read is said at the active field alone: at
 * every field it would only flicker.
 */
export function badgeOf(
  evidence: CaseFieldEvidence | undefined,
  reading: ReadingState,
  active: boolean,
): BadgeKind | null {
  if (evidence) return badgeOfEvidence(evidence);
  return active && reading.kind === 'membaca' ? 'membaca' : null;
}

/** The badge of what the documents say. A value that was read as it is proposed is never only similar. */
export function badgeOfEvidence(evidence: CaseFieldEvidence): Exclude<BadgeKind, 'membaca'> {
  switch (evidence.status) {
    case 'ditemukan':
    case 'berbeda':
      return evidence.status;
    case 'tidak_ditemukan':
      return 'periksa';
    case 'mirip': {
      const { because, equal } = evidence;
      const unsure = because === 'tidak_yakin' || because === 'kurang_tajam';
      return unsure && !equal ? 'mirip' : 'periksa';
    }
  }
}

/** What the sentences of a field name: its fields and documents by their labels. */
export interface EvidenceNames {
  readonly fieldLabel: (field: string) => string;
  readonly documentLabel: (sha256: string) => string;
}

/** Why a person must look at a field; null where the value itself was found. */
export function reasonToLook(evidence: CaseFieldEvidence, names: EvidenceNames): string | null {
  const { because } = evidenceText;
  switch (evidence.status) {
    case 'ditemukan':
      return null;
    case 'berbeda':
      return evidence.swappedWith === null
        ? because.berbeda
        : because.tertukar(names.fieldLabel(evidence.swappedWith));
    case 'tidak_ditemukan':
      return evidenceText.notFound;
    case 'mirip':
      if (evidence.correctedByPerson) return evidenceText.byPerson;
      return similarReason(evidence, names);
  }
}

function similarReason(
  evidence: Extract<CaseFieldEvidence, { status: 'mirip' }>,
  names: EvidenceNames,
): string {
  const { because } = evidenceText;
  const { place, sha256 } = evidence;
  switch (evidence.because) {
    case 'kolom_lain':
      return because.kolom_lain(place.label);
    case 'dokumen_lain':
      return because.dokumen_lain(sha256 === null ? '' : names.documentLabel(sha256));
    case 'tidak_yakin':
      return evidence.equal ? because.sama_belum_pasti : because.tidak_yakin;
    case 'kurang_tajam':
    case 'lapisan_lain':
    case 'tak_dikenali':
    case 'serupa':
    case 'pejabat':
    case 'orang_lain':
      return because[evidence.because];
  }
}

/** Badge and reason in one sentence, for the ear. */
export function spokenEvidence(
  kind: BadgeKind,
  evidence: CaseFieldEvidence | undefined,
  names: EvidenceNames,
): string {
  const word = evidenceText.badge[kind];
  const reason = evidence ? reasonToLook(evidence, names) : null;
  return reason === null ? word : `${word}: ${reason}`;
}

/** Where else the value is printed; null when nowhere. Labels are named once each. */
export function othersText(evidence: CaseFieldEvidence): string | null {
  if (evidence.status === 'tidak_ditemukan' || evidence.others.length === 0) return null;
  const labels = evidence.others.flatMap(({ label }) => (label === null ? [] : [label]));
  return evidenceText.others(evidence.others.length, [...new Set(labels)]);
}

/** How many fields were found, are contradicted, similar and must be looked at; only those of which something is known. */
export function summarise(
  names: readonly string[],
  fields: Readonly<Record<string, CaseFieldEvidence>>,
): readonly { readonly kind: (typeof counted)[number]; readonly text: string }[] {
  return counted.flatMap((kind) => {
    const count = names.filter((name) => {
      const evidence = fields[name];
      return evidence && badgeOfEvidence(evidence) === kind;
    }).length;
    return count === 0 ? [] : [{ kind, text: evidenceText.summary[kind](count) }];
  });
}

const counted = ['ditemukan', 'berbeda', 'mirip', 'periksa'] as const;

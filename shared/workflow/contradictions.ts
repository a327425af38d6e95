import { deletionReasonField } from '#shared/records/deletion/deletion-claim.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { OpenWarning } from '#shared/records/open-warning.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Decision, FieldVerdict } from '#shared/workflow/decision.ts';
import { findReason } from '#shared/workflow/reasons.ts';
import { effectiveVerdicts } from '#shared/workflow/told-decisions.ts';

type Judged = Pick<Decision, 'outcome' | 'reasons' | 'verdicts'>;

/** Reasons that only make sense when some field was judged so. */
const needsVerdict: Readonly<Record<string, FieldVerdict['verdict']>> = {
  DATA_BEDA: 'tidak_sesuai',
  DOK_KABUR: 'tidak_terbaca',
};

/**
 * Reasons that may lie behind either verdict: the paper is not the one that was asked for; of a deletion, that its reason
 * is not borne out.
 */
const eitherWay = ['DOK_SALAH', 'ORANG_LAIN', 'LAIN', 'HAPUS_TAK_BERDASAR'];

/** Reasons that a field with this verdict may have; with none of them nobody would learn why it was judged so. */
const explains = {
  tidak_sesuai: new Set(['DATA_BEDA', 'SALAH_JENIS', ...eitherWay]),
  tidak_terbaca: new Set([
    'DOK_KABUR',
    'HAL_KURANG',
    'BUKAN_ASLI',
    'FILE_RUSAK',
    'DOK_KURANG',
    ...eitherWay,
  ]),
};

/**
 * What a decision that sends an usul back or refuses it says against itself: a reason that its own verdicts deny, or a
 * verdict that none of its reasons speaks of. Nothing is missing then, but the ASN would not know what to mend. Where a stage
 * stands on the verdicts of those before it, they are its own as long as it does not say otherwise.
 */
export function findContradictions(usul: Usul, judged: Judged): readonly OpenWarning[] {
  if (judged.outcome !== 'perbaikan' && judged.outcome !== 'tolak') return [];
  // What is still missing is asked for first.
  if (judged.reasons.length === 0) return [];
  const denied = usul.kind === 'hapus' ? deniedDeletion(usul, judged) : deniedReasons(usul, judged);
  return [...denied, ...unexplainedVerdicts(usul, judged)];
}

/** The reason of a deletion is said to hold, and not to be borne out. */
function deniedDeletion(usul: Usul, { reasons, verdicts }: Judged): readonly OpenWarning[] {
  const code = 'HAPUS_TAK_BERDASAR';
  const holds = effectiveVerdicts(usul, verdicts).get(deletionReasonField.name) === 'sesuai';
  if (!holds || !reasons.includes(code)) return [];
  const sentence = `Alasan penghapusan dinilai benar, tetapi alasannya "${labelOf(code)}".`;
  return [{ kind: 'keputusan', subject: 'alasan_disangkal', about: code, sentence, fields: [] }];
}

function deniedReasons(usul: Usul, { reasons, verdicts }: Judged): readonly OpenWarning[] {
  const byField = effectiveVerdicts(usul, verdicts);
  const given = fieldsToJudge(usul).map(({ name }) => byField.get(name));
  // Fields without a verdict may be what the reason speaks of, and so may those that were put right.
  if (given.length === 0 || given.includes(undefined) || given.includes('dikoreksi')) return [];
  const allMatch = given.every((verdict) => verdict === 'sesuai');
  return reasons.flatMap((code): OpenWarning[] => {
    const needed = needsVerdict[code];
    if (needed === undefined || given.includes(needed)) return [];
    // One page may be unreadable beside fields that differ.
    if (code === 'DOK_KABUR' && !allMatch) return [];
    const sentence = allMatch
      ? `Semua isian dinilai sesuai, tetapi alasannya "${labelOf(code)}".`
      : `Tidak ada isian yang dinilai tidak sesuai, tetapi alasannya "${labelOf(code)}".`;
    return [{ kind: 'keputusan', subject: 'alasan_disangkal', about: code, sentence, fields: [] }];
  });
}

function unexplainedVerdicts(
  { kind }: Usul,
  { reasons, verdicts }: Judged,
): readonly OpenWarning[] {
  return (['tidak_sesuai', 'tidak_terbaca'] as const).flatMap((verdict): OpenWarning[] => {
    const fields = verdicts.filter((one) => one.verdict === verdict).map(({ field }) => field);
    if (fields.length === 0 || reasons.some((code) => explains[verdict].has(code))) return [];
    const [what, subject] = unexplained[verdict];
    const chosen = reasons.map(labelOf).join('; ');
    const judged = kind === 'hapus' ? 'Alasan penghapusan' : `${fields.length} isian`;
    const sentence = `${judged} dinilai ${what}, tetapi alasannya "${chosen}".`;
    return [{ kind: 'keputusan', subject, sentence, fields }];
  });
}

const unexplained = {
  tidak_sesuai: ['tidak sesuai', 'beda_tanpa_alasan'],
  tidak_terbaca: ['tidak terbaca', 'tak_terbaca_tanpa_alasan'],
} as const;

function labelOf(code: string): string {
  return findReason(code)?.label ?? code;
}

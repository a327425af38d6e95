import type { LocalDate } from '#shared/kernel/local-date.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import { isUnreadMark } from '#shared/records/open-warning.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import { ruleWarnings } from '#shared/records/rules/rule-warnings.ts';
import type { Usul } from '#shared/records/usul.ts';
import { barredInstead, isColleagues } from '#shared/workflow/assignment/may-decide.ts';
import { isOwnUsul, type Person } from '#shared/workflow/authority/own-usul.ts';
import type { BulkPolicy } from '#shared/workflow/bulk/bulk-policy.ts';
import { deedsOnRevision, toldVerdicts } from '#shared/workflow/told-decisions.ts';

/** Why an usul is approved by itself alone, and not with others. */
export const bulkBars = [
  'tahap',
  'milik_sendiri',
  'sudah_memutus',
  'milik_rekan',
  'jenis',
  'hapus',
  'dikoreksi',
  'pernah_kembali',
  'belum_sesuai',
  'belum_dibaca',
  'peringatan',
] as const;
/** Why an usul is approved by itself alone. */
export type BulkBar = (typeof bulkBars)[number];

/**
 * Whether an usul may be approved in bulk: null, else why not. Only where those before found every field in order, nothing in
 * this revision was asked, returned or corrected, no rule warns today, and no decision was made over a warning or before its
 * documents were read. The same function on the desk and on the server, which never believes the desk.
 */
export function bulkBarOf(
  usul: Usul,
  by: Person,
  policy: Pick<BulkPolicy, 'excludedTypes'>,
  today: LocalDate,
): BulkBar | null {
  const { position } = usul;
  if (position.kind !== 'menunggu' || position.stage !== 'persetujuan') return 'tahap';
  if (isOwnUsul(by, usul.employee.nip)) return 'milik_sendiri';
  if (usul.decidedByYou) return 'sudah_memutus';
  const instead = barredInstead(usul.actingFor, today);
  if (instead) return instead.bar === 'milik_sendiri' ? 'milik_sendiri' : 'sudah_memutus';
  if (isColleagues(usul.assignment, today)) return 'milik_rekan';
  if (policy.excludedTypes.includes(usul.recordType)) return 'jenis';
  if (usul.kind === 'hapus') return 'hapus';
  return (
    barOfDeeds(usul) ?? (ruleWarnings(checkUsul(usul, today)).length > 0 ? 'peringatan' : null)
  );
}

function barOfDeeds(usul: Usul): BulkBar | null {
  const told = deedsOnRevision(usul);
  if (told.some((deed) => isCorrection(deed))) return 'dikoreksi';
  if (told.some(({ action }) => action !== 'teruskan')) return 'pernah_kembali';
  const verified = told.some(({ actorRole }) => actorRole === 'verifikator');
  const verdicts = toldVerdicts(usul);
  const inOrder =
    fieldsToJudge(usul).every(({ name }) => verdicts.get(name)?.verdict === 'sesuai') &&
    told.every((deed) => (deed.verdicts ?? []).every(({ verdict }) => verdict === 'sesuai'));
  if (!verified || !inOrder) return 'belum_sesuai';
  const warnings = told.flatMap(({ acknowledged = [] }) => acknowledged);
  if (warnings.some(isUnreadMark)) return 'belum_dibaca';
  return warnings.length > 0 ? 'peringatan' : null;
}

/** A deed that gives a field another value than the ASN proposed. */
function isCorrection({ verdicts = [] }: Usul['history'][number]): boolean {
  return verdicts.some(({ verdict }) => verdict === 'dikoreksi');
}

/** Why an usul of a batch was not approved with it: as above, or what became of it since it was selected. */
export const bulkRefusals = [...bulkBars, 'usul_berubah', 'tidak_ada'] as const;
/** Why an usul of a batch was not approved with it. */
export type BulkRefusal = (typeof bulkRefusals)[number];

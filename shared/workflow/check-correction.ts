import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { OpenWarning } from '#shared/records/open-warning.ts';
import { allRules } from '#shared/records/rules/check-usul.ts';
import type { Usul } from '#shared/records/usul.ts';
import { whyNotCorrectable } from '#shared/workflow/correction.ts';
import type { Decision, FieldVerdict } from '#shared/workflow/decision.ts';
import { stageOf, stageWork } from '#shared/workflow/stage-work.ts';
import { saysSomething } from '#shared/kernel/typed-text.ts';

/** What is wrong with the corrections of a decision. */
export interface CorrectionFault {
  readonly sentence: string;
  readonly fields: readonly string[];
}

/**
 * What is wrong with the corrections of a decision: whoever made them may not, a field must not be corrected, the document
 * is not named, or what is put in its place contradicts a rule. Whatever its outcome: what stands in the chain is whole.
 * `warnings`: those of the usul as corrected.
 */
export function correctionFaults(
  usul: Usul,
  { verdicts, evidence }: Pick<Decision, 'verdicts' | 'evidence'>,
  warnings: readonly OpenWarning[],
): readonly CorrectionFault[] {
  const correcting = verdicts.filter(isCorrecting);
  if (correcting.length === 0) return [];
  const fields = correcting.map(({ field }) => field);
  if (!stageWork[stageOf(usul.position)].corrects) {
    return [{ sentence: 'Isian hanya dapat dikoreksi pada tahap verifikasi.', fields }];
  }
  const faults = correcting.flatMap((verdict): readonly CorrectionFault[] => {
    const isTold = verdicts.filter(({ field }) => field === verdict.field).length === 1;
    const sentence =
      whyNotCorrectable(usul, verdict.field) ??
      (isTold ? faultOf(usul, verdict, evidence) : 'Satu isian dinilai dua kali.');
    return sentence === null ? [] : [{ sentence, fields: [verdict.field] }];
  });
  return [...faults, ...brokenRules(fields, warnings)];
}

function isCorrecting({ verdict, correction }: FieldVerdict): boolean {
  return verdict === 'dikoreksi' || correction !== undefined;
}

function faultOf(
  usul: Usul,
  { field, verdict, seen, correction }: FieldVerdict,
  evidence: Decision['evidence'],
): string | null {
  const label = fieldsToJudge(usul).find(({ name }) => name === field)?.label ?? '';
  if (verdict !== 'dikoreksi' || !correction) return `Koreksi ${label} tidak lengkap.`;
  const { proposed, corrected, place } = correction;
  const value = usul.values[field] ?? '';
  if (proposed !== value) return `Nilai usul ${label} bukan lagi yang dikoreksi.`;
  if (!saysSomething(corrected)) return `Koreksi ${label} kosong.`;
  if (corrected !== corrected.trim()) return `Koreksi ${label} diawali atau diakhiri spasi.`;
  if (corrected === value.trim()) return `Koreksi ${label} sama dengan nilai usul.`;
  if (place) return isInDocuments(usul, place, evidence) ? null : `Letak ${label} tidak ada.`;
  return saysSomething(seen)
    ? null
    : `Tuliskan yang tertulis di dokumen untuk ${label}, atau tunjukkan letaknya.`;
}

/** The documents are the usul's own, and a page is none that the person knows not to be there. */
function isInDocuments(
  { documents }: Usul,
  { sha256, page }: { readonly sha256: string; readonly page: number },
  evidence: Decision['evidence'],
): boolean {
  const counts = evidence.filter((one) => one.sha256 === sha256);
  return (
    documents.some((document) => document.sha256 === sha256) &&
    counts.every(({ pageCount }) => pageCount === null || page <= pageCount)
  );
}

const errors = new Set(allRules.filter(({ level }) => level === 'galat').map(({ id }) => id));

/** An ASN's value that contradicts a rule may be passed on by whoever states to have seen it; one that an office wrote may not. */
function brokenRules(
  fields: readonly string[],
  warnings: readonly OpenWarning[],
): readonly CorrectionFault[] {
  return warnings
    .filter(
      (warning) =>
        warning.kind === 'aturan' &&
        errors.has(warning.subject) &&
        warning.fields.some((field) => fields.includes(field)),
    )
    .map((warning) => ({
      sentence: `Koreksi melanggar aturan: ${warning.sentence}`,
      fields: warning.fields,
    }));
}

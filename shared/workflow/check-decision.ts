import { mayChooseReason } from '#shared/records/deletion/chosen-reason.ts';
import { deletionClaimOf, deletionReasonField } from '#shared/records/deletion/deletion-claim.ts';
import { fieldsToJudge, filledFields } from '#shared/records/judged-fields.ts';
import type { FieldSpec } from '#shared/records/record-type.ts';
import { notAcknowledged, type OpenWarning } from '#shared/records/open-warning.ts';
import { correctionFaults } from '#shared/workflow/check-correction.ts';
import { findReason, isReasonFor } from '#shared/workflow/reasons.ts';
import { stageOf, stageWork } from '#shared/workflow/stage-work.ts';
import { judgedUnder } from '#shared/workflow/told-decisions.ts';
import type { Decision, Evidence } from '#shared/workflow/decision.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { Usul, UsulDocument } from '#shared/records/usul.ts';
import { saysSomething } from '#shared/kernel/typed-text.ts';

/** What keeps a decision from being complete. `sentence` is for the person; `fields` and `pages` say where. */
export interface DecisionGap {
  readonly kind:
    | 'verdict_kurang'
    | 'ada_yang_tidak_sesuai'
    | 'halaman_belum_dilihat'
    | 'dokumen_tidak_terbuka'
    | 'alasan_kurang'
    | 'alasan_tidak_dikenal'
    | 'alasan_hapus_tidak_berlaku'
    | 'alasan_hapus_tidak_disebut'
    | 'catatan_kurang'
    | 'koreksi_tidak_sah'
    | 'peringatan_terbuka';
  readonly sentence: string;
  readonly fields: readonly string[];
}

/** Which application decided: one that asks as this version does, or one before 0.2.0. */
export type DecidingApplication = 'kini' | 'lama';

/** The part of a decision that a person fills in. */
export type DecisionContent = Pick<
  Decision,
  | 'outcome'
  | 'reasons'
  | 'note'
  | 'verdicts'
  | 'evidence'
  | 'acknowledged'
  | 'deletionReason'
  | 'bulkId'
>;

/**
 * What is missing before a decision may be taken; empty when it is complete. The same function enables the button on
 * the PC and guards the server.
 *
 * - all of them: corrections of fields that may be corrected, each with what the document says (`correctionFaults`);
 * - teruskan: no field judged against it, and what its stage asks for (`stageWork`): every field (of a deletion: the reason,
 *   which somebody has to have named) judged `sesuai` or put right, and every page of every document shown;
 * - perbaikan, tolak, kembalikan: at least one known reason, and a note where the reason asks for it;
 * - koordinasi, jawab: a note (the question, the answer).
 *
 * None of them may give a deletion another reason than the usul states. `warnings` are those that are open for this
 * outcome, as far as they are known where it is asked (the documents are read on the PC alone): each has to be
 * acknowledged, all of them in one gap. `by`: an application before 0.2.0 asked for a verdict on every value of a deletion,
 * and not on its reason.
 */
export function findDecisionGaps(
  usul: Usul,
  content: DecisionContent,
  warnings: readonly OpenWarning[] = [],
  by: DecidingApplication = 'kini',
): readonly DecisionGap[] {
  return [
    ...chosenReasonGaps(usul, content),
    ...correctionGaps(usul, content, warnings),
    ...outcomeGaps(usul, content, warnings, by),
  ];
}

function correctionGaps(
  usul: Usul,
  content: DecisionContent,
  warnings: readonly OpenWarning[],
): DecisionGap[] {
  // An answer judges nothing, whatever it brings.
  if (content.outcome === 'jawab') return [];
  return correctionFaults(usul, content, warnings).map(({ sentence, fields }) =>
    gap('koreksi_tidak_sah', sentence, fields),
  );
}

function outcomeGaps(
  usul: Usul,
  content: DecisionContent,
  warnings: readonly OpenWarning[],
  by: DecidingApplication,
): readonly DecisionGap[] {
  switch (content.outcome) {
    case 'teruskan':
      return [
        ...verdictGaps(usul, content, by),
        ...unnamedReasonGaps(usul, content, by),
        // A sample is looked at wholly, at whatever stage: the rest of its batch stands on it.
        ...(stageWork[stageOf(usul.position)].everyPage || content.bulkId !== undefined
          ? evidenceGaps(usul, content.evidence)
          : []),
        ...warningGaps(content, warnings),
      ];
    case 'perbaikan':
    case 'tolak':
      return [...reasonGaps(content), ...warningGaps(content, warnings)];
    case 'kembalikan':
      return reasonGaps(content);
    case 'koordinasi':
      return noteGaps(content, 'Tuliskan pertanyaan dalam catatan.');
    case 'jawab':
      return noteGaps(content, 'Tuliskan jawaban.');
  }
}

function chosenReasonGaps(usul: Usul, { deletionReason }: DecisionContent): DecisionGap[] {
  if (deletionReason === undefined || mayChooseReason(usul)) return [];
  const sentence =
    usul.kind === 'hapus'
      ? 'Alasan penghapusan sudah disebut dalam usul.'
      : 'Alasan penghapusan hanya untuk usul hapus.';
  return [gap('alasan_hapus_tidak_berlaku', sentence, [deletionReasonField.name])];
}

/** A reason that nobody named cannot be right. */
function unnamedReasonGaps(
  usul: Usul,
  { deletionReason, verdicts }: DecisionContent,
  by: DecidingApplication,
): DecisionGap[] {
  const isRight = verdicts.some(
    ({ field, verdict }) => field === deletionReasonField.name && verdict === 'sesuai',
  );
  if (usul.kind !== 'hapus' || by === 'lama' || !isRight) return [];
  const { kind } = deletionClaimOf(judgedUnder(usul, { deletionReason, verdicts }));
  if (kind !== 'tidak_disebut') return [];
  const sentence = 'Alasan penghapusan tidak disebut; pilih salah satu.';
  return [gap('alasan_hapus_tidak_disebut', sentence, [deletionReasonField.name])];
}

function verdictGaps(usul: Usul, content: DecisionContent, by: DecidingApplication): DecisionGap[] {
  // Of two verdicts on one field the worse counts, also on a field that this version does not know.
  const judged = new Set(content.verdicts.map((verdict) => verdict.field));
  const adopts = stageWork[stageOf(usul.position)].verdicts === 'terdahulu';
  const missing = adopts ? [] : unjudged(usul, judged, by);
  const against = [
    ...new Set(
      content.verdicts
        .filter(({ verdict }) => verdict !== 'sesuai' && verdict !== 'dikoreksi')
        .map((verdict) => verdict.field),
    ),
  ];
  const words = usul.kind === 'hapus' ? deletionWords : fieldWords;
  const gaps: DecisionGap[] = [];
  if (missing.length > 0) {
    gaps.push(gap('verdict_kurang', words.unjudged(missing.length), missing));
  }
  if (against.length > 0) {
    gaps.push(gap('ada_yang_tidak_sesuai', words.against(against.length), against));
  }
  return gaps;
}

function unjudged(
  usul: Usul,
  judged: ReadonlySet<string>,
  by: DecidingApplication,
): readonly string[] {
  const missing = namesOf(fieldsToJudge(usul)).filter((name) => !judged.has(name));
  if (usul.kind !== 'hapus' || by === 'kini') return missing;
  const values = namesOf(filledFields(usul));
  return values.length > 0 && values.every((name) => judged.has(name)) ? [] : missing;
}

function namesOf(fields: readonly FieldSpec[]): readonly string[] {
  return fields.map(({ name }) => name);
}

const fieldWords = {
  unjudged: (count: number) => `${count} isian belum dinilai.`,
  against: (count: number) =>
    `${count} isian tidak sesuai atau tidak terbaca; usul ini belum memenuhi syarat.`,
};

const deletionWords = {
  unjudged: () => 'Alasan penghapusan belum dinilai.',
  against: () => 'Alasan penghapusan tidak benar atau tidak pasti; usul ini belum memenuhi syarat.',
};

function evidenceGaps(usul: Usul, evidence: readonly Evidence[]): DecisionGap[] {
  return usul.documents.flatMap((document): DecisionGap[] => {
    const label = documentLabel(usul, document);
    // Of two statements on one document the worse counts.
    const entries = evidence.filter((entry) => entry.sha256 === document.sha256);
    if (entries.some((entry) => entry.pageCount === null)) {
      return [gap('dokumen_tidak_terbuka', `Dokumen ${label} tidak dapat dibuka.`)];
    }
    const [unseen] = entries.map(unseenPages).toSorted((x, y) => y.length - x.length);
    if (unseen?.length === 0) return [];
    const pages = unseen ? `Halaman ${listPages(unseen)}` : 'Semua halaman';
    return [gap('halaman_belum_dilihat', `${pages} dari ${label} belum dilihat.`)];
  });
}

function unseenPages(entry: Evidence): readonly number[] {
  const seen = new Set(entry.pagesSeen);
  const all = Array.from({ length: entry.pageCount ?? 0 }, (_, index) => index + 1);
  return all.filter((page) => !seen.has(page));
}

/** At most five page numbers: the person goes to the first one anyhow. */
function listPages(pages: readonly number[]): string {
  const shown = pages.slice(0, 5).join(', ');
  return pages.length > 5 ? `${shown}, …` : shown;
}

/** What the record type calls the document; its file name when this version does not know the kind. */
function documentLabel(usul: Usul, document: UsulDocument): string {
  const specs = recordTypes[usul.recordType].documents;
  return specs.find((spec) => spec.id === document.documentId)?.label ?? document.fileName;
}

function reasonGaps(content: DecisionContent): DecisionGap[] {
  if (content.reasons.length === 0) return [gap('alasan_kurang', 'Pilih sedikitnya satu alasan.')];
  const known = content.reasons.map(findReason);
  if (known.some((reason) => !isReasonFor(reason, content.outcome))) {
    return [gap('alasan_tidak_dikenal', 'Ada alasan yang tidak berlaku untuk keputusan ini.')];
  }
  const needsNote = known.some((reason) => reason?.needsNote) && !saysSomething(content.note);
  return needsNote ? [gap('catatan_kurang', 'Tuliskan alasan dalam catatan.')] : [];
}

function noteGaps({ note }: DecisionContent, sentence: string): DecisionGap[] {
  return saysSomething(note) ? [] : [gap('catatan_kurang', sentence)];
}

function warningGaps(
  { acknowledged = [] }: DecisionContent,
  warnings: readonly OpenWarning[],
): DecisionGap[] {
  const open = notAcknowledged(warnings, acknowledged);
  if (open.length === 0) return [];
  const sentences = open.map(({ sentence }) => sentence).join(' ');
  const fields = [...new Set(open.flatMap((warning) => warning.fields))];
  return [gap('peringatan_terbuka', `Belum dinyatakan sudah diperiksa: ${sentences}`, fields)];
}

function gap(
  kind: DecisionGap['kind'],
  sentence: string,
  fields: readonly string[] = [],
): DecisionGap {
  return { kind, sentence, fields };
}

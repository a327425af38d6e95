import type { DocumentReading } from '#shared/domain/matching/document-reading.ts';
import {
  type RecognisedKind,
  recogniseKind,
} from '#shared/domain/matching/document/document-kind.ts';
import { foldLetters, holds } from '#shared/domain/matching/document/letters.ts';
import { printedNumberOf } from '#shared/domain/matching/document/page-numbers.ts';
import {
  lengthOf,
  pageTextsOf,
  type PageText,
} from '#shared/domain/matching/document/page-text.ts';
import type { RecordTypeId } from '#shared/domain/model/record-type.ts';

/** What of a document is missing. */
export const missingParts = ['halaman', 'lampiran', 'mata_pelajaran', 'penilaian'] as const;
/** What of a document is missing. */
export type MissingPart = (typeof missingParts)[number];

/** From so many hours on, a training lists on the back of its certificate what was taught (domain.md 6.3). */
const hoursWithAgenda = 30;
/** A page with fewer letters says nothing: the blank back of a sheet. */
const leastLetters = 20;

const excerpt = foldLetters('petikan');
const annexAnnounced = [
  'tercantum dalam lampiran',
  'tersebut dalam lampiran',
  'dimaksud dalam lampiran',
  'terlampir dalam keputusan',
].map(foldLetters);
const annex = foldLetters('lampiran');
const hours = /(\d{2,4})\s*(?:\([^)]*\)\s*)?(?:jam\s+pel|jam\s+lat|JPL?\b)/iu;
const agendaWords = [
  'mata pelatihan',
  'mata pelajaran',
  'agenda pembelajaran',
  'materi pelatihan',
  'daftar materi',
  'struktur kurikulum',
  'mata diklat',
].map(foldLetters);
const ended = foldLetters('tamat');
const assessmentWords = ['perilaku kerja', 'predikat kinerja'].map(foldLetters);

/**
 * What a document surely lacks, by its own page numbers, by an annex that it announces, or by a part that its kind
 * always has; null when nothing tells, or when not all of its pages could be read.
 */
export function findMissingPart(
  reading: DocumentReading,
  recordType: RecordTypeId,
  recognised: RecognisedKind | null = recogniseKind(reading),
): MissingPart | null {
  const pages = pageTextsOf(reading);
  if (reading.failure !== null || reading.pageCount !== pages.length) return null;
  if (!pages.every((page) => page.readable)) return null;
  const written = pages.filter((page) => lengthOf(page) >= leastLetters);
  if (written.length === 0) return null;
  if (hasGap(written, pages.length)) return 'halaman';
  if (lacksAnnex(written)) return 'lampiran';
  if (recognised?.certainty !== 'sure') return null;
  if (recognised.kind === 'sertifikat') {
    return lacksAgenda(written, recordType) ? 'mata_pelajaran' : null;
  }
  return recognised.kind === 'skp_evaluasi' && lacksAssessment(written) ? 'penilaian' : null;
}

function hasGap(pages: readonly PageText[], count: number): boolean {
  const numbers = pages.map((page) => printedNumberOf(page));
  const total = Math.max(...numbers.map((number) => number?.of ?? 0));
  // A file may hold more than the numbered paper, never less of it.
  if (total > count) return true;
  if (numbers.at(-1)?.continues) return true;
  return numbers.some((number, index) => {
    const next = numbers[index + 1];
    return number?.at !== undefined && next?.at !== undefined && next.at - number.at === 2;
  });
}

function lacksAnnex(pages: readonly PageText[]): boolean {
  const first = pages[0]!;
  // Excerpts are given to each employee without the list of all.
  if (
    first.passes.some((pass) =>
      pass.lines.some((line) => line.capitals && holds(line.folded, excerpt, 1)),
    )
  ) {
    return false;
  }
  const announced = pages.some((page) =>
    page.passes.some((pass) => annexAnnounced.some((phrase) => holds(pass.stream, phrase))),
  );
  return announced && !pages.some(beginsAnnex);
}

function beginsAnnex(page: PageText): boolean {
  return page.passes.some((pass) =>
    pass.lines.some(
      (line) =>
        holds(line.folded.slice(0, annex.length + 2), annex, 1) &&
        /^[^\p{L}]*\p{Lu}/u.test(line.text),
    ),
  );
}

function lacksAgenda(pages: readonly PageText[], recordType: RecordTypeId): boolean {
  if (pages.length > 1 || (recordType !== 'diklat' && recordType !== 'kursus')) return false;
  const { passes } = pages[0]!;
  // "TAMAT PELATIHAN" in the title is nearly "mata pelatihan".
  const lines = passes.flatMap((pass) => pass.lines).filter((line) => !line.folded.includes(ended));
  if (lines.some((line) => agendaWords.some((phrase) => holds(line.folded, phrase)))) return false;
  const text = passes[0]!.lines.map((line) => line.text).join(' ');
  return Number(hours.exec(text)?.[1] ?? 0) >= hoursWithAgenda;
}

function lacksAssessment(pages: readonly PageText[]): boolean {
  return !pages.some((page) =>
    page.passes.some((pass) => assessmentWords.some((phrase) => holds(pass.stream, phrase))),
  );
}

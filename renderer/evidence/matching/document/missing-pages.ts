import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import {
  type RecognisedKind,
  recogniseKind,
} from '#renderer/evidence/matching/document/document-kind.ts';
import { decreeClues } from '#renderer/evidence/matching/document/kinds/decree-clues.ts';
import type { DocumentKind } from '#renderer/evidence/matching/document/kinds/kind-clues.ts';
import { foldLetters, holds } from '#renderer/evidence/matching/document/letters.ts';
import { printedNumberOf } from '#renderer/evidence/matching/document/page-numbers.ts';
import {
  lengthOf,
  pageTextsOf,
  type PageText,
} from '#renderer/evidence/matching/document/page-text.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';

/** What of a document is missing. */
export const missingParts = [
  'halaman',
  'lampiran',
  'mata_pelajaran',
  'penilaian',
  'penutup',
] as const;
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
const endOfDecree = [
  'ditetapkan di',
  'dikeluarkan di',
  'pada tanggal :',
  'tembusan',
  'petikan yang sah',
  'sesuai dengan aslinya',
  'ditandatangani secara elektronik',
].map(foldLetters);
const endOfMarks = [
  'indeks prestasi',
  'jumlah SKS',
  'jumlah nilai',
  'rata-rata',
  'kepala sekolah',
  'rektor',
  'dekan',
  'direktur',
  'ketua',
  'predikat',
].map(foldLetters);
const decreeKinds: ReadonlySet<DocumentKind> = new Set(
  decreeClues.filter((clue) => clue.decree).map((clue) => clue.kind),
);
/** A page whose text reaches so far down goes on on the next one, or ends just there. */
const filled = 0.85;
/** A page with fewer lines is not full, whatever its foot carries. */
const leastLines = 20;
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
  return missingByKind(recognised.kind, written, recordType);
}

function missingByKind(
  kind: DocumentKind,
  pages: readonly PageText[],
  recordType: RecordTypeId,
): MissingPart | null {
  if (kind === 'sertifikat') return lacksAgenda(pages, recordType) ? 'mata_pelajaran' : null;
  if (kind === 'skp_evaluasi') return lacksAssessment(pages) ? 'penilaian' : null;
  const endings = kind === 'transkrip' ? endOfMarks : decreeKinds.has(kind) ? endOfDecree : [];
  return endings.length > 0 && breaksOff(pages, endings) ? 'penutup' : null;
}

/** Whether the text runs to the foot of the last page and nothing of what closes such a paper stands anywhere. */
function breaksOff(pages: readonly PageText[], endings: readonly string[]): boolean {
  const lines = pages.at(-1)?.passes[0]?.lines ?? [];
  const lowest = Math.max(0, ...lines.map((line) => line.box[3]));
  return (
    lines.length >= leastLines && lowest > filled && !pages.some((page) => says(page, endings))
  );
}

function says(page: PageText, phrases: readonly string[]): boolean {
  return page.passes.some((pass) => phrases.some((phrase) => holds(pass.stream, phrase)));
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
  return pages.some((page) => says(page, annexAnnounced)) && !pages.some(beginsAnnex);
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
  return !pages.some((page) => says(page, assessmentWords));
}

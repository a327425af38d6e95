import {
  unreadPagesOf,
  type DocumentReading,
  type PageFlaw,
  type ReadFailure,
} from '#renderer/evidence/matching/document-reading.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';

/**
 * Reason to propose for a page with this flaw when the outcome is perbaikan (codes of `reasons`); null where the page can
 * be read all the same, and the flaw alone is no ground to return an usul.
 */
export const reasonOfFlaw: Readonly<Record<PageFlaw, string | null>> = {
  kabur: 'DOK_KABUR',
  kurang_tajam: null,
  gelap: 'DOK_KABUR',
  pudar: 'DOK_KABUR',
  terpotong: 'HAL_KURANG',
  terbalik: null,
  kosong: 'HAL_KURANG',
  resolusi_rendah: 'DOK_KABUR',
};

/** Reason to propose for a document that could not be read; null where that is no fault of the file. */
const reasonOfFailure: Readonly<Record<ReadFailure, string | null>> = {
  kosong: 'FILE_RUSAK',
  rusak: 'FILE_RUSAK',
  bersandi: 'FILE_RUSAK',
  halaman: 'FILE_RUSAK',
  terlalu_banyak: null,
  terlalu_lama: null,
  gagal: null,
  formulir_dinamis: 'DOK_KABUR',
};

/** One warning for each page that is hard to read or was not, in their order, or one for the whole document when it could not be read at all. */
export function qualityWarnings(reading: DocumentReading): readonly DocumentWarning[] {
  const { sha256, failure } = reading;
  if (failure !== null) {
    return [
      {
        sha256,
        kind: 'tidak_dapat_dibaca',
        page: null,
        flaws: [],
        detail: failure,
        reason: reasonOfFailure[failure],
      },
    ];
  }
  const unread = unreadPagesOf(reading);
  const blank =
    unread.length === 0 && reading.pages.every((page) => page.quality.flaws.includes('kosong'));
  const flawed = reading.pages
    .filter((page) => page.quality.flaws.length > 0)
    .map(({ page, quality }) => ({
      sha256,
      kind: 'mutu' as const,
      page,
      flaws: quality.flaws,
      detail: '',
      reason: blank
        ? 'DOK_KABUR'
        : (quality.flaws
            .map((flaw) => reasonOfPage(flaw, page))
            .find((reason) => reason !== null) ?? null),
    }));
  const failed = unread.map((one) => ({
    sha256,
    kind: 'tidak_dapat_dibaca' as const,
    page: one.page,
    flaws: [],
    detail: one.failure,
    // Whatever failed there, the program failed at.
    reason: null,
  }));
  return [...flawed, ...failed].toSorted((one, other) => one.page - other.page);
}

/** The blank back of a sheet is no missing page: what is missing there is found by what the document says. */
function reasonOfPage(flaw: PageFlaw, page: number): string | null {
  return flaw === 'kosong' && page > 1 ? null : reasonOfFlaw[flaw];
}

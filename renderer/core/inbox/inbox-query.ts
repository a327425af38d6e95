import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { UsulKind } from '#shared/records/usul.ts';

/** What a person calls the state of an usul; derived from position and the local decision. */
export const inboxStatuses = [
  'belum_diperiksa',
  'sudah_diputuskan',
  'ditolak_server',
  'koordinasi',
  'perbaikan',
  'lanjut',
] as const;
export type InboxStatus = (typeof inboxStatuses)[number];

/** Deadlines to choose from: past, within two days, within seven days (both without the past ones). */
export const deadlineRanges = ['lewat', 'dua_hari', 'tujuh_hari'] as const;
export type DeadlineRange = (typeof deadlineRanges)[number];

/** What else an usul may be marked with. */
export const inboxMarks = [
  'peringatan',
  'tanpa_peringatan',
  'konsep',
  'dikembalikan',
  'milik_rekan',
  'semua_petugas',
] as const;
export type InboxMark = (typeof inboxMarks)[number];

/**
 * All parts together must hold; within a list any one; an empty list means "any". Marks are different properties and
 * must all hold, except that `peringatan` with `tanpa_peringatan` means either. What colleagues have is shown where it is
 * asked for: alone (`milik_rekan`), with one's own (`semua_petugas`), or by a search.
 */
export interface InboxFilter {
  /** Names, whatever their spelling and without titles, and digits of a NIP; a typing error is forgiven. */
  readonly search: string;
  readonly recordTypes: readonly RecordTypeId[];
  readonly kinds: readonly UsulKind[];
  readonly statuses: readonly InboxStatus[];
  readonly unorIds: readonly string[];
  readonly deadlines: readonly DeadlineRange[];
  readonly marks: readonly InboxMark[];
  /** The usul of one ASN only; empty for everybody. */
  readonly nip: string;
}

/**
 * `jenis_tersedikit`: record types with the fewest usul first, as the manual advises (domain.md 4.4); `asn`: the usul of
 * one person in a row; `peringatan_dahulu` and `peringatan_akhir`: suspicious ones first or last.
 */
export const inboxSorts = [
  'tenggat',
  'nama',
  'jenis',
  'jenis_tersedikit',
  'asn',
  'diajukan',
  'peringatan_dahulu',
  'peringatan_akhir',
] as const;
export type InboxSort = (typeof inboxSorts)[number];

/** A filter under the name that a person gave it; `filter.search` is always empty: it may name a person. */
export interface SavedFilter {
  readonly name: string;
  readonly filter: InboxFilter;
  readonly sort: InboxSort;
}

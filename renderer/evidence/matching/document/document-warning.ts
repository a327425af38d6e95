import type { PageFlaw } from '#renderer/evidence/matching/document-reading.ts';

/** What a person may be told of a document before looking at it. */
export const documentWarningKinds = [
  'jenis_lain',
  'orang_lain',
  'halaman_kurang',
  'dipakai_usul_lain',
  'mutu',
  'tidak_dapat_dibaca',
] as const;
/** What a person is told of a document. */
export type DocumentWarningKind = (typeof documentWarningKinds)[number];

/** Something about a document that a person should know before looking; `page` where it concerns one page. */
export interface DocumentWarning {
  readonly sha256: string;
  readonly kind: DocumentWarningKind;
  readonly page: number | null;
  readonly flaws: readonly PageFlaw[];
  /**
   * What the sentence names: the kind found, the name found, the other usul's person, what is missing
   * (a `MissingPart`), why it or its page could not be read (a `ReadFailure`). Empty where nothing is named.
   */
  readonly detail: string;
  /** Reason code to propose when the outcome is perbaikan; null when none fits. */
  readonly reason: string | null;
}

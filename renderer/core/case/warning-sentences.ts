import type { DocumentWarning } from '#renderer/core/evidence/evidence-contract.ts';
import { warningLabel } from '#shared/records/warning-labels.ts';
import type { Usul } from '#shared/records/usul.ts';

/** What a document is warned of, in full: who or what it names, where it names something. */
export function documentSentence(
  usul: Usul,
  { kind, sha256, detail, page }: DocumentWarning,
  subject: string,
): string {
  const label = warningLabel({ kind: 'dokumen', subject, about: sha256 }, usul);
  const names = kind === 'jenis_lain' || kind === 'orang_lain' || kind === 'dipakai_usul_lain';
  if (names && detail !== '') return `${label} (${detail}).`;
  return page === null ? `${label}.` : `${label} (halaman ${page}).`;
}

/** A field of which its document says another value. */
export function fieldDiffers(label: string, printed: string): string {
  return printed === ''
    ? `${label} berbeda dengan dokumen.`
    : `${label} berbeda dengan dokumen: tertulis ${printed}.`;
}

import type { DocumentWarning } from '#renderer/core/evidence/evidence-contract.ts';
import { warningLabel } from '#shared/records/warning-labels.ts';
import type { Usul } from '#shared/records/usul.ts';

/** Warnings whose detail names somebody or something. */
const naming: ReadonlySet<DocumentWarning['kind']> = new Set([
  'jenis_lain',
  'orang_lain',
  'dua_orang',
  'dipakai_usul_lain',
]);

/** What a document is warned of, in full: who or what it names, where it names something. */
export function documentSentence(
  usul: Usul,
  { kind, sha256, detail, page }: DocumentWarning,
  subject: string,
): string {
  const label = warningLabel({ kind: 'dokumen', subject, about: sha256 }, usul);
  if (naming.has(kind) && detail !== '') return `${label} (${detail}).`;
  return page === null ? `${label}.` : `${label} (halaman ${page}).`;
}

/** A field whose value the document that has to prove it does not have. */
export function fieldMissing(label: string, document: string): string {
  return `${label} tidak ditemukan di ${document}; bandingkan sendiri.`;
}

/** A field whose value the document has for somebody else. */
export function fieldOfAnother(label: string): string {
  return `${label} tertulis di dokumen untuk orang lain; bandingkan sendiri.`;
}

/** A field whose document has a text that says something else than it shows. */
export function fieldBelied(label: string): string {
  return `Teks dan gambar dokumen tidak sama pada ${label}; bandingkan dengan gambarnya.`;
}

/** A field of which its document says another value. */
export function fieldDiffers(label: string, printed: string): string {
  return printed === ''
    ? `${label} berbeda dengan dokumen.`
    : `${label} berbeda dengan dokumen: tertulis ${printed}.`;
}

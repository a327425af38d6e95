import { documentApplies } from '#shared/records/judged-fields.ts';
import { anyKind, proposing, type Rule } from '#shared/records/rules/rule.ts';

/** Largest document, 1 MB read as 1,048,576 bytes (domain.md 0.9). */
export const maxDocumentBytes = 1_048_576;

/** A document that the record type asks for is missing (domain.md 2.11). */
export const requiredDocuments: Rule = {
  id: 'DOKUMEN_WAJIB',
  level: 'galat',
  recordTypes: 'all',
  kinds: proposing,
  check: ({ usul, recordType, values }) => {
    const uploaded = new Set(usul.documents.map((document) => document.documentId));
    const missing = recordType.documents.filter(
      (spec) => spec.required && documentApplies(spec, values) && !uploaded.has(spec.id),
    );
    if (missing.length === 0) return [];
    const labels = missing.map((spec) => spec.label).join(', ');
    return [{ fields: [], sentence: `Dokumen wajib belum diunggah: ${labels}.` }];
  },
};

/** A deletion without any document; what proves a deletion is nowhere laid down. */
export const deletionDocumented: Rule = {
  id: 'HAPUS_TANPA_DOKUMEN',
  level: 'info',
  recordTypes: 'all',
  kinds: ['hapus'],
  check: ({ usul }) =>
    usul.documents.length > 0
      ? []
      : [{ fields: [], sentence: 'Usul hapus ini tidak disertai dokumen.' }],
};

/** A document is larger than 1 MB (domain.md 0.9). */
export const documentSize: Rule = {
  id: 'DOKUMEN_TERLALU_BESAR',
  level: 'galat',
  recordTypes: 'all',
  kinds: anyKind,
  check: ({ usul }) =>
    usul.documents
      .filter((document) => document.size > maxDocumentBytes)
      .map((document) => ({
        fields: [],
        sentence: `Dokumen ${document.fileName} berukuran ${megabytes(document.size)} MB, melebihi 1 MB.`,
      })),
};

/** A document has no content (domain.md 6.4). */
export const documentNotEmpty: Rule = {
  id: 'DOKUMEN_KOSONG',
  level: 'galat',
  recordTypes: 'all',
  kinds: anyKind,
  check: ({ usul }) =>
    usul.documents
      .filter((document) => document.size === 0)
      .map((document) => ({
        fields: [],
        sentence: `Dokumen ${document.fileName} kosong (0 byte).`,
      })),
};

/** A file name does not end in .pdf (domain.md 0.9); the content is judged where it is opened. */
export const documentIsPdf: Rule = {
  id: 'DOKUMEN_BUKAN_PDF',
  level: 'peringatan',
  recordTypes: 'all',
  kinds: anyKind,
  check: ({ usul }) =>
    usul.documents
      .filter((document) => !document.fileName.toLowerCase().endsWith('.pdf'))
      .map((document) => ({
        fields: [],
        sentence: `Nama dokumen ${document.fileName} tidak berakhiran .pdf.`,
      })),
};

/** A document of a kind that this record type does not have: perhaps the wrong jenis riwayat (domain.md 4.6). */
export const documentsKnown: Rule = {
  id: 'DOKUMEN_TIDAK_DIKENAL',
  level: 'peringatan',
  recordTypes: 'all',
  kinds: anyKind,
  check: ({ usul, recordType }) =>
    usul.documents
      .filter((document) => !recordType.documents.some((spec) => spec.id === document.documentId))
      .map((document) => ({
        fields: [],
        sentence: `Dokumen ${document.fileName} (kode ${document.documentId}) bukan dokumen untuk ${recordType.label}.`,
      })),
};

/** The same file was uploaded as two documents (domain.md 4.6, dokumen salah/tertukar). */
export const documentsDiffer: Rule = {
  id: 'DOKUMEN_SAMA',
  level: 'peringatan',
  recordTypes: 'all',
  kinds: anyKind,
  check: ({ usul }) => {
    const firstBySha = new Map<string, string>();
    return usul.documents.flatMap((document) => {
      const first = firstBySha.get(document.sha256);
      if (first === undefined) firstBySha.set(document.sha256, document.fileName);
      return first === undefined
        ? []
        : [{ fields: [], sentence: `Isi dokumen ${document.fileName} sama dengan ${first}.` }];
    });
  },
};

/** Filled fields that no uploaded document proves: the verifikator's legal test has nothing to stand on (0.6). */
export const fieldsProven: Rule = {
  id: 'ISIAN_TANPA_BUKTI',
  level: 'info',
  recordTypes: 'all',
  kinds: proposing,
  check: ({ usul, fields, values }) => {
    const uploaded = new Set(usul.documents.map((document) => document.documentId));
    const unproven = [...fields.values()].filter(
      (field) =>
        values[field.name] !== undefined &&
        field.provenBy.length > 0 &&
        !field.provenBy.some((id) => uploaded.has(id)),
    );
    // Nothing uploaded at all is said once, by the rule on required documents.
    if (unproven.length === 0 || usul.documents.length === 0) return [];
    const labels = unproven.map((field) => field.label).join(', ');
    const sentence = `Tidak ada dokumen yang membuktikan: ${labels}.`;
    return [{ fields: unproven.map((field) => field.name), sentence }];
  },
};

/** Every rule about the documents of an usul. */
export const documentRules: readonly Rule[] = [
  requiredDocuments,
  deletionDocumented,
  documentSize,
  documentNotEmpty,
  documentIsPdf,
  documentsKnown,
  documentsDiffer,
  fieldsProven,
];

// Rounded up, so that a file just over the limit does not read "1,0 MB, melebihi 1 MB".
function megabytes(bytes: number): string {
  return (Math.ceil((bytes / maxDocumentBytes) * 100) / 100).toFixed(2).replace('.', ',');
}

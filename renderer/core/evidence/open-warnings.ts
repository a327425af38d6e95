import {
  warningSentences,
  type OpenWarningKind,
} from '#renderer/core/evidence/warning-sentences.ts';
import type { EvidenceStore } from '#renderer/core/evidence/evidence-contract.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { Usul } from '#shared/records/usul.ts';

/** A warning that stands while nobody answered it. One document or one field has each kind once. */
export interface OpenWarning {
  readonly kind: OpenWarningKind;
  /** The document that it is about; for a field the one in which another value stands. */
  readonly document: { readonly sha256: string; readonly documentId: string } | null;
  /** The field that it is about; null where it is about a document. */
  readonly field: string | null;
  /** What a person reads of it. */
  readonly sentence: string;
}

/** The open warnings of an usul: of its documents in their order, then of its fields in theirs. Pure. */
export function openWarningsOf(
  usul: Usul,
  evidence: Pick<EvidenceStore, 'fields' | 'warnings' | 'readings'>,
): readonly OpenWarning[] {
  return [...documentWarnings(usul, evidence), ...fieldWarnings(usul, evidence)];
}

function documentWarnings(
  usul: Usul,
  { warnings, readings }: Pick<EvidenceStore, 'warnings' | 'readings'>,
): readonly OpenWarning[] {
  const open: OpenWarning[] = [];
  for (const warning of warnings) {
    const kind = kindOf(warning, readings[warning.sha256]);
    const document = usul.documents.find(({ sha256 }) => sha256 === warning.sha256);
    const known = open.some((one) => one.kind === kind && one.document?.sha256 === warning.sha256);
    if (!kind || !document || known) continue;
    const { sha256, documentId } = document;
    const specs = recordTypes[usul.recordType].documents;
    const label = specs.find(({ id }) => id === documentId)?.label ?? document.fileName;
    const sentence = warningSentences[kind](label, warning.detail);
    open.push({ kind, document: { sha256, documentId }, field: null, sentence });
  }
  return open;
}

/** Null for what keeps nobody from judging, or is no fault of the paper. */
function kindOf(
  { kind, page, flaws, reason }: DocumentWarning,
  reading: DocumentReading | undefined,
): OpenWarningKind | null {
  switch (kind) {
    case 'orang_lain':
      return 'dokumen_orang_lain';
    case 'dua_orang':
      return 'dokumen_dua_orang';
    case 'jenis_lain':
      return 'dokumen_jenis_lain';
    case 'halaman_kurang':
      return 'dokumen_tidak_lengkap';
    case 'dipakai_usul_lain':
      return 'dokumen_dipakai_ulang';
    case 'tidak_dapat_dibaca':
      return reason === null ? null : 'dokumen_tidak_terbaca';
    case 'mutu': {
      // The blank back of a sheet is nothing to answer for.
      if (flaws.includes('kosong')) return reason === null ? null : 'dokumen_kosong';
      const read = reading?.pages.find((one) => one.page === page);
      return read?.quality.level === 'tidak_terbaca' ? 'dokumen_tidak_terbaca' : null;
    }
  }
}

function fieldWarnings(
  usul: Usul,
  { fields }: Pick<EvidenceStore, 'fields'>,
): readonly OpenWarning[] {
  return fieldsToJudge(usul).flatMap(({ name, label }): OpenWarning[] => {
    const evidence = fields[name];
    if (evidence?.status !== 'berbeda') return [];
    const document = usul.documents.find(({ sha256 }) => sha256 === evidence.sha256);
    const about = document ? { sha256: document.sha256, documentId: document.documentId } : null;
    const sentence = warningSentences.isian_berbeda(label, evidence.place.printed);
    return [{ kind: 'isian_berbeda', document: about, field: name, sentence }];
  });
}

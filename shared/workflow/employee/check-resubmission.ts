import { isPlainLine, saysSomething } from '#shared/kernel/typed-text.ts';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import type { FieldSpec } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { formatProblem } from '#shared/records/rules/format-rules.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';

/** What is handed in again. */
export interface Resubmission {
  readonly values: RecordValues;
  readonly documents: readonly { readonly documentId: string; readonly sha256: string }[];
}

/**
 * What is wrong with what an ASN hands in again for an usul as it stands, one sentence each for the person; empty: nothing.
 * Judged is what is new: a value that stood there before was let in once, and what speaks against it the verifikator is
 * shown. A deletion names the same record. `papers` (SHA-256): the documents that were ever handed in with this usul.
 */
export function resubmissionFaults(
  usul: Pick<Usul, 'recordType' | 'kind' | 'values' | 'documents'>,
  { values, documents }: Resubmission,
  papers: ReadonlySet<string>,
): readonly string[] {
  const type = recordTypes[usul.recordType];
  const byName = new Map(fieldsOf(type).map((field) => [field.name, field]));
  const names = new Set([...Object.keys(usul.values), ...Object.keys(values)]);
  const changed = [...names].filter((name) => (values[name] ?? '') !== (usul.values[name] ?? ''));
  if (usul.kind === 'hapus' && changed.length > 0) {
    return ['Usul penghapusan tidak dapat menunjuk riwayat lain; tarik usul ini dan ajukan baru.'];
  }
  const wrongValues = changed.flatMap((name) => {
    const field = byName.get(name);
    if (!field) return ['Ada isian yang tidak dikenal.'];
    return faultOf(field, values[name] ?? '') ?? [];
  });
  const kinds = new Set([...type.documents.map(({ id }) => id), ...usul.documents.map(idOf)]);
  const pairs = documents.map(({ documentId, sha256 }) => `${documentId} ${sha256}`);
  const isTwice = new Set(pairs).size < pairs.length;
  const wrongPapers = documents.flatMap(({ documentId, sha256 }) => {
    if (!kinds.has(documentId)) {
      return ['Ada dokumen yang bukan untuk jenis riwayat ini.'];
    }
    return papers.has(sha256) ? [] : ['Ada dokumen yang belum diunggah untuk usul ini.'];
  });
  const twice = isTwice ? ['Satu dokumen disebut dua kali.'] : [];
  return [...new Set([...wrongValues, ...wrongPapers, ...twice])];
}

/** What is wrong with a new value; undefined: nothing. Signs that nobody sees are nothing that fills a field. */
function faultOf(field: FieldSpec, value: string): string | undefined {
  const { label, format, required } = field;
  if (value === '') return required ? `${label} wajib diisi.` : undefined;
  const mayBreak = format.kind === 'text' && format.multiline === true;
  const isTyped = value === value.trim() && (mayBreak ? saysSomething(value) : isPlainLine(value));
  return isTyped ? formatProblem(field, value) : `${label}: ada huruf yang tidak terlihat.`;
}

function idOf({ documentId }: { readonly documentId: string }): string {
  return documentId;
}

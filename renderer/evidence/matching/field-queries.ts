import { assertNever } from '#shared/kernel/assert-never.ts';
import type { FieldQuery, NamedEmployee } from '#renderer/evidence/matching/field-evidence.ts';
import { printedCode } from '#renderer/evidence/matching/printed-codes.ts';
import { labelsOfField } from '#renderer/evidence/matching/printed-labels.ts';
import type { Employee } from '#shared/records/employee.ts';
import { filledFields } from '#shared/records/judged-fields.ts';
import type { EmployeeKind, FieldSpec } from '#shared/records/record-type.ts';
import type { Usul } from '#shared/records/usul.ts';
import { listCodes } from '#shared/reference/reference-tables.ts';
import type { ReferenceTableId } from '#shared/reference/reference-table-ids.ts';

/** An usul as far as its values are sought; without an employee nobody else is told from him or her. */
export type QueriedUsul = Pick<Usul, 'recordType' | 'kind' | 'values' | 'oldValues'> & {
  readonly employee?: Pick<Employee, 'kind' | 'nama' | 'nip' | 'nik'>;
};

/**
 * The proposed values (of a deletion: those that are to go) that a document of the usul has to prove, as queries, those first whose strongest proof it is;
 * `documentId` null: the values of all documents. Codes that no paper prints and empty values give no query.
 */
export function fieldQueriesOf(usul: QueriedUsul, documentId: string | null): FieldQuery[] {
  const rank = ({ provenBy }: FieldSpec): number =>
    documentId === null ? 0 : provenBy.indexOf(documentId);
  const queries = filledFields(usul)
    .filter((spec) => spec.provenBy.length > 0 && rank(spec) >= 0)
    .toSorted((one, other) => rank(one) - rank(other))
    .map((spec) => queryOf(spec, usul.values[spec.name] ?? '', usul.employee?.kind))
    .filter((query) => query !== null)
    .map((query) => (isInRow(usul.recordType, query) ? { ...query, person: 'anggota' } : query));
  const employee = namedEmployeeOf(usul);
  return queries.map((query) => ({ ...withLetter(query, queries), ...(employee && { employee }) }));
}

/** Papers of a family are about others than the employee; their rows are told by the person proposed. */
function namedEmployeeOf({ recordType, employee }: QueriedUsul): NamedEmployee | undefined {
  if (!employee || recordType === 'keluarga') return undefined;
  const { nama, nip, nik } = employee;
  return { nama, nip, nik };
}

/** A date with the number of the letter that it is of, where the usul has both ("skAsalNomor", "skAsalTanggal"). */
function withLetter(query: FieldQuery, queries: readonly FieldQuery[]): FieldQuery {
  const letter = letterOf(query.field);
  const number = queries.find(({ kind, field }) => kind === 'nomor' && letterOf(field) === letter);
  return query.kind === 'tanggal' && letter !== '' && number
    ? { ...query, letter: number.value }
    : query;
}

/** What is left of a field's name without the words for number and date. */
function letterOf(field: string): string {
  return field
    .replaceAll('_', '')
    .toLowerCase()
    .replace(/nomor|tanggal|tgg?l|date|^no/, '');
}

/** What a family card tells of each person in a row. */
const inRow = ['nama', 'nomorIdentitas', 'jenisKelamin', 'tempatLahir', 'tglLahir', 'agamaId'];

function isInRow(recordType: Usul['recordType'], { field }: FieldQuery): boolean {
  return recordType === 'keluarga' && inRow.includes(field);
}

type Shape = Pick<FieldQuery, 'kind' | 'value' | 'also' | 'unit' | 'rivals'>;

function queryOf(
  spec: FieldSpec,
  value: string,
  employeeKind: EmployeeKind | undefined,
): FieldQuery | null {
  const shape = value.trim() === '' ? null : shapeOf(spec, value.trim(), employeeKind);
  if (!shape) return null;
  return {
    field: spec.name,
    ...shape,
    labels: [...labelsOfField(spec.name)],
    of: ownerOf(spec, shape.kind),
  };
}

function shapeOf(
  { name, format }: FieldSpec,
  value: string,
  employeeKind: EmployeeKind | undefined,
): Shape | null {
  const as = (kind: FieldQuery['kind']): Shape => ({ kind, value, also: [] });
  switch (format.kind) {
    case 'date':
      return as('tanggal');
    case 'year':
      return as('tahun');
    case 'integer':
      if (/^bulan.*penilaian$/i.test(name)) return as('bulan');
      return isTime(format.unit) ? { ...as('angka'), unit: format.unit } : as('angka');
    case 'decimal':
      return as('angka');
    case 'money':
      return as('uang');
    case 'nip':
      return as('nip');
    case 'nik':
      return as('nik');
    case 'phone':
    case 'documentNumber':
      return as('nomor');
    case 'personName':
      return as('nama');
    case 'text':
      if (/^gelar/i.test(name)) return as('gelar');
      return name.endsWith('NipNrp') ? as(/^\d{18}$/.test(value) ? 'nip' : 'nomor') : as('teks');
    case 'email':
      return as('teks');
    case 'code': {
      const code = printedCode(format.table, value, employeeKind);
      if (!code) return null;
      const kind = format.table === 'golonganPns' ? 'golongan' : 'teks';
      const shape: Shape = { kind, value: code.value, also: [...code.also] };
      return kind === 'teks' ? { ...shape, rivals: rivalsOf(format.table, value) } : shape;
    }
    default:
      return assertNever(format);
  }
}

/** Longer tables are no choice between a few words. */
const fewCodes = 12;

/** How papers print the other codes of a short table. */
function rivalsOf(table: ReferenceTableId, id: string): string[] {
  const codes = listCodes(table);
  if (codes.length > fewCodes) return [];
  return codes
    .filter((code) => code.id !== id)
    .flatMap((code) => printedCode(table, code.id)?.value ?? []);
}

/** Years and months of service: the unit tells the one number from the other. */
function isTime(unit: string | undefined): unit is 'tahun' | 'bulan' {
  return unit === 'tahun' || unit === 'bulan';
}

function ownerOf({ name }: FieldSpec, kind: FieldQuery['kind']): FieldQuery['of'] {
  if (/penilai/i.test(name) && kind !== 'angka') return 'pejabat';
  const ofPerson: readonly FieldQuery['kind'][] = ['nama', 'gelar', 'nip', 'nik', 'golongan'];
  if (ofPerson.includes(kind)) return 'pegawai';
  return kind === 'teks' && /jabatan|unor|instansi|lahir|alamat/i.test(name)
    ? 'pegawai'
    : 'dokumen';
}

import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import { namesKnownPerson } from '#renderer/evidence/matching/document/other-person.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
import { deletionFactsOf } from '#shared/records/deletion/deletion-facts.ts';
import { saysSame } from '#shared/records/deletion/record-keys.ts';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import type { FieldFormat } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';

/**
 * The warnings of an usul's documents as they stand for its kind. A document that bears out a record speaks against
 * deleting it, unless all that it bears out stays in another record; another person's document is just what is claimed
 * where the record is said to be another's: it then bears the record out only if it names the employee.
 */
export function warningsOfKind(
  usul: Usul,
  fields: Readonly<Record<string, CaseFieldEvidence>>,
  warnings: readonly DocumentWarning[],
  readings: Readonly<Record<string, DocumentReading>>,
): readonly DocumentWarning[] {
  if (usul.kind !== 'hapus') return warnings;
  const { claim, record, counterpart, remaining } = deletionFactsOf(usul);
  const isForeign = claim.kind === 'disebut' && claim.reason === 'bukan_miliknya';
  const foreign = warnings.filter(({ kind }) => kind === 'orang_lain').map(({ sha256 }) => sha256);
  const borneOut = Object.entries(fields).flatMap(([name, { status, sha256 }]) =>
    status === 'ditemukan' && sha256 !== null && !foreign.includes(sha256)
      ? [{ name, sha256 }]
      : [],
  );
  const proving = [...new Set(borneOut.map(({ sha256 }) => sha256))].flatMap((sha256) => {
    const found = borneOut.filter((one) => one.sha256 === sha256).map(({ name }) => name);
    const lostWith = (other: RecordValues): readonly string[] =>
      found.filter((name) => !saysSame(other[name], record[name]));
    // The right record beside a wrong one may have neither its number nor its name.
    const stays = remaining.some((other) => lostWith(other).length === 0);
    const names = stays ? [] : counterpart ? lostWith(counterpart) : found;
    const proves = provesRecord(usul, names, Object.keys(fields).length);
    if (!proves || (isForeign && !namesEmployee(usul, readings[sha256]))) return [];
    return [provingWarning(sha256, names.length)];
  });
  return [...proving, ...warnings.filter(({ kind }) => kind !== 'orang_lain' || !isForeign)];
}

function namesEmployee({ employee }: Usul, reading: DocumentReading | undefined): boolean {
  const known = { employee, relatives: [], born: [] };
  return reading !== undefined && namesKnownPerson(reading, known);
}

/** Values that are of one record alone: a name or a place is printed on many papers. */
const telling: readonly FieldFormat['kind'][] = ['date', 'documentNumber', 'nik', 'nip'];

/** Two values, one of them of this record alone; where a type has none such (SKP), its year with half of the record. */
function provesRecord({ recordType }: Usul, names: readonly string[], sought: number): boolean {
  const kinds = fieldsOf(recordTypes[recordType])
    .filter(({ name }) => names.includes(name))
    .map(({ format }) => format.kind);
  if (names.length < 2) return false;
  if (kinds.some((kind) => telling.includes(kind))) return true;
  return kinds.includes('year') && names.length * 2 >= sought;
}

function provingWarning(sha256: string, count: number): DocumentWarning {
  const detail = String(count);
  return {
    sha256,
    kind: 'membuktikan',
    page: null,
    flaws: [],
    detail,
    reason: 'HAPUS_TAK_BERDASAR',
  };
}

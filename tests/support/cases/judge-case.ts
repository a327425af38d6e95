import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
import { documentWarnings } from '#renderer/evidence/matching/document/document-warnings.ts';
import type { FieldEvidence, FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { fieldQueriesOf } from '#renderer/evidence/matching/field-queries.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { labelsOfField } from '#renderer/evidence/matching/printed-labels.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { sampleEmployee } from '#tests/support/samples/faultless-usul.ts';
import type { CaseStatus, EvidenceCase } from '#tests/support/cases/case-file.ts';

/** Something that was said and is not right. */
export interface CaseMistake {
  /** `accusation`: a right value is said to be another one; `false green`: a wrong one to stand there. */
  readonly kind: 'false green' | 'accusation' | 'other status' | 'flaw' | 'left out' | 'no warning';
  readonly text: string;
}

/** What was said of a case, a line each, and what of it is wrong. */
export interface JudgedCase {
  readonly said: readonly string[];
  readonly mistakes: readonly CaseMistake[];
}

/** One usul of a case: values of different fields, which are proposed together. */
export interface CaseProposal {
  readonly values: EvidenceCase['values'];
  readonly queries: readonly FieldQuery[];
}

/** The usul of a case: where several values are tried for one field, one after the other. */
export function proposalsOf(of: EvidenceCase): readonly CaseProposal[] {
  const proposals: EvidenceCase['values'][] = [];
  for (const value of of.values) {
    const free = proposals.find((values) => values.every(({ field }) => field !== value.field));
    if (free) free.push(value);
    else proposals.push([value]);
  }
  if (proposals.length === 0) proposals.push([]);
  return proposals.map((values) => ({ values, queries: queriesOf(of, values) }));
}

function queriesOf(of: EvidenceCase, values: EvidenceCase['values']): readonly FieldQuery[] {
  const { recordType } = of;
  const proposed = Object.fromEntries(values.map(({ field, value }) => [field, value]));
  const employee = { ...sampleEmployee, ...of.person };
  const change = { kind: 'tambah' as const, values: proposed, oldValues: null };
  const usul = { recordType, employee, ...change };
  const queries = fieldQueriesOf(usul, null);
  return values.map(({ field, value }) => {
    const known = queries.find((query) => query.field === field);
    return known ?? { ...personal(field), value, employee: of.person };
  });
}

/** What every paper says of its employee, whatever is proposed. */
function personal(field: string): Omit<FieldQuery, 'value'> {
  const kind = field === 'nip' || field === 'nama' ? field : 'teks';
  return { field, kind, also: [], labels: [...labelsOfField(field)], of: 'pegawai' };
}

/** What the screen says of a case, and whether it may: `readings` are those for each of its proposals. */
export function judgeCase(of: EvidenceCase, readings: readonly DocumentReading[]): JudgedCase {
  const said: string[] = [];
  const mistakes: CaseMistake[] = [];
  for (const [at, { values, queries }] of proposalsOf(of).entries()) {
    const reading = readings[at];
    if (!reading) continue;
    const evidence = matchFields(queries, reading);
    for (const [index, { field, value, right }] of values.entries()) {
      const one = evidence[index];
      if (!one) continue;
      const text = `${field} ${value}: ${textOf(one)}`;
      said.push(text);
      const { status } = one;
      if (!right.includes(status)) mistakes.push({ kind: mistakeOf(status), text });
    }
  }
  const [first] = readings;
  return first
    ? { said, mistakes: [...mistakes, ...documentMistakes(of, first)] }
    : { said, mistakes };
}

function mistakeOf(status: CaseStatus): CaseMistake['kind'] {
  if (status === 'ditemukan') return 'false green';
  return status === 'berbeda' ? 'accusation' : 'other status';
}

function textOf(one: FieldEvidence): string {
  if (one.status === 'tidak_ditemukan') return one.status;
  const because = one.status === 'mirip' ? ` (${one.because})` : '';
  return `${one.status}${because} "${one.place.printed}", page ${one.place.page}`;
}

function documentMistakes(of: EvidenceCase, reading: DocumentReading): readonly CaseMistake[] {
  const flaws = reading.pages.flatMap(({ quality }) => [
    ...quality.flaws,
    ...(quality.level === 'tidak_terbaca' ? ['tidak_terbaca'] : []),
  ]);
  const leftOut = (reading.pageCount ?? 0) > reading.pages.length;
  const warnings = warningsOf(of, reading);
  return [
    ...(of.flawsAbsent ?? [])
      .filter((flaw) => flaws.includes(flaw))
      .map((flaw) => ({ kind: 'flaw' as const, text: flaw })),
    ...(of.pageLeftOut === undefined || of.pageLeftOut === leftOut
      ? []
      : [{ kind: 'left out' as const, text: String(leftOut) }]),
    ...(of.warnings ?? [])
      .filter((wanted) => !warnings.some((warning) => speaksOf(wanted, warning)))
      .map((text) => ({ kind: 'no warning' as const, text })),
  ];
}

/** Which warnings say what a case asks for. */
const kindsFor: readonly { readonly wanted: RegExp; readonly said: RegExp }[] = [
  { wanted: /another person/, said: /orang_lain|dua_orang/ },
  { wanted: /dynamic form|xfa/i, said: /formulir_dinamis/ },
];

function speaksOf(wanted: string, { kind, detail }: DocumentWarning): boolean {
  const rule = kindsFor.find((each) => each.wanted.test(wanted));
  return !rule || rule.said.test(`${kind} ${detail}`);
}

function warningsOf(of: EvidenceCase, reading: DocumentReading): readonly DocumentWarning[] {
  const { recordType, person } = of;
  const documentId = recordTypes[recordType].documents[0]?.id ?? '';
  const values = Object.fromEntries(of.values.map(({ field, value }) => [field, value]));
  const born = person.nip.replace(/^(\d{4})(\d{2})(\d{2})\d*$/, '$1-$2-$3');
  const tanggalLahir = isLocalDate(born) ? born : sampleEmployee.tanggalLahir;
  const employee = {
    ...sampleEmployee,
    ...person,
    tanggalLahir,
    gelarDepan: '',
    gelarBelakang: '',
  };
  const usul = { employee, recordType, values, oldValues: null };
  return documentWarnings(usul, [{ document: { documentId, sha256: reading.sha256 }, reading }]);
}

import { isDeepStrictEqual } from 'node:util';
import type { FieldSpec } from '#shared/records/record-type.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import type { Finding } from '#shared/records/rules/finding.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import {
  breakOrder,
  recordBeside,
  type UsulAmongRecords,
} from '#build/demo/faults/broken-order.ts';
import { contradictions } from '#build/demo/faults/contradictions.ts';
import { printedFields, provingDocument } from '#build/demo/faults/printed-fields.ts';
import type {
  DemoRequest,
  PlannedRecord,
  PlannedUsul,
  RuleFaultKind,
} from '#build/demo/plan/demo-plan.ts';
import { expectedUsul } from '#build/demo/plan/expected-usul.ts';
import { type Random, makeRandom } from '#build/demo/random.ts';

/** One usul in so many gets a fault that the rules find; more in the small inbox, which shows every kind at once. */
const everyNth: Readonly<Record<DemoRequest['size'], number>> = { full: 13, small: 9 };

/** The kinds take turns, so that a small inbox has all of them. */
const turns: readonly RuleFaultKind[] = [
  'tahun_mustahil',
  'data_ganda',
  'isian_bertentangan',
  'riwayat_melompat',
  'tahun_mustahil',
  'hapus_tanpa_dasar',
  'isian_bertentangan',
];

/** How many usul go by before a record type is chosen again, where another one is to be had. */
const restOfType = 7;

/** Usul and records, some of them changed so that a rule raises an error or a warning. */
interface UsulsAndRecords {
  readonly usuls: readonly PlannedUsul[];
  readonly records: readonly PlannedRecord[];
}

/**
 * Plants faults that the rules find by themselves, in usul that have no other fault and still wait where they were
 * submitted. All that was planned before stays as it was.
 */
export function plantFindings(
  request: DemoRequest,
  { usuls, records }: UsulsAndRecords,
): UsulsAndRecords {
  const changed = new Map<string, PlannedUsul>();
  const recordsOf = groupRecords(records);
  for (const opd of new Set(usuls.map((usul) => usul.opd))) {
    const own = usuls.filter((usul) => usul.opd === opd);
    const among = makeRandom(request.seed, 'temuan', opd.slug)
      .shuffle(own)
      // Where the unor is not in use any more a rule speaks already.
      .filter((usul) => !usul.fault && usul.steps.length === 0 && usul.person.unor.active)
      .map((usul) => ({ usul, records: recordsOf.get(keyOf(usul)) ?? [] }));
    const count = Math.round(own.length / everyNth[request.size]);
    for (const planted of plantInOffice(request, among, count)) {
      changed.set(planted.usul.id, planted.usul);
      recordsOf.set(keyOf(planted.usul), planted.records);
    }
  }
  return {
    usuls: usuls.map((usul) => changed.get(usul.id) ?? usul),
    records: [...recordsOf.values()].flat(),
  };
}

function plantInOffice(
  request: DemoRequest,
  among: readonly UsulAmongRecords[],
  count: number,
): UsulAmongRecords[] {
  const done: UsulAmongRecords[] = [];
  for (let turn = 0; turn < count + turns.length && done.length < count; turn += 1) {
    const taken = new Set(done.map(({ usul }) => usul.id));
    const recent = new Set(done.slice(-restOfType).map(({ usul }) => usul.recordType));
    const free = among.filter(({ usul }) => !taken.has(usul.id));
    const planted = plantFirst(turns[turn % turns.length]!, request, [
      ...free.filter(({ usul }) => !recent.has(usul.recordType)),
      ...free.filter(({ usul }) => recent.has(usul.recordType)),
    ]);
    if (planted) done.push(planted);
  }
  return done;
}

function plantFirst(
  kind: RuleFaultKind,
  request: DemoRequest,
  among: readonly UsulAmongRecords[],
): UsulAmongRecords | undefined {
  for (const one of among) {
    const planted = plant[kind](one, request, makeRandom(request.seed, 'temuan', one.usul.id));
    if (planted) return planted;
  }
  return undefined;
}

type Planter = (
  one: UsulAmongRecords,
  request: DemoRequest,
  random: Random,
) => UsulAmongRecords | undefined;

const plant: Readonly<Record<RuleFaultKind, Planter>> = {
  data_ganda: proposeTwice,
  tahun_mustahil: mistypeYear,
  isian_bertentangan: contradict,
  riwayat_melompat: jump,
  hapus_tanpa_dasar: deleteGroundlessly,
};

/** The employee has the proposed record already. */
function proposeTwice(one: UsulAmongRecords, request: DemoRequest) {
  const { usul, records } = one;
  if (usul.kind !== 'tambah') return undefined;
  const twice = { usul, records: [...records, recordBeside(usul, usul.values)] };
  return withFault('data_ganda', twice, request);
}

/** The record that would go is said to be there twice, and is not; the document bears it out. */
function deleteGroundlessly(one: UsulAmongRecords, request: DemoRequest, random: Random) {
  const { usul, records } = one;
  const at = records.findIndex(({ values }) => isDeepStrictEqual(values, usul.oldValues));
  const twin = records.findLastIndex(({ values }) => isDeepStrictEqual(values, usul.oldValues));
  if (usul.kind !== 'hapus' || at === twin) return undefined;
  const alone = random.chance(0.5) ? records.filter((_, index) => index === at) : null;
  const left = { usul, records: alone ?? records.filter((_, index) => index !== twin) };
  return withFault('hapus_tanpa_dasar', left, request);
}

function mistypeYear(one: UsulAmongRecords, request: DemoRequest, random: Random) {
  const { usul } = one;
  for (const field of random.shuffle(printedFields(usul))) {
    const right = usul.values[field.name]!;
    const isDate = field.format.kind === 'date' && isLocalDate(right);
    if (!isDate && field.format.kind !== 'year') continue;
    for (const year of random.shuffle(wrongYears(right.slice(0, 4)))) {
      const wrong = `${year}${right.slice(4)}`;
      if (isDate && !isLocalDate(wrong)) continue;
      const planted = mistype('tahun_mustahil', one, request, field, wrong);
      if (planted) return planted;
    }
  }
  return undefined;
}

/** How a year comes out wrong: its last digits the other way round, one off the keyboard, or the wrong century. */
function wrongYears(year: string): string[] {
  const [century, ten, unit] = [year.slice(0, 2), year.charAt(2), year.charAt(3)];
  return [
    `${century}${unit}${ten}`,
    `${century}${Number(ten) + 1}${unit}`,
    `${century === '20' ? '19' : '20'}${ten}${unit}`,
  ].filter((wrong) => /^\d{4}$/.test(wrong));
}

function contradict(one: UsulAmongRecords, request: DemoRequest, random: Random) {
  const { usul } = one;
  const printed = new Map(printedFields(usul).map((field) => [field.name, field]));
  for (const [name, slip] of random.shuffle(contradictions[usul.recordType] ?? [])) {
    const field = printed.get(name);
    if (!field) continue;
    const wrong = slip(usul.values[name]!, random);
    const planted = mistype('isian_bertentangan', one, request, field, wrong);
    if (planted) return planted;
  }
  return undefined;
}

function jump(one: UsulAmongRecords, request: DemoRequest, random: Random) {
  const broken = breakOrder(one, request.today, random);
  return broken && withFault('riwayat_melompat', broken, request);
}

/** One field wrong, the document right; undefined unless a rule speaks of that very field. */
function mistype(
  kind: RuleFaultKind,
  { usul, records }: UsulAmongRecords,
  request: DemoRequest,
  field: FieldSpec,
  wrong: string,
): UsulAmongRecords | undefined {
  const right = usul.values[field.name]!;
  if (wrong === right || wrong === (usul.oldValues?.[field.name] ?? '')) return undefined;
  const { [field.name]: _, ...others } = usul.values;
  const values: RecordValues = wrong === '' ? others : { ...usul.values, [field.name]: wrong };
  const changed = { ...usul, values };
  const spoken = findingsOf({ usul: changed, records }, request);
  if (!spoken.some(({ fields }) => fields.includes(field.name))) return undefined;
  const fault = {
    kind,
    fields: [field.name],
    documentIndex: provingDocument(usul, field),
    documentSays: { [field.name]: right },
  };
  return { usul: { ...changed, fault }, records };
}

/** The fault concerns what the rules say it concerns; the documents agree with what is proposed. */
function withFault(
  kind: RuleFaultKind,
  { usul, records }: UsulAmongRecords,
  request: DemoRequest,
): UsulAmongRecords | undefined {
  const findings = findingsOf({ usul, records }, request);
  if (findings.length === 0) return undefined;
  const fields = [...new Set(findings.flatMap((finding) => finding.fields))];
  const fault = { kind, fields, documentIndex: 0, documentSays: {} };
  return { usul: { ...usul, fault }, records };
}

function findingsOf({ usul, records }: UsulAmongRecords, request: DemoRequest): Finding[] {
  return checkUsul(expectedUsul({ records }, usul), request.today).filter(
    ({ level }) => level !== 'info',
  );
}

/** What of the records belongs to an usul: those of the same person and type. */
function keyOf(one: PlannedUsul | PlannedRecord): string {
  return `${'person' in one ? one.person.id : one.personId} ${one.recordType}`;
}

function groupRecords(records: readonly PlannedRecord[]): Map<string, readonly PlannedRecord[]> {
  const groups = new Map<string, PlannedRecord[]>();
  for (const record of records) {
    const group = groups.get(keyOf(record));
    if (group) group.push(record);
    else groups.set(keyOf(record), [record]);
  }
  return groups;
}

import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { landscape, sheets } from '#build/demo/documents/surface.ts';
import { officials } from '#build/demo/offices/regency.ts';
import type { Person } from '#build/demo/people/person.ts';
import { ranks } from '#build/demo/people/ranks.ts';
import { evaluation, scoreSheet } from '#build/demo/records/skp-papers.ts';
import { buildScores } from '#build/demo/records/skp-scores.ts';
import { type RecordBuilder, type RecordDraft, filled } from '#build/demo/records/record-draft.ts';
import { yearOf } from '#build/demo/calendar.ts';
import { type Random, makeRandom } from '#build/demo/random.ts';

/** Which form an assessment has; the older ones only where a record is corrected or deleted. */
type SkpForm = 'skp22' | 'periodik' | 'skp_2021' | 'skp_2014' | 'dp3';

/** An assessment of one of the last two years in the form in force since 2022. */
export const buildSkp: RecordBuilder = (context) =>
  buildSkpOf(
    context.random.weighted([
      ['skp22', 85],
      ['periodik', 15],
    ]),
    context,
  );

/** An assessment of an earlier generation. */
export const buildOldSkp: RecordBuilder = (context) =>
  buildSkpOf(
    context.random.weighted([
      ['skp_2014', 50],
      ['skp_2021', 30],
      ['dp3', 20],
    ]),
    context,
  );

function buildSkpOf(form: SkpForm, context: Parameters<RecordBuilder>[0]): RecordDraft | undefined {
  const { person, random, today } = context;
  if (person.kind !== 'pns' || person.opd.head.nip === person.nip) return undefined;
  const year = yearOfForm(form, random, today);
  if (yearOf(person.start) >= year) return undefined;
  if (form === 'skp22' || form === 'periodik') {
    const values = quadrantValues(person, form, year, random);
    const before =
      yearOf(person.start) < year - 1 && form === 'skp22'
        ? [quadrantValues(person, 'skp22', year - 1, random)]
        : [];
    return {
      values,
      others: [...assessmentsUntil(person, year - 1 - before.length), ...before],
      documents: [
        {
          documentId: '890',
          sheet: landscape(random.pick([sheets.a4, sheets.f4])),
          content: evaluation(person, values, random),
        },
      ],
    };
  }
  const values = { ...buildScores(form, year, person, random), ...assessorValues(person, true) };
  return {
    values,
    others: assessmentsUntil(person, year - 1),
    documents: [
      {
        documentId: form === 'dp3' ? 'mv-dp3' : '891',
        sheet: sheets.f4,
        content: scoreSheet(person, form, values),
      },
    ],
  };
}

/** The assessments that everybody has whom the PDM asks for them: those of the last two years. */
export function recentAssessments(person: Person, today: LocalDate): readonly RecordValues[] {
  if (person.kind !== 'pns') return [];
  return assessmentsUntil(person, yearOf(today) - 1).slice(-2);
}

/** Assessments of up to four years that end with this one, oldest first; the same for the same person and year. */
function assessmentsUntil(person: Person, last: number): RecordValues[] {
  const first = Math.max(yearOf(person.start) + 1, last - 3);
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.map((year) => {
    const random = makeRandom(person.id, 'skp', year);
    if (year >= 2022) return quadrantValues(person, 'skp22', year, random);
    const form = year === 2021 ? 'skp_2021' : year >= 2014 ? 'skp_2014' : 'dp3';
    return { ...buildScores(form, year, person, random), ...assessorValues(person, true) };
  });
}

function yearOfForm(form: SkpForm, random: Random, today: LocalDate): number {
  switch (form) {
    case 'skp22':
      return yearOf(today) - random.whole(1, 2);
    case 'periodik':
      return yearOf(today) - 1;
    case 'skp_2021':
      return 2021;
    case 'skp_2014':
      return random.whole(2016, 2020);
    case 'dp3':
      return random.whole(2011, 2013);
  }
}

const quadrants = [
  ['1', '1', '1'],
  ['2', '2', '2'],
  ['2', '2', '2'],
  ['1', '2', '2'],
  ['2', '1', '2'],
] as const;

function quadrantValues(
  person: Person,
  form: 'skp22' | 'periodik',
  year: number,
  random: Random,
): RecordValues {
  const [result, behaviour, predicate] = random.pick(quadrants);
  const quarter = random.whole(0, 2);
  return filled({
    jenisSkp: form,
    tahun: form === 'skp22' ? String(year) : undefined,
    periodikId: form === 'periodik' ? '2' : undefined,
    bulanMulaiPenilaian: form === 'periodik' ? String(quarter * 3 + 1) : undefined,
    tahunMulaiPenilaian: form === 'periodik' ? String(year) : undefined,
    bulanSelesaiPenilaian: form === 'periodik' ? String(quarter * 3 + 3) : undefined,
    tahunSelesaiPenilaian: form === 'periodik' ? String(year) : undefined,
    hasilKinerjaNilai: result,
    perilakuKerjaNilai: behaviour,
    kuadranKinerjaNilai: predicate,
    ...assessorValues(person, false),
  });
}

function bareName(official: { name: string }): string {
  return official.name.replace(/,.*$/, '').replace(/^(H\. |Drs\. |Dra\. |Dr\. |Ir\. )+/, '');
}

function assessorValues(person: Person, withSuperior: boolean): RecordValues {
  const { head, name } = person.opd;
  const sekda = officials.sekda;
  return filled({
    statusPenilai: 'ASN',
    penilaiNipNrp: head.nip,
    penilaiNama: bareName(head),
    penilaiJabatan: titleOf(head.title),
    penilaiGolongan: ranks.find((rank) => rank.pangkat === head.rank)?.id,
    penilaiUnorNama: name,
    ...(withSuperior
      ? {
          statusAtasanPenilai: 'ASN',
          atasanPenilaiNipNrp: sekda.nip,
          atasanPenilaiNama: bareName(sekda),
          atasanPenilaiJabatan: 'Sekretaris Daerah',
          atasanPenilaiGolongan: '44',
          atasanPenilaiUnorNama: 'Sekretariat Daerah',
        }
      : {}),
  });
}

const smallWords = new Set(['dan', 'di', 'untuk']);
const keptWords = new Set(['RSUD', 'UPTD']);

function titleOf(title: string): string {
  return title
    .split(' ')
    .map((word) => {
      const lower = word.toLowerCase();
      if (smallWords.has(lower) || keptWords.has(word)) return smallWords.has(lower) ? lower : word;
      return word.charAt(0) + lower.slice(1);
    })
    .join(' ');
}

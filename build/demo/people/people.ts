import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { EmployeeKind } from '#shared/records/record-type.ts';
import type { Employee } from '#shared/records/employee.ts';
import { instansi, type Opd, type Track, type Unor } from '#build/demo/offices/offices.ts';
import { subdistricts } from '#build/demo/offices/regency.ts';
import { type EntryLevel, makeLadder } from '#build/demo/people/career.ts';
import { makeDegree, makeFirstEducation } from '#build/demo/people/education.ts';
import { makeFamily } from '#build/demo/people/family.ts';
import {
  firstUnrealSerial,
  makeNik,
  makeNip,
  makeNiPppk,
} from '#build/demo/people/identity-numbers.ts';
import { birthplaces, streets } from '#build/demo/people/names.ts';
import { makePersonName } from '#build/demo/people/person-name.ts';
import {
  type Address,
  type Education,
  type Person,
  type Post,
  type RankStep,
  currentStep,
} from '#build/demo/people/person.ts';
import {
  functionalLevel,
  makeContractedPost,
  makeGeneralPost,
  makeHeadPost,
  skilledPosts,
} from '#build/demo/people/posts.ts';
import { addYears, day, yearOf } from '#build/demo/calendar.ts';
import { type Random, makeObjectId, makeRandom } from '#build/demo/random.ts';

/** Everybody who works in these offices, in the order of offices and units. */
export function planPeople(seed: string, offices: readonly Opd[], today: LocalDate): Person[] {
  const taken = new Set<string>();
  return offices.flatMap((opd) =>
    Array.from({ length: opd.headcount }, (_, index) => makePerson(seed, opd, index, today, taken)),
  );
}

/** The employee as the agency's own data and the contract have him or her. */
export function toEmployee(person: Person): Employee {
  return {
    id: person.id,
    kind: person.kind,
    nip: person.nip,
    nik: person.nik,
    nama: person.name,
    gelarDepan: person.titleFront,
    gelarBelakang: person.titleBack,
    jenisKelamin: person.sex,
    tempatLahir: person.birthplace,
    tanggalLahir: person.born,
    tmtCpns: person.kind === 'pns' ? person.start : null,
    golonganId: currentStep(person)?.rankId ?? null,
    jabatan: person.post.name,
    unorId: person.unor.id,
    unorNama: person.unor.name,
    ...(person.kind === 'ppt_non_asn' ? {} : { kedudukanHukumId: '01' }),
    ...(person.kind === 'pns' ? dataUtamaOf(person) : {}),
    jenisJabatanId: person.post.kindId,
    ...(person.post.eselonId === '' ? {} : { eselonId: person.post.eselonId }),
    tkPendidikanTerakhirId:
      person.education
        .map(({ levelId }) => levelId)
        .toSorted()
        .at(-1) ?? '',
  };
}

/** What the agency knows of a PNS alone: at work where he or she belongs, in the kind of post that was recruited for. */
function dataUtamaOf({ post }: Person): Partial<Employee> {
  return {
    jenisPegawaiId: '15',
    instansiIndukId: instansi.id,
    instansiKerjaId: instansi.id,
    formasiJenisJabatanId: post.kindId,
  };
}

function makePerson(
  seed: string,
  opd: Opd,
  index: number,
  today: LocalDate,
  taken: Set<string>,
): Person {
  const random = makeRandom(seed, 'orang', opd.slug, index);
  const unor = unorOf(opd, index, random);
  const heads = index < opd.unors.length && unor.track !== 'guru';
  const kind: EmployeeKind = heads ? 'pns' : pickKind(random, unor.track);
  const level = heads ? 'S1' : pickLevel(random, unor.track, kind);
  const sex = random.chance(unor.track === 'guru' || unor.track === 'nakes' ? 0.66 : 0.42)
    ? 'F'
    : 'M';
  const { born, start } = makeDates(random, kind, level, today, heads);
  const education = makeEducation(random, unor.track, level, born, kind, start, today);
  const name = makePersonName(random, sex);
  const address = makeAddress(random);
  const functional = !heads && kind !== 'ppt_non_asn' && level !== 'SLTA' && unor.track !== 'umum';
  const ladder = kind === 'pns' ? makeLadder(random, level, start, today, functional) : [];
  return {
    id: makeObjectId(seed, 'orang', opd.slug, index),
    kind,
    nip: makeNumber(random, kind, born, start, sex, taken),
    nik: makeNik(born, sex, address.subdistrictCode, random.whole(9001, 9999)),
    name,
    ...titlesOf(education),
    sex,
    birthplace: random.pick(birthplaces),
    born,
    start,
    opd,
    unor,
    post: makePost(random, { unor, heads, functional, kind, level, ladder, start }),
    education,
    ladder,
    golonganPppk: kind === 'pppk' ? { SLTA: 'V', D3: 'VII', S1: 'IX', S2: 'X' }[level] : '',
    agamaId: random.weighted([
      ['1', 82],
      ['2', 8],
      ['3', 5],
      ['4', 4],
      ['5', 1],
    ]),
    ...makeFamily(random, { sex, born }, address, today),
    familyCard: makeNik(born, 'M', address.subdistrictCode, random.whole(9001, 9999)),
    address,
    phone: `08${random.whole(11, 99)}9900${random.digits(4)}`,
    email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}${random.digits(2)}@surel.example`,
  };
}

function unorOf(opd: Opd, index: number, random: Random): Unor {
  return opd.unors[index] ?? random.weighted(opd.unors.map((unor) => [unor, unor.weight] as const));
}

function pickKind(random: Random, track: Track): EmployeeKind {
  const shares = track === 'guru' || track === 'nakes' ? [62, 31, 7] : [74, 14, 12];
  return random.weighted([
    ['pns', shares[0]!],
    ['pppk', shares[1]!],
    ['ppt_non_asn', shares[2]!],
  ]);
}

function pickLevel(random: Random, track: Track, kind: EmployeeKind): EntryLevel {
  if (kind === 'ppt_non_asn')
    return random.weighted([
      ['SLTA', 60],
      ['D3', 10],
      ['S1', 30],
    ]);
  switch (track) {
    case 'guru':
      return random.weighted([
        ['S1', 85],
        ['SLTA', 9],
        ['S2', 6],
      ]);
    case 'nakes':
      return random.weighted([
        ['D3', 48],
        ['S1', 42],
        ['SLTA', 8],
        ['S2', 2],
      ]);
    case 'teknis':
    case 'umum':
      return random.weighted([
        ['S1', 52],
        ['SLTA', 28],
        ['D3', 15],
        ['S2', 5],
      ]);
  }
}

function makeDates(
  random: Random,
  kind: EmployeeKind,
  level: EntryLevel,
  today: LocalDate,
  heads: boolean,
): { born: LocalDate; start: LocalDate } {
  const youngest = { SLTA: 20, D3: 22, S1: 24, S2: 26 }[level];
  const age = youngest + random.whole(0, 8);
  const year = yearOf(today);
  const start =
    kind === 'pppk'
      ? day(random.whole(2021, year - 1), random.pick([1, 2, 3, 4, 6]), 1)
      : kind === 'ppt_non_asn'
        ? day(random.whole(2012, year - 2), random.pick([1, 1, 7]), random.pick([1, 2, 3]))
        : day(
            random.whole(year - 28, heads ? year - 13 : year - 2),
            random.pick([1, 2, 3, 4, 12]),
            1,
          );
  const bornIn = yearOf(start) - age - (kind === 'pns' ? 0 : random.whole(0, 10));
  const born = day(
    // Nobody is kept past the age of retirement (58 in most posts).
    Math.max(bornIn, year - 57),
    random.whole(1, 12),
    random.whole(1, 28),
  );
  return { born, start };
}

function makeEducation(
  random: Random,
  track: Track,
  level: EntryLevel,
  born: LocalDate,
  kind: EmployeeKind,
  start: LocalDate,
  today: LocalDate,
): Education[] {
  const list = makeFirstEducation(random, track, level, born).map((item) =>
    item.graduated < start ? item : { ...item, graduated: addYears(item.graduated, -3) },
  );
  const later = yearOf(start) + random.whole(5, 12);
  if (kind === 'pns' && level !== 'S2' && later < yearOf(today) && random.chance(0.18)) {
    list.push(makeDegree(random, track, level === 'S1' ? 'S2' : 'S1', later));
  }
  return list;
}

/** Titles shown with the name: an A.Md. gives way to a bachelor's, a master's follows it. */
function titlesOf(education: readonly Education[]): { titleFront: string; titleBack: string } {
  const degrees = education.filter((item) => item.titleBack !== '');
  const kept = degrees.some((item) => item.levelId >= '40')
    ? degrees.filter((item) => item.levelId >= '40')
    : degrees;
  return {
    titleFront: '',
    titleBack: [...new Set(kept.map((item) => item.titleBack))].join(', '),
  };
}

interface PostFacts {
  readonly unor: Unor;
  readonly heads: boolean;
  readonly functional: boolean;
  readonly kind: EmployeeKind;
  readonly level: EntryLevel;
  readonly ladder: readonly RankStep[];
  readonly start: LocalDate;
}

function makePost(random: Random, facts: PostFacts): Post {
  const since = facts.ladder[facts.ladder.length - 1]?.tmt ?? facts.start;
  if (facts.heads) return makeHeadPost(facts.unor, since);
  if (facts.kind === 'ppt_non_asn') {
    return { kindId: '4', name: makeContractedPost(random), eselonId: '', tmt: facts.start };
  }
  if (!facts.functional) {
    return { kindId: '4', name: makeGeneralPost(random), eselonId: '', tmt: since };
  }
  const rankId =
    facts.ladder[facts.ladder.length - 1]?.rankId ??
    { D3: '23', S1: '31', S2: '32', SLTA: '21' }[facts.level];
  const name = random.pick(skilledPosts(facts.unor.track));
  return {
    kindId: '2',
    name: `${name} ${functionalLevel(rankId, facts.level)}`,
    eselonId: '',
    tmt: since,
  };
}

function makeAddress(random: Random): Address {
  const { name, code, villages } = random.pick(subdistricts);
  return {
    street: `${random.pick(streets)} No. ${random.whole(1, 148)}`,
    rtRw: `00${random.whole(1, 9)}/0${String(random.whole(1, 14)).padStart(2, '0')}`,
    village: random.pick(villages),
    subdistrict: name,
    subdistrictCode: code,
  };
}

function makeNumber(
  random: Random,
  kind: EmployeeKind,
  born: LocalDate,
  start: LocalDate,
  sex: 'M' | 'F',
  taken: Set<string>,
): string {
  for (;;) {
    const serial = random.whole(firstUnrealSerial, 999);
    const number =
      kind === 'pns'
        ? makeNip(born, start, sex, serial)
        : kind === 'pppk'
          ? makeNiPppk(born, yearOf(start), sex, serial)
          : `99${yearOf(start)}${random.digits(6)}`;
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

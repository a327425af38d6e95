import { showNip } from '#shared/records/value-text.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Particular } from '#build/demo/documents/grid.ts';
import type { DecreeData, Dictum } from '#build/demo/documents/layouts/decree.ts';
import type { Letterhead } from '#build/demo/documents/letterhead.ts';
import type { DocumentContent } from '#build/demo/documents/recipe.ts';
import type { Signer } from '#build/demo/documents/signing.ts';
import type { Opd } from '#build/demo/offices/offices.ts';
import { type Official, officials, regency } from '#build/demo/offices/regency.ts';
import { type Person, type RankStep, fullName } from '#build/demo/people/person.ts';
import { rankOf } from '#build/demo/people/ranks.ts';
import { longDate, romanMonth, shortDate, yearOf } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';

/** An official with the stamp of the office. */
export function signerOf(official: Official, stamp: string): Signer {
  return { ...official, nip: showNip(official.nip), stamp: stamp.toUpperCase() };
}

/** The regent, who signs decrees under the state emblem. */
export const regent: Signer = signerOf(officials.bupati, `BUPATI ${regency.shortName}`);
/** The head of the personnel agency. */
export const agencyHead: Signer = signerOf(officials.kepalaBkpsdm, `BKPSDM ${regency.name}`);
/** Who certifies excerpts. */
export const certifier: Signer = signerOf(officials.kabidMutasi, `BKPSDM ${regency.name}`);
/** The head of BKN's regional office. */
const kanregHead: Signer = signerOf(officials.kepalaKanreg, 'BADAN KEPEGAWAIAN NEGARA KANREG I');

/** The head of the regent's decrees. */
const regentHead: Letterhead = {
  emblem: 'garuda',
  lines: [officials.bupati.title],
  address: '',
};

/** The head of an office's letters. */
export function officeHead(office: string): Letterhead {
  return {
    emblem: 'daerah',
    lines: [`PEMERINTAH ${regency.name.toUpperCase()}`, office.toUpperCase()],
    address: `Jalan Pahlawan Nomor 1, ${regency.seat} ${regency.postcode}, Telepon ${regency.phone}`,
  };
}

/** The head of BKN's regional office. */
const kanregLetterhead: Letterhead = {
  emblem: 'garuda',
  lines: [
    'BADAN KEPEGAWAIAN NEGARA',
    `KANTOR REGIONAL ${regency.kanregRoman} ${regency.kanregSeat.toUpperCase()}`,
  ],
  address: '',
};

/** Who signs for an OPD. */
export const opdSigner = (opd: Opd): Signer =>
  signerOf(opd.head, `${opd.name} ${regency.shortName}`);

/** Number of a decree in one of the ways in use (domain.md 6.1); `subject` is its classification, "823". */
export function decreeNumber(random: Random, subject: string, date: LocalDate): string {
  const serial = random.whole(11, 989);
  return random.pick([
    `${subject}/${serial}/BKPSDM/${yearOf(date)}`,
    `${subject}.${random.whole(1, 4)}/${serial}/BKPSDM/${romanMonth(date)}/${yearOf(date)}`,
    `${subject}/${String(serial).padStart(4, '0')}-MK/${yearOf(date)}`,
    `${serial} TAHUN ${yearOf(date)}`,
    `SK.${subject}.${random.whole(2, 5)} - ${serial} TAHUN ${yearOf(date)}`,
  ]);
}

/** Number of a letter of an office. */
export function letterNumber(
  random: Random,
  subject: string,
  slug: string,
  date: LocalDate,
): string {
  return `${subject}/${random.whole(11, 1899)}/${slug.toUpperCase()}/${yearOf(date)}`;
}

/** Number of a BKN consideration: two letters, hyphen, 11 digits with the regional code in places 2 to 5. */
export function pertekNumber(random: Random, letters: string): string {
  return `${letters}-${random.whole(1, 3)}${regency.pertekCode}${random.digits(6)}`;
}

/** A TMT as this office prints it. */
export function tmtText(random: Random, date: LocalDate): string {
  return random.chance(0.6) ? longDate(date) : shortDate(date);
}

/** The rank that somebody had on a day; the first one before that. */
export function stepAt(person: Person, date: LocalDate): RankStep | undefined {
  return person.ladder.findLast((step) => step.tmt <= date) ?? person.ladder[0];
}

/** Name, birth, number: how every decree begins to describe somebody. */
export function identityOf(person: Person, random: Random): Particular[] {
  return [
    { label: 'Nama', value: nameOf(person), bold: true },
    {
      label: 'Tempat, tanggal lahir',
      value: `${person.birthplace}, ${random.chance(0.65) ? longDate(person.born) : shortDate(person.born)}`,
    },
    { label: numberLabel(person), value: random.chance(0.8) ? showNip(person.nip) : person.nip },
  ];
}

/** Name with titles, as printed: the name in capitals. */
export function nameOf(person: Person): string {
  return fullName({ ...person, name: person.name.toUpperCase() });
}

/** What the person's number is called. */
export function numberLabel(person: Person): string {
  return { pns: 'NIP', pppk: 'NI PPPK', ppt_non_asn: 'Nomor Register' }[person.kind];
}

/** `Penata, III/c`, or the golongan of a PPPK, or a dash. */
export function rankLine(person: Person, date: LocalDate): string {
  if (person.kind === 'pppk') return `Golongan ${person.golonganPppk}`;
  const step = stepAt(person, date);
  if (!step) return '-';
  const rank = rankOf(step.rankId);
  return `${rank.pangkat}, ${rank.golongan}`;
}

/** The sentence that ends every decree. */
export const errorClause =
  'Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan dan penghitungan kembali sebagaimana mestinya.';

/** What a decree of the regency differs in. */
interface DecreePlan {
  readonly number: string;
  readonly date: LocalDate;
  readonly subject: string;
  readonly considering: readonly string[];
  readonly noting?: readonly string[];
  readonly dicta: readonly Dictum[];
  readonly excerpt?: boolean;
  readonly copies?: readonly string[];
  readonly annex?: DecreeData['annex'];
}

/** A decree of the regent (or, for the agency's own matters, of its head), with the usual legal grounds. */
export function regencyDecree(plan: DecreePlan, byAgency = false): DocumentContent {
  const newLaw = plan.date >= '2023-11-01';
  return {
    layout: 'decree',
    data: {
      head: byAgency
        ? officeHead('Badan Kepegawaian dan Pengembangan Sumber Daya Manusia')
        : regentHead,
      excerpt: plan.excerpt ?? false,
      authority: byAgency ? agencyHead.title : officials.bupati.title,
      number: plan.number,
      subject: plan.subject,
      considering: plan.considering,
      recalling: [
        newLaw
          ? 'Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;'
          : 'Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara;',
        `Peraturan Pemerintah Nomor 7 Tahun 1977 jo. Peraturan Pemerintah Nomor ${newLaw ? '5 Tahun 2024' : '15 Tahun 2019'} tentang Peraturan Gaji Pegawai Negeri Sipil;`,
        'Peraturan Pemerintah Nomor 11 Tahun 2017 jo. Peraturan Pemerintah Nomor 17 Tahun 2020 tentang Manajemen Pegawai Negeri Sipil;',
      ],
      noting: plan.noting ?? [],
      dicta: plan.dicta,
      place: regency.seat,
      date: longDate(plan.date),
      signer: byAgency ? agencyHead : regent,
      certifier,
      copies: plan.copies ?? [
        `Kepala Kantor Regional ${regency.kanregRoman} BKN di ${regency.kanregSeat}`,
        `Kepala BPKAD ${regency.name}`,
        'Yang bersangkutan untuk diketahui dan dipergunakan sebagaimana mestinya',
      ],
      ...(plan.annex ? { annex: plan.annex } : {}),
    },
  };
}

/** A BKN consideration (pertek) on a person. */
export function pertekLetter(
  person: Person,
  random: Random,
  plan: { number: string; date: LocalDate; about: string; facts: readonly Particular[] },
): DocumentContent {
  return {
    layout: 'letter',
    data: {
      head: kanregLetterhead,
      title: 'PERTIMBANGAN TEKNIS',
      number: plan.number,
      parts: [
        {
          kind: 'text',
          text: `Kepala Kantor Regional ${regency.kanregRoman} Badan Kepegawaian Negara memberikan pertimbangan teknis ${plan.about} atas nama:`,
        },
        { kind: 'particulars', items: [...identityOf(person, random), ...plan.facts] },
        {
          kind: 'text',
          text: `Pertimbangan teknis ini disampaikan kepada Bupati ${regency.shortName} untuk digunakan sebagaimana mestinya.`,
        },
      ],
      place: regency.kanregSeat,
      date: longDate(plan.date),
      signer: kanregHead,
      copies: [`Kepala BKPSDM ${regency.name}`],
    },
  };
}

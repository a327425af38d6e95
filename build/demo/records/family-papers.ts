import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { FamilyMember } from '#build/demo/documents/layouts/family-card.ts';
import type { DocumentContent } from '#build/demo/documents/recipe.ts';
import { officials, regency } from '#build/demo/offices/regency.ts';
import { makePersonName } from '#build/demo/people/person-name.ts';
import type { Person, Relative, Spouse } from '#build/demo/people/person.ts';
import { signerOf } from '#build/demo/records/paperwork.ts';
import { longDate, shortDate, yearOf } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';

const registrar = signerOf(officials.kepalaDukcapil, `DISDUKCAPIL ${regency.name}`);
const religions: Readonly<Record<string, string>> = {
  '1': 'Islam',
  '2': 'Kristen',
  '3': 'Katholik',
  '4': 'Hindu',
  '5': 'Budha',
};
const sexes = { M: 'LAKI-LAKI', F: 'PEREMPUAN' } as const;

/** The family card: the employee, the spouse, the children; or with the parents where there is no spouse. */
export function familyCard(
  person: Person,
  random: Random,
  issued: LocalDate,
  regencyName: string,
): DocumentContent {
  const self: Relative = {
    ...person,
    job: person.kind === 'pns' ? 'Pegawai Negeri Sipil' : 'Karyawan Honorer',
  };
  const rows = rowsOf(person, self, random);
  return {
    layout: 'familyCard',
    data: {
      number: person.familyCard,
      head: rows[0]![0].name,
      address: person.address.street,
      rtRw: person.address.rtRw,
      village: person.address.village,
      subdistrict: person.address.subdistrict,
      regency: regencyName,
      postcode: regency.postcode,
      province: regency.province,
      members: rows.map(([relative, relation, father, mother]) =>
        memberOf(person, relative, relation, father, mother, random),
      ),
      issued: shortDate(issued),
      place: regency.seat,
      signer: registrar,
    },
  };
}

/** Members with relation, father and mother, in the order of the card. */
function rowsOf(
  person: Person,
  self: Relative,
  random: Random,
): [Relative, string, string, string][] {
  const { spouse } = person;
  return spouse
    ? (
        [
          [
            self,
            person.sex === 'M' ? 'Kepala Keluarga' : 'Istri',
            person.father.name,
            person.mother.name,
          ],
          [
            spouse,
            person.sex === 'M' ? 'Istri' : 'Kepala Keluarga',
            makePersonName(random, 'M'),
            makePersonName(random, 'F'),
          ],
          ...person.children.map((child): [Relative, string, string, string] => [
            child,
            'Anak',
            person.sex === 'M' ? person.name : spouse.name,
            person.sex === 'M' ? spouse.name : person.name,
          ]),
        ] satisfies [Relative, string, string, string][]
      ).toSorted((one, other) => order(one[1]) - order(other[1]))
    : [
        [
          person.father,
          'Kepala Keluarga',
          makePersonName(random, 'M'),
          makePersonName(random, 'F'),
        ],
        [person.mother, 'Istri', makePersonName(random, 'M'), makePersonName(random, 'F')],
        [self, 'Anak', person.father.name, person.mother.name],
      ];
}

const order = (relation: string): number => ['Kepala Keluarga', 'Istri', 'Anak'].indexOf(relation);

function memberOf(
  person: Person,
  relative: Relative,
  relation: string,
  father: string,
  mother: string,
  random: Random,
): FamilyMember {
  const adult = relation !== 'Anak';
  const married = adult && person.spouse !== null;
  return {
    name: relative.name,
    nik: relative.nik,
    sex: sexes[relative.sex],
    birthplace: relative.birthplace,
    born: shortDate(relative.born),
    religion: religions[person.agamaId] ?? 'Islam',
    education: adult
      ? random.pick(['SLTA/Sederajat', 'Diploma IV/Strata I', 'Diploma III'])
      : relative.nik === person.nik
        ? 'Diploma IV/Strata I'
        : 'Belum Tamat SD',
    job: relative.job,
    blood: random.pick(['A', 'B', 'O', 'AB', '-']),
    marital: adult ? 'Kawin Tercatat' : 'Belum Kawin',
    married: married ? shortDate(person.spouse.married) : '-',
    relation,
    father,
    mother,
  };
}

/** Extract of the birth register, old or new wording. */
export function birthRecord(facts: {
  child: Relative;
  position: number;
  father: string;
  mother: string;
  random: Random;
  today: LocalDate;
}): DocumentContent {
  const { child, random } = facts;
  const issued = addDays(child.born, random.whole(9, 35));
  const number = `9901-LU-${shortDate(issued).replaceAll('-', '')}-${String(random.whole(1, 250)).padStart(4, '0')}`;
  return {
    layout: 'vital',
    data: {
      kind: 'extract',
      office: ['REPUBLIK INDONESIA', 'PENCATATAN SIPIL', 'WARGA NEGARA INDONESIA'],
      title: 'KUTIPAN AKTA KELAHIRAN',
      number,
      text: [
        `Berdasarkan Akta Kelahiran Nomor ${number}, bahwa di ${child.birthplace} pada tanggal ${longDate(child.born)} telah lahir:`,
        `${child.name.toUpperCase()}, anak ke-${facts.position}, ${child.sex === 'M' ? 'laki-laki' : 'perempuan'}, dari ayah ${facts.father.toUpperCase()} dan ibu ${facts.mother.toUpperCase()}.`,
        `Kutipan ini dikeluarkan di ${regency.name}.`,
      ],
      particulars: [],
      place: regency.seat,
      date: longDate(issued < facts.today ? issued : facts.today),
      signer: registrar,
    },
  };
}

/** Extract of the death register. */
export function deathRecord(relative: Relative, number: string, died: LocalDate): DocumentContent {
  return {
    layout: 'vital',
    data: {
      kind: 'extract',
      office: ['REPUBLIK INDONESIA', 'PENCATATAN SIPIL', 'WARGA NEGARA INDONESIA'],
      title: 'KUTIPAN AKTA KEMATIAN',
      number,
      text: [
        `Berdasarkan Akta Kematian Nomor ${number}, bahwa di ${regency.seat} pada tanggal ${longDate(died)} telah meninggal dunia seorang bernama:`,
        `${relative.name.toUpperCase()}, NIK ${relative.nik}, lahir di ${relative.birthplace} pada tanggal ${longDate(relative.born)}.`,
      ],
      particulars: [],
      place: regency.seat,
      date: longDate(addDays(died, 7)),
      signer: registrar,
    },
  };
}

/** The marriage book, both photographs on the page. */
export function marriageBook(person: Person, spouse: Spouse, random: Random): DocumentContent {
  const [husband, wife] = person.sex === 'M' ? [person, spouse] : [spouse, person];
  const where = person.address.subdistrict;
  const signer = signerOf(
    {
      title: 'Kepala/Pegawai Pencatat Nikah',
      name: `${makePersonName(random, 'M')}, S.Ag.`,
      rank: '',
      nip: '',
    },
    `KUA KECAMATAN ${where}`,
  );
  return {
    layout: 'vital',
    data: {
      kind: 'marriageBook',
      office: [
        'KUTIPAN BUKU PENCATATAN PERKAWINAN',
        `KECAMATAN ${where.toUpperCase()}`,
        regency.name.toUpperCase(),
      ],
      title: 'KUTIPAN AKTA NIKAH',
      number: spouse.certificate,
      text: [
        `Pada hari ini tanggal ${longDate(spouse.married)} telah dilangsungkan akad nikah seorang laki-laki dan seorang perempuan:`,
      ],
      particulars: [
        { label: 'Nama suami', value: husband.name.toUpperCase(), bold: true },
        {
          label: 'Tempat, tanggal lahir',
          value: `${husband.birthplace}, ${longDate(husband.born)}`,
        },
        { label: 'NIK suami', value: husband.nik },
        { label: 'Nama istri', value: wife.name.toUpperCase(), bold: true },
        { label: 'Tempat, tanggal lahir', value: `${wife.birthplace}, ${longDate(wife.born)}` },
        { label: 'NIK istri', value: wife.nik },
        { label: 'Tanggal menikah', value: longDate(spouse.married) },
        { label: 'Nomor akta nikah', value: spouse.certificate },
        {
          label: 'Mas kawin',
          value: random.pick([
            'Seperangkat alat salat dan emas 5 gram, tunai',
            'Emas 10 gram, tunai',
            `Uang Rp${yearOf(spouse.married)}.000, tunai`,
          ]),
        },
      ],
      place: where,
      date: longDate(spouse.married),
      signer,
    },
  };
}

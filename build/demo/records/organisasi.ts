import { addDays } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { showNip } from '#shared/records/value-text.ts';
import type { DecreeAnnex } from '#build/demo/documents/layouts/decree.ts';
import type { DocumentContent } from '#build/demo/documents/recipe.ts';
import type { Person } from '#build/demo/people/person.ts';
import type { Random } from '#build/demo/random.ts';
import { sheets } from '#build/demo/documents/surface.ts';
import { regency } from '#build/demo/offices/regency.ts';
import { makePersonName } from '#build/demo/people/person-name.ts';
import { nameOf, numberLabel, signerOf } from '#build/demo/records/paperwork.ts';
import { dateAt, type RecordBuilder, filled } from '#build/demo/records/record-draft.ts';
import { addYears, day, longDate, yearOf } from '#build/demo/calendar.ts';

const organisations = [
  ['Korps Pegawai Republik Indonesia (KORPRI) Unit', 'C'],
  ['Persatuan Guru Nusa Kencana', '5'],
  ['Persatuan Perawat Nusa Kencana', '9'],
  ['Dharma Wanita Persatuan', 'B'],
  ['Karang Taruna Desa', '3'],
  ['Persatuan Bulu Tangkis Tirta Kencana', '7'],
  ['Dewan Kemakmuran Masjid Al-Hikmah', '6'],
] as const;
const posts = [
  'Ketua',
  'Wakil Ketua',
  'Sekretaris',
  'Bendahara',
  'Koordinator Bidang Humas',
  'Anggota',
];

/** Membership of an organisation: its decree with the list of the board as annex. */
export const buildOrganisasi: RecordBuilder = ({ person, random, today }) => {
  const [base, kind] = random.pick(
    person.sex === 'M' ? organisations.filter(([, id]) => id !== 'B') : organisations,
  );
  const name =
    kind === 'C' || kind === 'B'
      ? `${base} ${person.opd.name}`
      : kind === '3'
        ? `${base} ${person.address.village}`
        : base;
  const post = random.pick(posts.slice(1));
  const begin = day(yearOf(today) - random.whole(1, 4), random.whole(1, 12), random.whole(1, 26));
  const end = addDays(addYears(begin, 5), -1);
  const values = filled({
    namaOrganisasi: name,
    kepanitiaanId: kind,
    jabatanOrganisasi: post,
    tanggalMulai: begin,
    tanggalSelesai: end,
  });
  return {
    values,
    others: [],
    documents: [
      {
        documentId: 'mv-sk-organisasi',
        sheet: random.pick([sheets.a4, sheets.f4]),
        content: boardDecree({ person, values, random }),
      },
    ],
  };
};

interface BoardFacts {
  readonly person: Person;
  readonly values: RecordValues;
  readonly random: Random;
}

function boardDecree({ person, values, random }: BoardFacts): DocumentContent {
  const name = values['namaOrganisasi']!;
  const post = values['jabatanOrganisasi']!;
  const begin = dateAt(values, 'tanggalMulai');
  const end = dateAt(values, 'tanggalSelesai');
  const kind = values['kepanitiaanId']!;
  const number = `${String(random.whole(1, 120)).padStart(3, '0')}/SK/${kind}/${yearOf(begin)}`;
  const chair = makePersonName(random, random.pick(['M', 'F'] as const));
  const signer = signerOf(
    { title: 'KETUA UMUM', name: chair.toUpperCase(), rank: '', nip: '' },
    name,
  );
  const annex = boardOf(person, post, chair, random);
  return {
    layout: 'decree',
    data: {
      head: {
        emblem: 'daerah',
        lines: ['PENGURUS', name.toUpperCase()],
        address: `Sekretariat: ${person.address.street}, ${regency.seat} ${regency.postcode}`,
      },
      excerpt: false,
      authority: 'KETUA UMUM',
      number,
      subject: `SUSUNAN PENGURUS ${name.toUpperCase()} MASA BAKTI ${yearOf(begin)}-${yearOf(end)}`,
      considering: [
        'bahwa untuk kelancaran kegiatan organisasi perlu menetapkan susunan pengurus;',
      ],
      recalling: [
        'Anggaran Dasar dan Anggaran Rumah Tangga organisasi;',
        'Hasil musyawarah anggota;',
      ],
      noting: [],
      dicta: [
        {
          label: 'KESATU',
          particulars: [
            { label: 'Nama', value: nameOf(person), bold: true },
            { label: numberLabel(person), value: showNip(person.nip) },
            { label: 'Jabatan dalam organisasi', value: post, bold: true },
          ],
          text: 'Menetapkan yang bersangkutan sebagai pengurus sebagaimana tercantum dalam lampiran keputusan ini.',
        },
        {
          label: 'KEDUA',
          text: `Masa bakti pengurus terhitung mulai tanggal ${longDate(begin)} sampai dengan ${longDate(end)}.`,
        },
        { label: 'KETIGA', text: 'Keputusan ini berlaku sejak tanggal ditetapkan.' },
      ],
      place: regency.seat,
      date: longDate(begin),
      signer,
      certifier: signer,
      copies: [],
      annex,
    },
  };
}

/** The list of the board: the employee in his or her post, invented people in the others. */
function boardOf(person: Person, post: string, chair: string, random: Random): DecreeAnnex {
  return {
    title: 'SUSUNAN PENGURUS',
    particulars: posts.map((label) => {
      if (label === post) return { label, value: nameOf(person) };
      const value = label === 'Ketua' ? chair : makePersonName(random, random.pick(['M', 'F']));
      return { label, value };
    }),
  };
}

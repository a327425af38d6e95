import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { sheets } from '#build/demo/documents/surface.ts';
import {
  decreeNumber,
  errorClause,
  identityOf,
  letterNumber,
  officeHead,
  opdSigner,
  rankLine,
  regencyDecree,
} from '#build/demo/records/paperwork.ts';
import {
  type DraftDocument,
  type RecordBuilder,
  filled,
  dateAt,
} from '#build/demo/records/record-draft.ts';
import { regency } from '#build/demo/offices/regency.ts';
import type { Person, Post } from '#build/demo/people/person.ts';
import { functionalLevel, makeGeneralPost } from '#build/demo/people/posts.ts';
import { addMonths, addYears, longDate, workday, workdayBefore } from '#build/demo/calendar.ts';
import { type Random, makeRandom } from '#build/demo/random.ts';

/** The present post with its decree and, for structural and some functional posts, the letter of inauguration. */
export const buildJabatan: RecordBuilder = ({ person, random, today }) => {
  if (person.kind === 'ppt_non_asn') return undefined;
  const latest = addYears(today, -1);
  const tmt = person.post.tmt < latest && random.chance(0.5) ? person.post.tmt : person.post.tmt;
  const signed = workdayBefore(tmt, [3, 25], random);
  const inaugurated = person.post.kindId === '1' ? workday(tmt) : undefined;
  const values = jabatanValues(person, person.post, tmt, signed, random, inaugurated);
  const documents: DraftDocument[] = [
    {
      documentId: '872',
      sheet: random.pick([sheets.f4, sheets.legal]),
      content: decree(person, values, random),
    },
  ];
  if (inaugurated) {
    documents.push({
      documentId: '873',
      sheet: sheets.f4,
      content: inauguration(person, values, random),
    });
  }
  return { values, others: earlierPosts(person, random), documents };
};

function jabatanValues(
  person: Person,
  post: Pick<Post, 'kindId' | 'name' | 'eselonId'>,
  tmt: LocalDate,
  signed: LocalDate,
  random: Random,
  inaugurated?: LocalDate,
): RecordValues {
  return filled({
    nomorSk: decreeNumber(random, post.kindId === '1' ? '821.2' : '821', signed),
    tanggalSk: signed,
    jenisJabatan: post.kindId,
    namaJabatan: post.kindId === '1' ? post.name : undefined,
    eselonId: post.kindId === '1' ? post.eselonId : undefined,
    jabatanFungsionalNama: post.kindId === '2' ? post.name : undefined,
    jabatanFungsionalUmumNama: post.kindId === '4' ? post.name : undefined,
    unorNama: person.unor.name,
    unorIndukNama: person.opd.name,
    instansiKerjaNama: `Pemerintah ${regency.name}`,
    tmtJabatan: tmt,
    tmtPelantikan: inaugurated,
  });
}

/** Posts before the present one: the first at appointment, then one at most steps of the ladder. */
function earlierPosts(person: Person, random: Random): RecordValues[] {
  if (person.kind !== 'pns' || person.ladder.length < 2) return [];
  const tmt = person.start;
  const signed = workdayBefore(tmt, [5, 25], random);
  const first = jabatanValues(
    person,
    { kindId: '4', name: 'Pengadministrasi Perkantoran', eselonId: '' },
    tmt,
    signed,
    random,
  );
  return [first, ...laterPosts(person)];
}

/** Always the same for the same person. */
function laterPosts(person: Person): RecordValues[] {
  const random = makeRandom(person.id, 'jabatan lama');
  const days = movesOf(person, random);
  return days.map((tmt, index) =>
    jabatanValues(
      { ...person, unor: random.pick([person.unor, ...person.opd.unors]) },
      earlierPost(person, tmt, index === days.length - 1, random),
      tmt,
      workdayBefore(tmt, [3, 25], random),
      random,
    ),
  );
}

/** Days of a move between the first post and the present one; at least one where there is time for it. */
function movesOf(person: Person, random: Random): LocalDate[] {
  const steps = person.ladder.slice(1, -1).map((step) => step.tmt);
  const kept = steps.filter(() => random.chance(0.85));
  if (kept.length > 0) return kept.filter((tmt) => tmt < person.post.tmt);
  const moved = addMonths(person.start, random.whole(20, 30));
  return moved < addMonths(person.post.tmt, -6) ? [moved] : [];
}

function earlierPost(
  person: Person,
  tmt: LocalDate,
  last: boolean,
  random: Random,
): Pick<Post, 'kindId' | 'name' | 'eselonId'> {
  const { kindId, name, eselonId } = person.post;
  const field = /^(.+) (?:Ahli \p{L}+|Terampil|Mahir|Penyelia)$/u.exec(name)?.[1];
  const rankId = person.ladder.findLast((step) => step.tmt <= tmt)?.rankId;
  if (kindId === '2' && field !== undefined && rankId !== undefined) {
    const education = name.includes('Ahli') ? 'S1' : 'D3';
    return { kindId, name: `${field} ${functionalLevel(rankId, education)}`, eselonId: '' };
  }
  return kindId === '1' && last && eselonId !== '41'
    ? { kindId, name: 'Kepala Subbagian Umum dan Kepegawaian', eselonId: '41' }
    : { kindId: '4', name: makeGeneralPost(random), eselonId: '' };
}

function decree(person: Person, values: RecordValues, random: Random) {
  const { post } = person;
  const tmt = dateAt(values, 'tmtJabatan');
  const what = {
    '1': 'DALAM JABATAN ADMINISTRASI',
    '2': 'DALAM JABATAN FUNGSIONAL',
    '4': 'DALAM JABATAN PELAKSANA',
  }[post.kindId];
  const eselon = post.kindId === '1' ? [{ label: 'Eselon', value: eselonText(post.eselonId) }] : [];
  return regencyDecree({
    number: values['nomorSk']!,
    date: dateAt(values, 'tanggalSk'),
    subject: `PENGANGKATAN ${person.kind === 'pns' ? 'PEGAWAI NEGERI SIPIL' : 'PEGAWAI PEMERINTAH DENGAN PERJANJIAN KERJA'} ${what}`,
    excerpt: random.chance(0.6),
    considering: [
      'bahwa untuk kelancaran pelaksanaan tugas perlu mengangkat pegawai yang memenuhi syarat dalam jabatan;',
      'bahwa yang namanya tersebut dalam keputusan ini dipandang cakap dan memenuhi syarat untuk diangkat dalam jabatan dimaksud;',
    ],
    dicta: [
      {
        label: 'KESATU',
        particulars: [
          ...identityOf(person, random),
          { label: 'Pangkat/Gol. ruang', value: rankLine(person, tmt) },
          {
            label: 'Dari jabatan lama',
            value: random.pick([
              'Pelaksana',
              'Pengadministrasi Perkantoran',
              'Penelaah Teknis Kebijakan',
            ]),
          },
          { label: 'Ke jabatan baru', value: post.name, bold: true },
          ...eselon,
          { label: 'Unit kerja', value: person.unor.name },
          { label: 'Unit organisasi induk', value: person.opd.name },
          { label: 'Instansi', value: `Pemerintah ${regency.name}` },
        ],
      },
      {
        label: 'KEDUA',
        text: 'Kepada yang bersangkutan diberikan tunjangan jabatan sesuai dengan ketentuan peraturan perundang-undangan.',
      },
      {
        label: 'KETIGA',
        text: `Keputusan ini mulai berlaku terhitung mulai tanggal ${longDate(tmt)}${values['tmtPelantikan'] ? ` dan yang bersangkutan dilantik pada tanggal ${longDate(values['tmtPelantikan'])}` : ''}.`,
      },
      { label: 'KEEMPAT', text: errorClause },
    ],
  });
}

function eselonText(id: string): string {
  return { '31': 'III.a', '32': 'III.b', '41': 'IV.a' }[id] ?? id;
}

function inauguration(person: Person, values: RecordValues, random: Random) {
  const date = dateAt(values, 'tmtPelantikan');
  return {
    layout: 'letter' as const,
    data: {
      head: officeHead(person.opd.name),
      title: 'SURAT PERNYATAAN PELANTIKAN',
      number: letterNumber(random, '821', person.opd.slug, date),
      parts: [
        { kind: 'text' as const, text: 'Yang bertanda tangan di bawah ini:' },
        {
          kind: 'particulars' as const,
          items: [
            { label: 'Nama', value: person.opd.head.name },
            { label: 'NIP', value: opdSigner(person.opd).nip },
            { label: 'Jabatan', value: person.opd.head.title },
          ],
        },
        { kind: 'text' as const, text: 'dengan ini menyatakan dengan sesungguhnya bahwa:' },
        {
          kind: 'particulars' as const,
          items: [
            ...identityOf(person, random),
            { label: 'Pangkat/Gol. ruang', value: rankLine(person, date) },
            { label: 'Jabatan', value: person.post.name },
          ],
        },
        {
          kind: 'text' as const,
          text: `berdasarkan Keputusan Bupati ${regency.shortName} Nomor ${values['nomorSk']} tanggal ${longDate(values['tanggalSk']!)} telah dilantik dan diambil sumpah jabatannya pada tanggal ${longDate(date)} sebagai ${person.post.name} pada ${person.unor.name}.`,
        },
        {
          kind: 'text' as const,
          text: 'Demikian surat pernyataan ini dibuat dengan sesungguhnya untuk dipergunakan sebagaimana mestinya.',
        },
      ],
      place: regency.seat,
      date: longDate(date),
      signer: opdSigner(person.opd),
      copies: ['Kepala BKPSDM', 'Yang bersangkutan'],
    },
  };
}

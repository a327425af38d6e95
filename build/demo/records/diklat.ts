import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { showNip } from '#shared/records/value-text.ts';
import { landscape, sheets } from '#build/demo/documents/surface.ts';
import { officials, regency } from '#build/demo/offices/regency.ts';
import type { Person } from '#build/demo/people/person.ts';
import { nameOf, numberLabel, rankLine, signerOf } from '#build/demo/records/paperwork.ts';
import { type RecordBuilder, filled, dateAt } from '#build/demo/records/record-draft.ts';
import { day, longDate, workday, yearOf } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';

interface Training {
  readonly id: string;
  readonly title: string;
  readonly days: number;
  readonly hours: number;
}

const leadership: Training = {
  id: '2',
  title: 'Pelatihan Kepemimpinan Pengawas',
  days: 96,
  hours: 862,
};
const higher: Training = {
  id: '3',
  title: 'Pelatihan Kepemimpinan Administrator',
  days: 98,
  hours: 876,
};
const others: readonly Training[] = [
  { id: '8', title: 'Pelatihan Revolusi Mental untuk Pelayanan Publik', days: 5, hours: 45 },
  { id: '8', title: 'Pelatihan Kepemimpinan Kolaboratif', days: 6, hours: 54 },
  { id: '8', title: 'Pelatihan Manajemen Perubahan Sektor Publik', days: 10, hours: 90 },
];

/** A structural training with its certificate (STTPL), the agenda on the second page. */
export const buildDiklat: RecordBuilder = ({ person, random, today }) => {
  const structural = person.post.kindId === '1';
  const training = structural
    ? person.post.eselonId === '41'
      ? leadership
      : higher
    : random.pick(others);
  const values = trainingValues(person, training, random, today, 0);
  return {
    values,
    others: random.chance(0.3) ? [trainingValues(person, others[1]!, random, today, 5)] : [],
    documents: [
      {
        documentId: '874',
        sheet: landscape(random.pick([sheets.a4, sheets.f4])),
        content: certificate(person, training, values, random),
      },
    ],
  };
};

const organiser = 'Badan Pengembangan Sumber Daya Manusia Provinsi Nusa Kencana';

function trainingValues(
  person: Person,
  training: Training,
  random: Random,
  today: LocalDate,
  yearsBefore: number,
): RecordValues {
  const latest = yearOf(today) - yearsBefore - random.whole(1, 4);
  const year = Math.min(yearOf(today) - 1, Math.max(yearOf(person.start) + 1, latest));
  const from = workday(day(year, random.whole(2, 8), random.whole(1, 26)));
  const to = addDays(from, training.days - 1);
  return filled({
    nomor: `${String(random.whole(1, 9999)).padStart(8, '0')}/${training.title.includes('Pengawas') ? 'PKP' : 'DIKLAT'}/9901/${String(random.whole(1, 12)).padStart(3, '0')}/BPSDM/${yearOf(to)}`,
    latihanStrukturalId: training.id,
    institusiPenyelenggara: organiser,
    tanggal: from,
    tanggalSelesai: to,
    tahun: String(yearOf(to)),
    jumlahJam: String(training.hours),
  });
}

const agenda: readonly (readonly [string, number])[] = [
  ['Overview Kebijakan Penyelenggaraan Pelatihan', 0.05],
  ['Wawasan Kebangsaan dan Kepemimpinan Pancasila', 0.15],
  ['Integritas dan Etika Aparatur', 0.1],
  ['Berpikir Kreatif dalam Pelayanan', 0.15],
  ['Membangun Tim Efektif', 0.1],
  ['Standar Pelayanan Publik', 0.15],
  ['Manajemen Pengawasan', 0.1],
  ['Aksi Perubahan dan Praktik Kerja Lapangan', 0.2],
];

function certificate(person: Person, training: Training, values: RecordValues, random: Random) {
  const issued = addDays(dateAt(values, 'tanggalSelesai'), random.whole(0, 2));
  const hours = agenda.map(([, share]) => Math.round(training.hours * share));
  hours[hours.length - 1]! += training.hours - hours.reduce((sum, part) => sum + part, 0);
  return {
    layout: 'certificate' as const,
    data: {
      emblem: 'garuda' as const,
      issuer: ['PEMERINTAH PROVINSI NUSA KENCANA', organiser.toUpperCase()],
      title: 'SURAT TANDA TAMAT PELATIHAN',
      number: values['nomor']!,
      opening: '',
      name: '',
      particulars: [
        { label: 'Nama', value: nameOf(person), bold: true },
        { label: 'Tempat, tanggal lahir', value: `${person.birthplace}, ${longDate(person.born)}` },
        { label: numberLabel(person), value: showNip(person.nip) },
        { label: 'Pangkat/Gol. ruang', value: rankLine(person, issued) },
        { label: 'Jabatan', value: person.post.name },
        { label: 'Instansi', value: `Pemerintah ${regency.name}` },
        {
          label: 'Kualifikasi',
          value: random.pick(['Memuaskan', 'Sangat Memuaskan', 'Baik Sekali']),
        },
      ],
      verdict: training.id === '8' ? 'TELAH MENGIKUTI' : 'L U L U S',
      text: `${training.title} Tahun ${values['tahun']} yang diselenggarakan oleh ${organiser} dari tanggal ${longDate(values['tanggal']!)} sampai dengan ${longDate(values['tanggalSelesai']!)} yang meliputi ${training.hours} jam pelajaran.`,
      photo: true,
      place: 'Nusa Kencana',
      date: longDate(issued),
      signer: signerOf(officials.kepalaBpsdm, 'BPSDM PROVINSI NUSA KENCANA'),
      agenda: {
        title: 'AGENDA PEMBELAJARAN',
        rows: agenda.map(([subject], index) => [subject, String(hours[index])] as const),
        total: String(training.hours),
      },
    },
  };
}

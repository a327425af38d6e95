import type { HeaderFault } from '#server/imports/columns/find-header.ts';
import type { OpenedImport } from '#server/imports/open-import.ts';
import { problemSentence } from '#server/imports/rows/row-problem.ts';
import type { Fate, FateCounts, FatedRow } from '#server/imports/rows/fate.ts';
import type { ImportFault, ImportProgress } from '#server/imports/run-import.ts';
import { tableSentence } from '#server/imports/table/table-sentences.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

const counted = (count: number): string => count.toLocaleString('id-ID');

/** Names that somebody else chose: so many of them, and so much of each. */
function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, 20)
    .map((name) => (name.length > 60 ? `${name.slice(0, 60)}…` : name));
  return names.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}

function headerSentence(fault: HeaderFault): string {
  switch (fault.kind) {
    case 'tanpa_kepala':
      return `Judul kolom tidak ditemukan. Paling sedikit perlu kolom: ${fault.required.join(', ')}.`;
    case 'kolom_kurang': {
      const unknown =
        fault.unknown.length === 0 ? '' : ` Kolom yang tidak dikenal: ${listed(fault.unknown)}.`;
      return `Kolom wajib tidak ada: ${fault.missing.join(', ')}.${unknown}`;
    }
    case 'kolom_ganda':
      return `Kolom ${fault.label} ada dua kali (${fault.letters.join(' dan ')}). Hapus salah satunya.`;
    default:
      return assertNever(fault);
  }
}

function fateText(fate: Fate): string {
  switch (fate.kind) {
    case 'baru':
      return 'baru';
    case 'sama':
      return 'sama';
    case 'berubah': {
      const changes = fate.changes.map(
        ({ label, from, to }) => `${label}: ${from || '(kosong)'} → ${to || '(kosong)'}`,
      );
      return `berubah. ${changes.join('; ')}`;
    }
    case 'ditolak':
      return `ditolak. ${fate.problems.map(problemSentence).join(' ')}`;
    default:
      return assertNever(fate);
  }
}

/** Texts of the imports: what the command line says, and a screen will. */
export const importTexts = {
  fault: (fault: ImportFault): string =>
    fault.kind === 'berkas' ? tableSentence(fault.fault) : headerSentence(fault.fault),
  fate: fateText,
  row: ({ number, title, fate }: FatedRow): string =>
    `Baris ${number} (${title}): ${fateText(fate)}`,
  more: (count: number): string =>
    `… dan ${counted(count)} baris lain. Selengkapnya: --report BERKAS.`,
  counts: ({ baru, berubah, sama, ditolak }: FateCounts): string =>
    `Baru ${counted(baru)}, berubah ${counted(berubah)}, sama ${counted(sama)}, ditolak ${counted(ditolak)}.`,
  progress: ({ done, total, secondsLeft }: ImportProgress): string => {
    const left = secondsLeft === null ? '' : `, sisa kira-kira ${counted(secondsLeft)} detik`;
    return `${counted(done)} dari ${counted(total)} baris${left}.`;
  },
  sheet: (name: string): string => `Lembar yang dibaca: ${name}.`,
  otherSheets: (names: readonly string[]): string => `Lembar yang tidak dibaca: ${listed(names)}.`,
  unknownColumns: (names: readonly string[]): string =>
    `Kolom yang tidak dibaca: ${listed(names)}.`,
  /** What of a file is not read, and where it stands. */
  notes: ({ sheet, otherSheets, header }: OpenedImport): readonly string[] => [
    ...(sheet.name === '' ? [] : [`Lembar yang dibaca: ${listed([sheet.name])}.`]),
    ...(otherSheets.length === 0 ? [] : [`Lembar yang tidak dibaca: ${listed(otherSheets)}.`]),
    ...(header.unknown.length === 0 ? [] : [`Kolom yang tidak dibaca: ${listed(header.unknown)}.`]),
  ],
  /** What changes in a row, or why it is refused; empty for the others. */
  why: (fate: Fate): string => fateText(fate).replace(/^\S+\s?/u, ''),
  failed: 'Impor terhenti karena gangguan di server. Yang sudah diambil tetap tersimpan.',
  givenUp: 'Berkas ini tidak jadi dibaca.',
  stopped:
    'Dihentikan. Yang sudah diambil tetap tersimpan; jalankan perintah yang sama untuk meneruskan.',
  rejectedWritten: (path: string): string =>
    `Baris yang ditolak ditulis ke ${path}. Perbaiki, lalu impor berkas itu.`,
  reportWritten: (path: string): string => `Nasib setiap baris ditulis ke ${path}.`,
  reportHead: ['Baris', 'Data', 'Nasib', 'Keterangan'] as const,
  unwritable: (path: string): string =>
    `Berkas ${path} tidak dapat ditulis. Periksa folder dan izinnya.`,
  sameFile: 'Berkas hasil harus lain daripada berkas sumber dan lain satu sama lain.',
  someRejected: (count: number): string => `${counted(count)} baris ditolak.`,
  noneTaken: 'Tidak ada yang diubah.',
  unknownKind: (kind: string, kinds: readonly string[]): string =>
    `Jenis "${kind}" tidak dikenal. Pilih: ${kinds.join(', ')}.`,
  unknownInstansi: (id: string): string => `Instansi "${id}" tidak ada.`,
  whichInstansi: (ids: readonly string[]): string =>
    ids.length === 0
      ? 'Belum ada instansi. Tambahkan instansi dahulu.'
      : `Ada beberapa instansi. Sebut satu dengan --instansi: ${ids.join(', ')}.`,
  argument: 'BERKAS',
  previewSummary: 'Menunjukkan nasib setiap baris CSV atau XLSX; tidak ada yang diubah',
  applySummary: 'Mengambil baris yang baik dari CSV atau XLSX; dua kali tidak mengubah apa pun',
  kindOption: { argument: 'JENIS', summary: 'Isi berkas: opd, unor, asn, akun' },
  instansiOption: { argument: 'ID', summary: 'Instansi, bila ada beberapa' },
  rejectedOption: {
    argument: 'BERKAS',
    summary: 'Ke mana baris yang ditolak ditulis, dengan alasannya',
  },
  reportOption: { argument: 'BERKAS', summary: 'Ke mana nasib setiap baris ditulis (CSV)' },
} as const;

import type { OutboxEntry, OutboxState } from '#renderer/data/schema/rows.ts';
import { threadActIn } from '#shared/workflow/commands.ts';

type Refusal = Extract<OutboxState, { kind: 'ditolak' }>;
type Told = Pick<OutboxEntry, 'command' | 'employeeName'>;

const nothingLost = 'Tidak ada yang hilang; lihat usulnya di Kotak Masuk bila masih ada di sana.';

/** What of something other than a decision was not done, why, and what to do. */
export function refusedSentence(entry: Told, refusal: Refusal): string {
  const { message, action } = whyRefused(entry, refusal);
  return `${notDone(entry)} ${message} ${action}`;
}

function notDone({ command, employeeName: name }: Told): string {
  switch (command.kind) {
    case 'ambil':
      return `Usul ${name} tidak jadi menjadi tugas Anda.`;
    case 'ambil_alih':
      return `Usul ${name} tidak jadi Anda ambil alih.`;
    case 'pesan':
      return name === ''
        ? 'Pesan Anda ke helpdesk tidak terkirim.'
        : `Pesan Anda tentang usul ${name} tidak terkirim.`;
    case 'tiket':
      return 'Laporan Anda ke helpdesk tidak terkirim.';
    case 'utas':
      return threadActIn(command) === 'lepas'
        ? `Pertanyaan tentang usul ${name} tidak jadi Anda lepas.`
        : `Pertanyaan tentang usul ${name} tidak jadi Anda tangani.`;
    case 'setujuiMassal':
      return 'Pilihan Anda untuk disetujui massal tidak diterima server.';
    case 'sahkanMassal':
      return 'Pengesahan persetujuan massal Anda tidak diterima server.';
    case 'batalkanMassal':
      return 'Pembatalan persetujuan massal Anda tidak diterima server.';
    default:
      return name === ''
        ? 'Tindakan Anda tidak diterima server.'
        : `Tindakan Anda atas usul ${name} tidak diterima server.`;
  }
}

/** The server's own words are those of a decision; whoever took an usul decided nothing yet. */
function whyRefused(
  { command }: Told,
  { error, current }: Refusal,
): { readonly message: string; readonly action: string } {
  if (command.kind !== 'ambil' && command.kind !== 'ambil_alih') return error;
  if (error.kind === 'tidak_berwenang' && current === null) {
    return { message: 'Usul ini tidak ada lagi dalam lingkup unit Anda.', action: nothingLost };
  }
  if (error.kind === 'usul_berubah') {
    return { message: 'Usul ini sudah diputus atau berpindah tahap.', action: nothingLost };
  }
  return { message: error.message, action: nothingLost };
}

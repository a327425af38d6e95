import { assertNever } from '#shared/kernel/assert-never.ts';
import type { ChainReport } from '#server/commands/verify-chains.ts';
import type { AnchorFault } from '#server/integrity/anchors.ts';
import type { HistoryFault } from '#server/integrity/history-seals.ts';
import type { ThreadFault } from '#server/threads/verify-threads.ts';
import type { SealFault } from '#server/integrity/chain-seals.ts';
import type { Misfit } from '#server/integrity/verify-usul.ts';

const sealKinds: Readonly<Record<SealFault['kind'], string>> = {
  palsu: 'segel rantai bukan buatan server ini',
  berubah: 'rantai bukan lagi yang disegel',
  hilang: 'segel rantai hilang',
};
const misfitKinds: Readonly<Record<Misfit['kind'], string>> = {
  keputusan_tanpa_peristiwa: 'keputusan tidak ada di riwayat usul',
  peristiwa_tanpa_keputusan: 'riwayat usul memuat keputusan yang tidak ada di rantai',
  keputusan_tak_terdaftar: 'keputusan dan daftar keputusan tidak sama',
  kedudukan: 'kedudukan usul tidak sesuai riwayatnya',
  keputusan_tanpa_catatan: 'keputusan tidak ada di catatan audit',
  catatan_tanpa_keputusan: 'catatan audit memuat keputusan yang tidak ada di rantai',
  akun: 'akun diubah tanpa catatan perubahan',
  penunjukan: 'penunjukan diubah tanpa catatan perubahan',
  penunjukan_tanpa_catatan: 'penunjukan tidak ada di catatan audit',
};

/** What is said of whether the database is what the server made of it. */
export const integritySentences = {
  summary: 'Memeriksa rantai keputusan, riwayat, kedudukan usul, akun, penunjukan, dan audit',
  chain: ({ instansi, count, fault }: ChainReport) => {
    if (!fault) return `${instansi}: rantai keputusan utuh (${count} keputusan).`;
    return `${instansi}: keputusan nomor ${fault.chainSeq} ${fault.kind}.`;
  },
  seal: ({ instansiId, kind }: SealFault) => `${instansiId}: ${sealKinds[kind]}.`,
  anchor: ({ at, what }: AnchorFault) =>
    `${what}: tidak lagi seperti pada jangkar ${at.slice(0, 16).replace('T', ' ')} UTC.`,
  misfit: ({ kind, id }: Misfit) => `${misfitKinds[kind]}: ${id}.`,
  thread: ({ threadId, seq, kind }: ThreadFault) =>
    `percakapan ${threadId}: pesan nomor ${seq} ${kind}.`,
  history: (fault: HistoryFault) => {
    switch (fault.kind) {
      case 'awal_riwayat':
        return 'awal segel riwayat bukan lagi yang dicatat server ini.';
      case 'zaman':
        return 'zaman data yang berlaku tidak dibuka oleh server ini; jangkar sebelumnya tidak dibandingkan.';
      case 'peristiwa_tanpa_segel':
        return `riwayat usul memuat yang tidak ditulis server ini: ${fault.id}.`;
      default:
        return assertNever(fault);
    }
  },
  found: 'Ada yang diubah atau hilang di basis data. Amankan cadangannya, lalu hubungi pengembang.',
  anchored: (count: number) => `${count} jangkar diperiksa.`,
  anchorsMissing: (file: string) =>
    `Berkas jangkar ${file} tidak ada, sehingga yang diubah sebelum hari ini tidak dapat dibandingkan.`,
  anchorsForeign: (file: string, count: number) =>
    `${count} baris ${file} bukan buatan server ini. Pulihkan berkas itu dari cadangan.`,
  anchorsBegun: (file: string) =>
    `Berkas jangkar ${file} tidak ada; yang baru dimulai. Bila seharusnya ada, pulihkan dari cadangan.`,
  broken:
    'Rantai keputusan tidak cocok dengan segelnya. Jalankan "npm run server -- verify-chain" dan amankan cadangan.',
} as const;

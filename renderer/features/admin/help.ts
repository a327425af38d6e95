import { adminKeys, adminListKeys } from '#renderer/features/admin/parts/keys.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import type { HelpPage } from '#renderer/frame/screen.tsx';
import { keysOf } from '#renderer/ui/keys/key-group.ts';

const troubles = [
  {
    problem: 'Daftar tidak tampil.',
    remedy: 'Layar ini memerlukan jaringan: periksa sambungan, lalu pilih Ambil ulang.',
  },
];
const listKeys = [
  ...keysOf(adminListKeys, 'openSearch', 'listUp', 'listDown', 'listOpen'),
  ...keysOf(adminKeys, 'reload'),
  ...keysOf(generalKeys, 'lock'),
];
const addKeys = [...keysOf(adminKeys, 'addNew'), ...listKeys];

/** Help for the screens of the administration. */
export const adminHelp = {
  overview: {
    purpose: 'Menunjukkan apa yang menunggu admin dan apa yang belum disiapkan.',
    steps: [
      'Kerjakan langkah yang belum selesai dari atas ke bawah.',
      'Pilih yang menunggu untuk membukanya.',
    ],
    keys: [...keysOf(adminKeys, 'reload'), ...keysOf(generalKeys, 'lock')],
    troubles,
  },
  accounts: {
    purpose: 'Mengelola siapa yang dapat masuk. Tugas seseorang ditetapkan di Penunjukan.',
    steps: [
      'Tambah akun: kode aktivasi tampil sekali; cetak slipnya dan serahkan langsung.',
      'Atur ulang akun bila kata sandi terlupa: kode baru, semua sesinya berakhir.',
      'Tutup akun orang yang tidak bertugas lagi.',
    ],
    keys: addKeys,
    troubles: [
      ...troubles,
      {
        problem: 'Kode sudah tertutup sebelum dicatat.',
        remedy: 'Atur ulang akun itu sekali lagi; kode yang lama tidak berlaku.',
      },
    ],
  },
  appointments: {
    purpose: 'Menetapkan siapa bertugas apa atas kantor mana, dengan surat penunjukan.',
    steps: [
      'Pilih Tunjuk, lalu akun, tugas, cakupan, tanggal, dan suratnya.',
      'Akhiri penunjukan dengan alasan; yang belum terkirim menunggu di Serahan.',
    ],
    keys: addKeys,
    troubles: [
      ...troubles,
      {
        problem: 'Anda hendak menunjuk diri sendiri.',
        remedy: 'Minta admin lain: tidak seorang pun menunjuk dirinya.',
      },
    ],
  },
  assignment: {
    purpose: 'Mengatur bagaimana usul sampai ke petugas, siapa cuti, dan siapa menggantikan siapa.',
    steps: [
      'Pilih kantornya, lalu aturannya: kolam, menurut unor, bergilir, atau ditugaskan admin.',
      'Pindahkan atau tugaskan usul yang menunggu; kedua petugas diberi tahu.',
      'Catat cuti dan penggantian dengan tanggal dan suratnya.',
    ],
    keys: [...keysOf(adminKeys, 'addNew', 'reload'), ...keysOf(generalKeys, 'lock')],
    troubles: [
      ...troubles,
      {
        problem: 'Usul tidak ikut terbagi setelah aturannya diubah.',
        remedy: 'Yang sudah diambil atau ditugaskan tetap; pindahkan dengan Tugaskan usul.',
      },
    ],
  },
  devices: {
    purpose: 'Menyetujui PC yang menunggu dan mencabut PC yang hilang.',
    steps: ['PC yang menunggu tampil paling atas.', 'Cabut PC yang hilang atau dijual.'],
    keys: listKeys,
    troubles,
  },
  held: {
    purpose: 'Memutus keputusan yang tiba setelah PC, akun, atau penunjukannya berakhir.',
    steps: ['Buka barisnya dan baca yang memberatkan.', 'Lepas bila wajar, tolak bila tidak.'],
    keys: listKeys,
    troubles,
  },
  schedule: {
    purpose: 'Mengatur periode, tenggat, hari kerja, dan hari libur instansi.',
    steps: [
      'Tambah periode dengan tanggal setiap tahap.',
      'Perpanjang atau tutup periode dengan mengubahnya.',
      'Catat hari libur dan cuti bersama setiap tahun.',
    ],
    keys: [...keysOf(adminKeys, 'addNew', 'reload'), ...keysOf(generalKeys, 'lock')],
    troubles: [
      ...troubles,
      {
        problem: 'Tenggat usul tidak berubah setelah jadwal diubah.',
        remedy: 'Tenggat yang sudah diberikan tetap; yang baru mengikuti jadwal baru.',
      },
    ],
  },
  imports: {
    purpose: 'Mengisi OPD, unit organisasi, ASN, dan akun dari CSV atau XLSX.',
    steps: [
      'Pilih isi berkas menurut urutannya: OPD, unit organisasi, ASN, akun.',
      'Periksa nasib setiap baris; belum ada yang diubah.',
      'Ambil baris yang baik; unduh yang ditolak, perbaiki, lalu impor lagi.',
    ],
    keys: listKeys.filter(({ action }) => action !== 'reload' && action !== 'openSearch'),
    troubles: [
      ...troubles,
      {
        problem: 'Impor terhenti di tengah jalan.',
        remedy: 'Impor berkas yang sama sekali lagi: yang sudah diambil tidak berubah.',
      },
    ],
  },
  audit: {
    purpose: 'Menelusuri siapa melakukan apa, kapan, dari PC mana, dengan penunjukan apa.',
    steps: ['Saring menurut pelaku, kejadian, atau tanggal.', 'Buka barisnya untuk rinciannya.'],
    keys: listKeys,
    troubles,
  },
} as const satisfies Record<string, HelpPage>;

import type { HandoverRefused } from '#server/handover/take-handover.ts';
import { handoverExtension } from '#shared/contract/handover.ts';

/** What is said of a hand-over file that is not taken: what happened, and the one thing to do. */
export const handoverRefusals: Readonly<
  Record<HandoverRefused['kind'], { readonly message: string; readonly action: string }>
> = {
  bukan_berkas: {
    message: 'Ini bukan berkas serah terima Meja Verifikator; tidak ada keputusan yang diambil.',
    action: `Pilih berkas yang namanya berakhir dengan ${handoverExtension}.`,
  },
  versi_lain: {
    message:
      'Berkas serah terima ini dibuat oleh versi aplikasi lain; tidak ada keputusan yang diambil.',
    action: 'Perbarui server, lalu serahkan berkas ini sekali lagi.',
  },
  asal_tak_dikenal: {
    message:
      'Server ini tidak mengenal PC atau akun asal berkas ini, atau keduanya sudah lama dicabut; tidak ada keputusan yang diambil.',
    action: 'Pastikan berkas ini dari server yang sama, lalu hubungi admin BKPSDM.',
  },
  rusak: {
    message:
      'Berkas serah terima ini berubah atau terpotong sejak dibuat; tidak ada keputusan yang diambil.',
    action: 'Buat berkas yang baru di PC asalnya, lalu serahkan lagi.',
  },
  masih_berlaku: {
    message: 'PC dan akun ini masih berlaku; keputusannya dikirim seperti biasa.',
    action: 'Masuk dengan kata sandi Anda.',
  },
};

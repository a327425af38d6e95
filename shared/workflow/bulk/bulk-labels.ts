import type { BulkRefusal } from '#shared/workflow/bulk/may-be-in-bulk.ts';

/** Why an usul is not approved in bulk, or was not, as a sentence for the person. */
export const bulkBarSentences: Readonly<Record<BulkRefusal, string>> = {
  tahap: 'Tidak menunggu persetujuan.',
  milik_sendiri: 'Usul Anda sendiri, atau milik yang Anda gantikan; diputuskan pejabat lain.',
  sudah_memutus: 'Anda, atau yang Anda gantikan, memutus usul ini pada tahap sebelumnya.',
  milik_rekan: 'Ditugaskan kepada rekan.',
  jenis: 'Jenis data ini disetujui satu per satu di instansi Anda.',
  hapus: 'Usul penghapusan disetujui satu per satu.',
  dikoreksi: 'Ada isian yang dikoreksi verifikator.',
  pernah_kembali: 'Pernah ditanyakan atau dikembalikan pada pengajuan ini.',
  belum_sesuai: 'Tidak semua isian dinilai sesuai oleh verifikator.',
  belum_dibaca: 'Diputus sebelum dokumennya selesai dibaca.',
  peringatan: 'Ada peringatan pada isian atau dokumennya.',
  usul_berubah: 'Berubah atau diputus sejak dipilih.',
  tidak_ada: 'Tidak ada lagi di meja Anda.',
};

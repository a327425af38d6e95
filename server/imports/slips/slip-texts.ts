/** What stands on activation slips, and what their command says. */
export const slipTexts = {
  title: 'Slip aktivasi Meja Verifikator',
  handOut: 'Potong dan serahkan langsung kepada yang bersangkutan.',
  nip: (nip: string): string => `NIP ${nip}`,
  username: (username: string): string => `Nama pengguna: ${username}`,
  code: 'Kode aktivasi:',
  once: (until: string): string => `Berlaku satu kali, sampai ${until}.`,
  nobodyAsks: 'Petugas tidak pernah meminta kode ini.',
  argument: 'BERKAS',
  summary:
    'Membuat slip aktivasi (PDF) bagi akun yang belum diaktifkan; slip sebelumnya tidak berlaku lagi',
  opdOption: { argument: 'ID', summary: 'Hanya OPD ini dan yang di bawahnya' },
  none: 'Tidak ada akun yang menunggu aktivasi.',
  unknownOpd: (id: string): string => `OPD "${id}" tidak ada dalam instansi ini.`,
  written: (count: number, offices: number, path: string): string =>
    `${count.toLocaleString('id-ID')} slip dari ${offices} OPD ditulis ke ${path}. Hapus berkasnya setelah dicetak.`,
} as const;

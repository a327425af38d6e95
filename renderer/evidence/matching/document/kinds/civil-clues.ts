import { clues, type KindClues } from '#renderer/evidence/matching/document/kinds/kind-clues.ts';

/** Papers of the civil registry, and cards. */
export const civilClues: readonly KindClues[] = [
  clues('kartu_keluarga', 'Kartu keluarga', {
    titles: ['kartu keluarga'],
    says: {
      'nama kepala keluarga': 3,
      'status hubungan dalam keluarga': 3,
      'hubungan dalam keluarga': 1,
      'jenis pekerjaan': 1,
      KITAP: 1,
      'nama lengkap': 1,
    },
  }),
  clues('akta_kelahiran', 'Akta kelahiran', {
    titles: ['akta kelahiran', 'akte kelahiran', 'kutipan akta kelahiran'],
    says: { 'akta kelahiran': 3, 'telah lahir': 3, 'anak ke': 1, 'pencatatan sipil': 1 },
  }),
  clues('akta_kematian', 'Akta kematian', {
    titles: ['akta kematian', 'akte kematian', 'kutipan akta kematian', 'keterangan kematian'],
    says: {
      'akta kematian': 3,
      'telah meninggal dunia': 3,
      'meninggal dunia': 1,
      'pencatatan sipil': 1,
    },
  }),
  clues('akta_nikah', 'Buku nikah', {
    titles: [
      'akta nikah',
      'akte nikah',
      'buku nikah',
      'kutipan akta nikah',
      'akta perkawinan',
      'pencatatan perkawinan',
    ],
    says: {
      'akad nikah': 3,
      'pencatat nikah': 2,
      'mas kawin': 2,
      'nama suami': 2,
      'nama istri': 2,
      'wali nikah': 2,
      'akta nikah': 1,
      'akta perkawinan': 3,
    },
    never: ['akta cerai', 'akta perceraian'],
  }),
  clues('akta_cerai', 'Akta cerai', {
    titles: ['akta cerai', 'akta perceraian', 'kutipan akta perceraian'],
    says: {
      'akta cerai': 2,
      'akta perceraian': 3,
      'telah terjadi perceraian': 3,
      'pengadilan agama': 1,
      'cerai talak': 2,
      'cerai gugat': 2,
    },
  }),
  clues('ktp', 'KTP', {
    titles: ['kartu tanda penduduk'],
    says: {
      'berlaku hingga': 3,
      'seumur hidup': 2,
      'status perkawinan': 1.5,
      'kel/desa': 1.5,
      kewarganegaraan: 1,
      'RT/RW': 1,
      'gol. darah': 0.5,
      'jenis kelamin': 0.5,
      pekerjaan: 0.5,
    },
    never: ['kartu keluarga'],
  }),
  clues('npwp', 'NPWP', {
    titles: ['NPWP', 'nomor pokok wajib pajak', 'surat keterangan terdaftar'],
    says: { 'direktorat jenderal pajak': 3, 'kementerian keuangan': 2, 'wajib pajak': 1, NPWP: 1 },
  }),
  clues('bpjs', 'Kartu BPJS Kesehatan', {
    titles: ['kartu indonesia sehat', 'BPJS kesehatan', 'jaminan kesehatan nasional'],
    says: { 'kartu indonesia sehat': 2, 'BPJS kesehatan': 2, faskes: 1 },
  }),
  clues('taspen', 'Kartu Taspen', {
    titles: ['taspen', 'kartu peserta taspen', 'tabungan dan asuransi pegawai'],
    says: { 'tabungan hari tua': 2, taspen: 1 },
  }),
  clues('karis_karsu', 'Karis/Karsu', {
    titles: ['kartu istri', 'kartu isteri', 'kartu suami', 'kartu istri pegawai negeri sipil'],
  }),
  clues('karpeg', 'Kartu pegawai', {
    titles: [
      'kartu pegawai',
      'kartu identitas pegawai',
      'kartu pegawai elektronik',
      'kartu ASN virtual',
    ],
    says: { 'kartu pegawai': 2 },
  }),
];

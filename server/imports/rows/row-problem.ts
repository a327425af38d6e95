import { assertNever } from '#shared/kernel/assert-never.ts';

/** Why a row is not taken. `label`: of the column that it concerns. */
export type RowProblem =
  | { readonly kind: 'kosong'; readonly label: string }
  | { readonly kind: 'panjang'; readonly label: string; readonly most: number }
  | { readonly kind: 'tanda'; readonly label: string }
  | { readonly kind: 'awal_rumus'; readonly label: string; readonly text: string }
  | { readonly kind: 'kutip' }
  | { readonly kind: 'rumus'; readonly label: string; readonly text: string }
  | { readonly kind: 'angka_hilang'; readonly label: string; readonly text: string }
  | { readonly kind: 'nomor'; readonly label: string; readonly sentence: string }
  | { readonly kind: 'tanggal'; readonly label: string; readonly text: string }
  | { readonly kind: 'tanggal_tertukar'; readonly label: string; readonly text: string }
  | {
      readonly kind: 'pilihan';
      readonly label: string;
      readonly text: string;
      readonly known: string;
    }
  | {
      readonly kind: 'nol_hilang';
      readonly label: string;
      readonly text: string;
      readonly meant: string;
    }
  | {
      readonly kind: 'tidak_ada';
      readonly label: string;
      readonly text: string;
      readonly source: string;
    }
  | { readonly kind: 'lebih_dari_satu'; readonly label: string; readonly text: string }
  | { readonly kind: 'bertentangan'; readonly labels: readonly string[] }
  | {
      readonly kind: 'ganda';
      readonly label: string;
      readonly text: string;
      readonly rows: readonly number[];
    }
  | { readonly kind: 'milik_lain'; readonly label: string; readonly text: string }
  | { readonly kind: 'nama_lain'; readonly text: string; readonly known: string }
  | { readonly kind: 'urutan'; readonly first: string; readonly second: string }
  | { readonly kind: 'lewat'; readonly label: string }
  | { readonly kind: 'akun_lain'; readonly text: string }
  | { readonly kind: 'melingkar'; readonly path: readonly string[] }
  | { readonly kind: 'terlalu_dalam'; readonly most: number }
  | { readonly kind: 'induk_ditolak'; readonly text: string }
  | { readonly kind: 'diri_sendiri' }
  | { readonly kind: 'akun_sendiri' };

const asText = 'Ubah format kolom menjadi Teks, lalu isi lagi dari sumbernya';

/** What is wrong with a row and how it is mended, for the person who made the file. */
export function problemSentence(problem: RowProblem): string {
  switch (problem.kind) {
    case 'kosong':
      return `${problem.label} kosong. Isi nilainya.`;
    case 'panjang':
      return `${problem.label} lebih dari ${problem.most} huruf. Persingkat.`;
    case 'tanda':
      return `${problem.label} memuat ganti baris atau tanda yang tidak tampak. Hapus tanda itu.`;
    case 'awal_rumus':
      return `${problem.label} "${problem.text}" dimulai seperti rumus. Hapus tanda di depannya.`;
    case 'kutip':
      return 'Baris memuat ganti baris dan pemisah kolom; mungkin ada tanda kutip yang tidak ditutup. Perbaiki tanda kutipnya.';
    case 'rumus':
      return `${problem.label} berisi kesalahan rumus ${problem.text}. Ganti dengan nilainya.`;
    case 'angka_hilang':
      return `${problem.label} "${problem.text}" diubah Excel menjadi bilangan sehingga angkanya hilang. ${asText}.`;
    case 'nomor':
      return `${problem.sentence} Periksa ${problem.label} pada sumbernya.`;
    case 'tanggal':
      return `${problem.label} "${problem.text}" bukan tanggal yang dikenal. Tulis hh-bb-tttt, misalnya 09-08-2021.`;
    case 'tanggal_tertukar':
      return `${problem.label} "${problem.text}": hari dan bulan tertukar menurut NIP. Tulis hh-bb-tttt.`;
    case 'pilihan':
      return `${problem.label} "${problem.text}" tidak dikenal. ${problem.known}`;
    case 'nol_hilang':
      return `${problem.label} "${problem.text}" tidak ada; mungkin "${problem.meant}" yang kehilangan nol di depan. ${asText}.`;
    case 'tidak_ada':
      return `${problem.label} "${problem.text}" tidak ada dalam ${problem.source}. Periksa, atau impor dahulu.`;
    case 'lebih_dari_satu':
      return `${problem.label} "${problem.text}" ada lebih dari satu. Isi dengan kode.`;
    case 'bertentangan':
      return `${problem.labels.join(' dan ')} tidak menunjuk yang sama. Perbaiki salah satunya.`;
    case 'ganda':
      return `${problem.label} "${problem.text}" juga ada di baris ${problem.rows.join(', ')}. Sisakan satu baris.`;
    case 'milik_lain':
      return `${problem.label} "${problem.text}" sudah dipakai di luar instansi ini atau oleh data lain. Periksa sumbernya.`;
    case 'nama_lain':
      return `Nama "${problem.text}" bukan pemilik NIP ini menurut data ASN ("${problem.known}"). Periksa NIP-nya.`;
    case 'akun_lain':
      return `NIP ini sudah punya akun "${problem.text}". Nama pengguna tidak diganti dari berkas; kosongkan atau samakan.`;
    case 'urutan':
      return `${problem.second} lebih awal daripada ${problem.first}. Perbaiki tanggalnya.`;
    case 'lewat':
      return `${problem.label} sudah lewat. Perbaiki atau hapus barisnya.`;
    case 'melingkar':
      return `Induk OPD berputar: ${problem.path.join(' → ')}. Perbaiki kode induknya.`;
    case 'terlalu_dalam':
      return `Susunan OPD lebih dari ${problem.most} tingkat. Periksa kode induknya.`;
    case 'induk_ditolak':
      return `Induk "${problem.text}" ditolak di berkas ini. Perbaiki baris induknya dahulu.`;
    case 'akun_sendiri':
      return 'Ini akun Anda sendiri. Minta admin lain menetapkan penunjukan Anda.';
    case 'diri_sendiri':
      return 'OPD tidak dapat menjadi induk bagi dirinya sendiri. Perbaiki kode induknya.';
    default:
      return assertNever(problem);
  }
}

import { tableLimits, type TableFault } from '#server/imports/table/table.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

const saveAgain = 'Buka di Excel atau LibreOffice, lalu simpan sebagai XLSX atau CSV.';
const counted = (count: number): string => count.toLocaleString('id-ID');

/** Why a file is not read, and what to do. */
export function tableSentence(fault: TableFault): string {
  switch (fault.kind) {
    case 'tidak_ada':
      return 'Berkas tidak ada atau bukan berkas.';
    case 'kosong':
      return 'Berkas kosong.';
    case 'terlalu_besar':
      return `Berkas lebih besar dari ${tableLimits.fileBytes / 1_048_576} MB. Bagi menjadi beberapa berkas.`;
    case 'terkunci':
      return 'Berkas terkunci kata sandi. Simpan tanpa kata sandi.';
    case 'xls_lama':
      return `Berkas ini XLS lama. ${saveAgain}`;
    case 'xlsb':
      return `Berkas ini XLSB. ${saveAgain}`;
    case 'ods':
      return `Berkas ini ODS. ${saveAgain}`;
    case 'html':
      return `Berkas ini halaman web, bukan tabel. ${saveAgain}`;
    case 'pdf':
      return 'Berkas ini PDF, bukan tabel. Gunakan berkas XLSX atau CSV asalnya.';
    case 'bukan_tabel':
      return 'Berkas ini bukan CSV atau XLSX.';
    case 'rusak':
      return `Berkas XLSX rusak. ${saveAgain}`;
    case 'mengembang':
      return 'Isi berkas XLSX terlalu besar setelah dibuka; berkas tidak dibaca. Bagi menjadi beberapa berkas.';
    case 'tanpa_lembar':
      return 'Tidak ada lembar kerja yang tampak dalam berkas.';
    case 'baris_terlalu_banyak':
      return `Lebih dari ${counted(tableLimits.rows)} baris. Bagi menjadi beberapa berkas.`;
    case 'sel_terlalu_banyak':
      return `Lebih dari ${counted(tableLimits.cells)} sel. Hapus kolom yang tidak perlu atau bagi berkasnya.`;
    case 'kolom_terlalu_banyak':
      return `Baris ${fault.row} berisi lebih dari ${tableLimits.columns} kolom. Hapus kolom yang tidak perlu.`;
    case 'sel_terlalu_panjang':
      return `Baris ${fault.row} terlalu panjang; mungkin ada tanda kutip yang tidak ditutup.`;
    default:
      return assertNever(fault);
  }
}

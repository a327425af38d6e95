import { pppkGolongan } from '#renderer/evidence/matching/values/golongan-pppk.ts';
import { golonganOf, codeLabel } from '#shared/reference/reference-tables.ts';
import type { EmployeeKind } from '#shared/records/record-type.ts';
import type { ReferenceTableId } from '#shared/reference/reference-table-ids.ts';

/** A code as papers print it: the name to look for and other names for the same. */
export interface PrintedCode {
  readonly value: string;
  readonly also: readonly string[];
}

/**
 * Tables whose codes classify a record for BKN and stand on no paper, or as words that papers use for anything ("Ya",
 * "Hidup", "PNS"): nothing can be looked for.
 */
const unprinted: ReadonlySet<ReferenceTableId> = new Set<ReferenceTableId>([
  'alasanHapus',
  'yaTidak',
  'statusHidup',
  'hubunganKeluarga',
  'jenisAnak',
  'jenisDiklat',
  'jenisIdDokumen',
  'jenisJabatan',
  'jenisKursusSertipikat',
  'jenisMutasi',
  'jenisPegawai',
  'jenisPenugasan',
  'jenisPi',
  'jenisPmk',
  'jenisSkp',
  'kedudukanHukum',
  'kepanitiaan',
  'periodikKinerja',
  'statusCpnsPns',
  'statusPenilai',
]);

/** Names on paper beside the one of the table; source: forms and wording in domain.md sections 2 and 6. */
const alsoPrinted: Partial<Record<ReferenceTableId, Readonly<Record<string, readonly string[]>>>> =
  {
    agama: {
      '3': ['Katolik', 'Khatolik'],
      '5': ['Buddha'],
      '6': ['Khonghucu'],
    },
    jenisKelamin: { M: ['Laki-laki'], F: ['Perempuan'] },
    jenisKawin: {
      '1': ['Kawin', 'Kawin Tercatat'],
      '2': ['Cerai Hidup'],
      '3': ['Cerai Mati', 'Janda', 'Duda'],
      '4': ['Belum Menikah'],
    },
    tingkatPendidikan: {
      '10': ['SMP', 'Madrasah Tsanawiyah'],
      '15': ['SMA', 'Madrasah Aliyah'],
      '17': ['SMK'],
      '30': ['Diploma III', 'Diploma Tiga'],
      '35': ['Diploma Empat', 'Sarjana Terapan'],
      '40': ['Sarjana', 'Strata Satu'],
      '45': ['Magister', 'Strata Dua'],
      '50': ['Doktor', 'Strata Tiga'],
    },
    penghargaan: {
      '201': ['Karya Satya X Tahun'],
      '202': ['Karya Satya XX Tahun'],
      '203': ['Karya Satya XXX Tahun'],
      '304': ['Pegawai Teladan Tingkat Nasional'],
      '305': ['Pegawai Teladan Tingkat Provinsi'],
      '306': ['Pegawai Teladan Tingkat Kabupaten', 'Pegawai Teladan Tingkat Kota'],
    },
    cltn: {
      '1': ['Cuti di Luar Tanggungan Negara'],
      '3': ['Pengaktifan kembali'],
      '5': ['Perpanjangan cuti di luar tanggungan negara'],
    },
  };

/**
 * How papers print a code; null where they do not, or where the table does not have it. The golongan of a PPPK is in no
 * table of SIASN: it travels as its numeral, or as its place among them ("09").
 */
export function printedCode(
  table: ReferenceTableId,
  id: string,
  employeeKind?: EmployeeKind,
): PrintedCode | null {
  const pppk = table === 'golonganPns' ? pppkGolonganOf(id, employeeKind) : undefined;
  if (pppk !== undefined) return { value: pppk, also: [] };
  const label = codeLabel(table, id);
  if (label === undefined || unprinted.has(table)) return null;
  // "Diklat Struktural Lainnya": the paper names what it is.
  if (/\blainnya$/i.test(label)) return null;
  if (table === 'golonganPns') {
    const code = golonganOf(id);
    return code ? { value: code.golongan, also: [code.pangkat] } : null;
  }
  // "III.a – ADMINISTRATOR": papers say "Eselon III.a".
  if (table === 'eselon') {
    const level = /^[IVX]+\.[a-e]/.exec(label);
    return level ? { value: `Eselon ${level[0]}`, also: [] } : null;
  }
  const parts = label.includes('/') ? label.split('/').map((part) => part.trim()) : [];
  return {
    value: label,
    also: [...(alsoPrinted[table]?.[id] ?? []), ...parts.filter((part) => part.length >= 4)],
  };
}

function pppkGolonganOf(id: string, employeeKind: EmployeeKind | undefined): string | undefined {
  const numeral = id.trim().toUpperCase();
  if (pppkGolongan.includes(numeral)) return numeral;
  return employeeKind === 'pppk' && /^\d{1,2}$/.test(id) ? pppkGolongan[Number(id) - 1] : undefined;
}

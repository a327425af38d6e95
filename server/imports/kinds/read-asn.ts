import type { AsnField } from '#server/imports/kinds/asn-columns.ts';
import { referenceValue } from '#server/imports/kinds/reference-value.ts';
import type { RowReader } from '#server/imports/rows/row-reader.ts';
import { makeLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { shortDate } from '#shared/kernel/date-text.ts';
import type { Employee } from '#shared/records/employee.ts';
import type { EmployeeNumber } from '#shared/records/identity/employee-number.ts';

/** What a row says of an ASN; what it does not say is not there. */
export interface AsnDraft {
  readonly nip: string;
  readonly pnsId: string | undefined;
  readonly stated: StatedEmployee;
  /** What the NIP itself says, for what nobody stated of somebody new. */
  readonly ofNip: Pick<Employee, 'kind' | 'jenisKelamin' | 'tanggalLahir'>;
  readonly unor: OfficeNames;
  readonly opd: OfficeNames;
}

/** An office as a file names it. */
export interface OfficeNames {
  readonly id: string | undefined;
  readonly name: string | undefined;
}

type StatedEmployee = Present<
  ReturnType<typeof personOf> & ReturnType<typeof postOf> & Pick<EmployeeNumber, 'kind'>
> & { readonly nip: string; readonly nama: string };

/** Reads a row of ASN. */
export function readAsn(row: RowReader<AsnField>): AsnDraft | undefined {
  const number = row.employeeNumber('nip');
  const nama = row.text('nama');
  const person = personOf(row, number);
  const post = postOf(row, number);
  const unor = { id: row.code('unorId'), name: row.text('unorNama', 500) };
  const opd = { id: row.code('opdId'), name: row.text('opdNama', 500) };
  const pnsId = row.code('pnsId');
  if (!number || nama === undefined) return undefined;
  const { digits: nip, kind, sex: jenisKelamin, birthDate: tanggalLahir } = number;
  return {
    nip,
    pnsId,
    stated: { nip, nama, kind, ...present({ ...person, ...post }) },
    ofNip: { kind, jenisKelamin, tanggalLahir },
    unor,
    opd,
  };
}

function personOf(row: RowReader<AsnField>, number: EmployeeNumber | undefined) {
  return {
    gelarDepan: row.text('gelarDepan'),
    gelarBelakang: row.text('gelarBelakang'),
    nik: row.nik('nik'),
    jenisKelamin: sexOf(row),
    tempatLahir: row.text('tempatLahir'),
    tanggalLahir: birthDateOf(row, number?.birthDate),
    tmtCpns: row.day('tmtCpns'),
  };
}

function postOf(row: RowReader<AsnField>, number: EmployeeNumber | undefined) {
  return {
    golonganId: golonganOf(row, number),
    jabatan: row.text('jabatan', 500),
    jenisJabatanId: referenceValue(row, 'jenisJabatan', {
      id: 'jenisJabatanId',
      name: 'jenisJabatan',
    }),
    eselonId: referenceValue(row, 'eselon', { id: 'eselonId', name: 'eselon' }),
    kedudukanHukumId: referenceValue(row, 'kedudukanHukum', {
      id: 'kedudukanHukumId',
      name: 'kedudukanHukum',
    }),
    jenisPegawaiId: referenceValue(row, 'jenisPegawai', {
      id: 'jenisPegawaiId',
      name: 'jenisPegawai',
    }),
    tkPendidikanTerakhirId: referenceValue(row, 'tingkatPendidikan', {
      id: 'tkPendidikanTerakhirId',
      name: 'tkPendidikan',
    }),
    bupPensiun: row.wholeNumber('bupPensiun', 100),
  };
}

/** BKN has published no codes of the golongan of PPPK (domain.md 2.1): what the file says is kept, I to XVII. */
function golonganOf(
  row: RowReader<AsnField>,
  number: EmployeeNumber | undefined,
): string | undefined {
  if (number?.kind === 'pppk') {
    const text = row.code('golonganId') ?? row.text('golongan');
    if (text === undefined || /^(?:0?[1-9]|1[0-7]|X{0,1}(?:IX|IV|V?I{0,3}))$/i.test(text))
      return text?.toUpperCase();
    const known = 'Golongan PPPK ditulis I sampai XVII.';
    return row.refuse({ kind: 'pilihan', label: row.label('golongan'), text, known });
  }
  return referenceValue(row, 'golonganPns', { id: 'golonganId', name: 'golongan' });
}

function sexOf(row: RowReader<AsnField>): Employee['jenisKelamin'] | undefined {
  const text = row.text('jenisKelamin');
  if (text === undefined) return undefined;
  if (/^(?:m|l|1|pria|laki[\s-]*laki)$/i.test(text)) return 'M';
  if (/^(?:f|p|2|w|wanita|perempuan)$/i.test(text)) return 'F';
  const known = 'Isi L atau P.';
  return row.refuse({ kind: 'pilihan', label: row.label('jenisKelamin'), text, known });
}

/** A birth date may differ from the NIP; one that is the NIP's with day and month exchanged was written by another PC's habit. */
function birthDateOf(
  row: RowReader<AsnField>,
  ofNip: LocalDate | undefined,
): LocalDate | undefined {
  const day = row.day('tanggalLahir');
  if (day === undefined || ofNip === undefined || day === ofNip) return day;
  const exchanged = makeLocalDate(+day.slice(0, 4), +day.slice(8), +day.slice(5, 7));
  if (exchanged !== ofNip) return day;
  return row.refuse({
    kind: 'tanggal_tertukar',
    label: row.label('tanggalLahir'),
    text: shortDate(day),
  });
}

type Present<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

function present<T extends object>(values: T): Present<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- entries lose their types; nothing but what is undefined goes
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Present<T>;
}

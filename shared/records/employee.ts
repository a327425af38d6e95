import { z } from 'zod';
import { codeText, lineText } from '#shared/kernel/bounded.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { employeeKindSchema } from '#shared/records/record-type.ts';

/** The person whose record is to change, as the agency's own data has him or her (not proposed, not proven here). */
export const employeeSchema = z.looseObject({
  id: codeText.min(1),
  kind: employeeKindSchema,
  /** NIP of a PNS or NI PPPK, 18 digits; registration number of a PPT Non-ASN. */
  nip: codeText,
  nik: codeText,
  nama: lineText,
  gelarDepan: lineText,
  gelarBelakang: lineText,
  /** BKN codes: M pria, F wanita. */
  jenisKelamin: z.enum(['M', 'F']),
  tempatLahir: lineText,
  tanggalLahir: localDateSchema,
  tmtCpns: localDateSchema.nullable(),
  golonganId: codeText.nullable(),
  jabatan: lineText,
  unorId: codeText,
  unorNama: lineText,
  // Of data utama (domain.md 1.1), where the agency has it and the server knows it.
  /** Code of kedudukan hukum (2.7). */
  kedudukanHukumId: codeText.exactOptional(),
  /** Code of jenis pegawai (2.8), which tells who works elsewhere (DPK, DPB). */
  jenisPegawaiId: codeText.exactOptional(),
  instansiIndukId: codeText.exactOptional(),
  instansiKerjaId: codeText.exactOptional(),
  /** Kind of the present post, and of the post that the person was recruited for (2.2). */
  jenisJabatanId: codeText.exactOptional(),
  formasiJenisJabatanId: codeText.exactOptional(),
  eselonId: codeText.exactOptional(),
  /** Code of the highest education (2.3). */
  tkPendidikanTerakhirId: codeText.exactOptional(),
  /** Age of retirement from the present post, years. */
  bupPensiun: z.int().positive().exactOptional(),
});

/** The person whose record is to change. */
export type Employee = z.infer<typeof employeeSchema>;

/** How the number of such an employee is called: NIP, NI PPPK. */
export function numberName({ kind }: Pick<Employee, 'kind'>): string {
  return kind === 'pppk' ? 'NI PPPK' : 'NIP';
}

/** How the first day in service of such an employee is called: a PPPK never was CPNS. */
export function startName({ kind }: Pick<Employee, 'kind'>): string {
  return kind === 'pns' ? 'TMT CPNS' : 'TMT pengangkatan';
}

/** Somebody else who holds a structural post. */
const postHolderSchema = z.looseObject({
  nama: lineText,
  jabatan: lineText,
  unorId: codeText,
  unorNama: lineText,
});

/**
 * What the server holds about the employee beside the records of the usul's own type, for the rules that look across
 * them. Absent: an older server did not tell.
 */
export const employeeFactsSchema = z.looseObject({
  /** Whether the unor that the employee is assigned to is in use. */
  unorActive: z.boolean(),
  /** Years of the SKP on record. */
  skpYears: z.array(codeText).max(1_000),
  /** Codes of the levels of education on record (domain.md 2.3). */
  educationLevels: z.array(codeText).max(1_000),
  /** Codes of the kinds of post on record (domain.md 2.2). */
  postKinds: z.array(codeText).max(1_000),
  /** Others in the same OPD in a structural post called as the employee's own, or as the one proposed. */
  postHolders: z.array(postHolderSchema).max(10_000),
});
/** What the server holds about the employee beside the records of the usul's own type. */
export type EmployeeFacts = z.infer<typeof employeeFactsSchema>;

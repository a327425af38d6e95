import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { employeeKindSchema } from '#shared/records/record-type.ts';

/** The person whose record is to change, as the agency's own data has him or her (not proposed, not proven here). */
export const employeeSchema = z.looseObject({
  id: z.string().min(1),
  kind: employeeKindSchema,
  /** NIP of a PNS or NI PPPK, 18 digits; registration number of a PPT Non-ASN. */
  nip: z.string(),
  nik: z.string(),
  nama: z.string(),
  gelarDepan: z.string(),
  gelarBelakang: z.string(),
  /** BKN codes: M pria, F wanita. */
  jenisKelamin: z.enum(['M', 'F']),
  tempatLahir: z.string(),
  tanggalLahir: localDateSchema,
  tmtCpns: localDateSchema.nullable(),
  golonganId: z.string().nullable(),
  jabatan: z.string(),
  unorId: z.string(),
  unorNama: z.string(),
  // Of data utama (domain.md 1.1), where the agency has it and the server knows it.
  /** Code of kedudukan hukum (2.7). */
  kedudukanHukumId: z.string().exactOptional(),
  /** Code of jenis pegawai (2.8), which tells who works elsewhere (DPK, DPB). */
  jenisPegawaiId: z.string().exactOptional(),
  instansiIndukId: z.string().exactOptional(),
  instansiKerjaId: z.string().exactOptional(),
  /** Kind of the present post, and of the post that the person was recruited for (2.2). */
  jenisJabatanId: z.string().exactOptional(),
  formasiJenisJabatanId: z.string().exactOptional(),
  eselonId: z.string().exactOptional(),
  /** Code of the highest education (2.3). */
  tkPendidikanTerakhirId: z.string().exactOptional(),
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
  nama: z.string(),
  jabatan: z.string(),
  unorId: z.string(),
  unorNama: z.string(),
});

/**
 * What the server holds about the employee beside the records of the usul's own type, for the rules that look across
 * them. Absent: an older server did not tell.
 */
export const employeeFactsSchema = z.looseObject({
  /** Whether the unor that the employee is assigned to is in use. */
  unorActive: z.boolean(),
  /** Years of the SKP on record. */
  skpYears: z.array(z.string()),
  /** Codes of the levels of education on record (domain.md 2.3). */
  educationLevels: z.array(z.string()),
  /** Codes of the kinds of post on record (domain.md 2.2). */
  postKinds: z.array(z.string()),
  /** Others in the same OPD in a structural post called as the employee's own, or as the one proposed. */
  postHolders: z.array(postHolderSchema),
});
/** What the server holds about the employee beside the records of the usul's own type. */
export type EmployeeFacts = z.infer<typeof employeeFactsSchema>;

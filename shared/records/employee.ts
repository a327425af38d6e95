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
});

/** The person whose record is to change. */
export type Employee = z.infer<typeof employeeSchema>;

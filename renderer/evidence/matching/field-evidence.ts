import { z } from 'zod';
import { pageBoxSchema } from '#renderer/evidence/matching/document-reading.ts';

/** Kinds of value, by how they are printed and compared. */
export const valueKinds = [
  'nomor',
  'tanggal',
  'bulan',
  'tahun',
  'nip',
  'nik',
  'golongan',
  'angka',
  'uang',
  'nama',
  'gelar',
  'teks',
] as const;
/** Kind of value. */
export type ValueKind = (typeof valueKinds)[number];

/** Whose values are proposed, by what papers name people by. */
export const namedEmployeeSchema = z.object({
  nama: z.string(),
  nip: z.string(),
  nik: z.string().exactOptional(),
});
/** Whose values are proposed, by what papers name people by. */
export type NamedEmployee = z.infer<typeof namedEmployeeSchema>;

/** One proposed value to be found in a document. */
export const fieldQuerySchema = z.object({
  /** Name of the field. */
  field: z.string(),
  kind: z.enum(valueKinds),
  /**
   * The value in the plain form of its `FieldFormat` (dates `yyyy-mm-dd`, decimals with a point, NIP as digits); the name
   * in place of a code.
   */
  value: z.string(),
  /** Other spellings that mean the same: abbreviations of the code table, pangkat of a golongan. */
  also: z.array(z.string()),
  /** Names of what else it could have been, where that is a choice between a few: the other codes of its table. */
  rivals: z.array(z.string()).exactOptional(),
  /** How papers label it, the most telling first: "TMT", "terhitung mulai tanggal". May be empty. */
  labels: z.array(z.string()),
  /** What the value is counted in, where papers print it behind the number: `tahun`, `bulan`. */
  unit: z.string().optional(),
  /** Whose value it is: an official's name may stand where officials sign, an employee's may not prove itself there. */
  of: z.enum(['pegawai', 'pejabat', 'dokumen']),
  /** Number of the letter that a date is of; papers print it before the date: "Nomor 824/12/2021 tanggal 3 Mei 2021". */
  letter: z.string().optional(),
  /** The employee of the usul: what a page says of somebody else is not the employee's. */
  employee: namedEmployeeSchema.exactOptional(),
  /** Values of one `person` stand in one row where a paper lists persons (kartu keluarga). */
  person: z.string().optional(),
});
/** One proposed value to be found in a document. */
export type FieldQuery = z.infer<typeof fieldQuerySchema>;

/**
 * Where a value is printed: page from 1, one box a line; `printed` as read, empty where that is noise; `label` as read
 * beside it, null when none was.
 */
export const evidencePlaceSchema = z.object({
  page: z.int().positive(),
  boxes: z.array(pageBoxSchema).min(1),
  printed: z.string(),
  label: z.string().nullable(),
});
/** Where a value is printed. */
export type EvidencePlace = z.infer<typeof evidencePlaceSchema>;

/**
 * Why a person must look although something stands there: what was read is not certain; the page is not sharp enough; what
 * is written there is of a form that is not understood; it resembles the value but stands at no label of the field; it is
 * printed for another field; it belongs to the official who signs; to another person of the page or document; it stands
 * only in another document than the one that has to prove it; the page has a text layer that says something else than it
 * shows.
 */
export const similarBecause = [
  'tidak_yakin',
  'kurang_tajam',
  'tak_dikenali',
  'serupa',
  'kolom_lain',
  'pejabat',
  'orang_lain',
  'dokumen_lain',
  'lapisan_lain',
] as const;

/**
 * What a document says of one field. `ditemukan`: the same value stands there, read with certainty; `belied`: over a text that
 * says something else. `berbeda`: at the
 * field's own label another value stands, read with the same certainty; `swappedWith` is the field whose proposed value
 * that is, where the two were exchanged. `mirip`: `place` shows what a person should look at; `equal` says that the value
 * itself was read there. `tidak_ditemukan` says nothing of the value, only that a person must look. `others` are further
 * places of the same value, at most nine.
 */
export const fieldEvidenceSchema = z.discriminatedUnion('status', [
  z.object({
    field: z.string(),
    status: z.literal('ditemukan'),
    belied: z.literal(true).exactOptional(),
    place: evidencePlaceSchema,
    others: z.array(evidencePlaceSchema),
  }),
  z.object({
    field: z.string(),
    status: z.literal('berbeda'),
    swappedWith: z.string().nullable(),
    place: evidencePlaceSchema,
    others: z.array(evidencePlaceSchema),
  }),
  z.object({
    field: z.string(),
    status: z.literal('mirip'),
    because: z.enum(similarBecause),
    equal: z.boolean(),
    place: evidencePlaceSchema,
    others: z.array(evidencePlaceSchema),
  }),
  z.object({ field: z.string(), status: z.literal('tidak_ditemukan') }),
]);
/** What a document says of one field. */
export type FieldEvidence = z.infer<typeof fieldEvidenceSchema>;

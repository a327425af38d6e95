import { z } from 'zod';
import { pageKeySchema, pageSchema } from '#shared/contract/admin/page.ts';
import { lineText, longText } from '#shared/kernel/bounded.ts';

/** What can be imported, in the order in which a new instansi needs it. */
export const importKindNames = ['opd', 'unor', 'asn', 'akun'] as const;
/** What can be imported. */
export type ImportKindId = (typeof importKindNames)[number];

/** Largest file in bytes. */
export const mostImportBytes = 50 * 1_048_576;
/** Bytes of a file in one piece: a slow line loses little when one is lost. */
export const importPieceBytes = 196_608;
const pieceText = 4 * Math.ceil(importPieceBytes / 3);

const importIdSchema = z.uuid().toLowerCase();
/** Which import is meant. */
export const importIdQuerySchema = z.object({ id: importIdSchema });

/** A file that is going to be sent: of what, and how large. */
export const importBeginSchema = z.object({
  kind: z.enum(importKindNames),
  bytes: z.int().min(1).max(mostImportBytes),
});
/** A piece of it, in order; one that came already is not written twice. */
export const importPieceSchema = z.object({
  id: importIdSchema,
  offset: z.int().min(0).max(mostImportBytes),
  bytes: z.base64().min(1).max(pieceText),
});
/** How much of it is there. */
export const importReceivedSchema = z.looseObject({ id: importIdSchema, received: z.int().min(0) });

/** What is to be done with a file that is there. `lihat`: say what would become of each row; `ambil`: take the good ones. */
export const importOrderSchema = z.object({
  id: importIdSchema,
  order: z.enum(['lihat', 'ambil', 'hentikan']),
});

/** How an import stands. */
export const importPhases = [
  'menerima',
  'membaca',
  'menilai',
  'dinilai',
  'mengambil',
  'selesai',
  'dihentikan',
  'gagal',
] as const;
/** How an import stands; `fault`: why nothing of its file is taken; `notes`: what of it is not read. */
export const importStateSchema = z.looseObject({
  id: importIdSchema,
  kind: z.enum(importKindNames),
  phase: z.enum(importPhases),
  done: z.int().min(0),
  total: z.int().min(0),
  secondsLeft: z.int().min(0).nullable(),
  counts: z.object({
    baru: z.int().min(0),
    berubah: z.int().min(0),
    sama: z.int().min(0),
    ditolak: z.int().min(0),
  }),
  fault: longText.nullable(),
  notes: z.array(longText).max(5),
});
/** How an import stands. */
export type ImportState = z.infer<typeof importStateSchema>;

/** What becomes of a row. */
export const rowFates = ['baru', 'berubah', 'sama', 'ditolak'] as const;
/** Which rows are looked at. */
export const importRowsQuerySchema = importIdQuerySchema.extend({
  fate: z.enum(rowFates).exactOptional(),
  after: pageKeySchema.exactOptional(),
});
/** A row of the file with its fate; `why`: what changes, or why it is refused. */
export const importRowSchema = z.looseObject({
  number: z.int().min(1),
  title: lineText,
  fate: z.enum(rowFates),
  why: longText,
});
/** A row of the file with its fate. */
export type ImportRow = z.infer<typeof importRowSchema>;
/** A page of rows, as they stand in the file. */
export const importRowsSchema = pageSchema(importRowSchema);

/** The refused rows as the file that they came in, with a column that says why (base64). */
export const importRejectedSchema = z.looseObject({
  name: lineText,
  mediaType: lineText,
  bytes: z.base64().max(90_000_000),
});

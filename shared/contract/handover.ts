import { z } from 'zod';
import { commandResultSchema } from '#shared/contract/commands.ts';
import { instantText } from '#shared/kernel/bounded.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Name of the format, the first thing in every hand-over file. */
export const handoverFormat = 'meja-serah-terima';
/** Version of the format; a reader refuses every other one. */
export const handoverVersion = 1;
/** How the name of a hand-over file ends. */
export const handoverExtension = '.mejaserah';
/** Most commands of one file: some days of the fastest person, and still within the largest body of the route. */
export const maxHandoverDecisions = 10_000;
/** Largest file in bytes; one of `maxHandoverDecisions` ordinary commands is about half of it. */
export const maxHandoverBytes = 8 * 1_048_576;

/**
 * What stands in clear: whose decisions, from which PC, made when (the PC's clock, ISO 8601 UTC), how many. Authenticated
 * together with the ciphertext, so no reader can be told otherwise.
 */
export const handoverHeaderSchema = z.strictObject({
  format: z.literal(handoverFormat),
  version: z.literal(handoverVersion),
  accountId: z.uuid().toLowerCase(),
  deviceId: z.uuid().toLowerCase(),
  createdAt: instantText,
  count: z.int().min(0).max(maxHandoverDecisions),
});
/** The clear part of a hand-over file. */
export type HandoverHeader = z.infer<typeof handoverHeaderSchema>;

/**
 * A hand-over file, JSON: `ciphertext` (base64, AES-256-GCM with its tag at the end) holds the gzip of the content; the
 * key comes by HKDF-SHA-256 from the device secret, `salt` (32 bytes) and `handoverInfo`; `iv` has 12 bytes; the
 * authenticated text is `handoverAuthenticated`.
 */
export const handoverFileSchema = z.strictObject({
  header: handoverHeaderSchema,
  salt: z.base64().length(44),
  iv: z.base64().length(16),
  ciphertext: z
    .string()
    .max(maxHandoverBytes)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/),
});
/** A hand-over file. */
export type HandoverFile = z.infer<typeof handoverFileSchema>;

/**
 * What is sealed, JSON: `{ decisions: [...] }`, what was done in the order in which it was made; each element is judged
 * alone, as in a delivery. It lies under `decisions`, as when there was nothing else: a server of before still takes the
 * decisions among them, and an element that names no kind is one. So the version of the format stays.
 */
export const handoverElementSchema = z.looseObject({ id: z.uuid() });
/** An element of the sealed content; nothing of it but its id is known to be right. */
export type HandoverElement = z.infer<typeof handoverElementSchema>;

/** `info` of the key's derivation: another account, PC or format never comes to the same key. */
export function handoverInfo(header: HandoverHeader): string {
  return `${header.format}/${header.version} ${header.accountId} ${header.deviceId}`;
}

/** The header as it is authenticated: one spelling, whatever order a writer gave its fields. */
export function handoverAuthenticated(header: HandoverHeader): string {
  const { format, version, accountId, deviceId, createdAt, count } = header;
  return JSON.stringify([format, version, accountId, deviceId, createdAt, count]);
}

/** Why what should be a hand-over file is none; `rusak` was one before it was altered or cut off. */
export interface HandoverFault {
  readonly kind: 'bukan_berkas' | 'versi_lain' | 'rusak';
}

const formatSchema = z.looseObject({
  header: z.looseObject({ format: z.literal(handoverFormat), version: z.unknown() }),
});

/** Reads the text of a file; broken JSON that begins like ours was cut off or altered. */
export function parseHandoverText(text: string): Result<HandoverFile, HandoverFault> {
  try {
    return parseHandover(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail({ kind: text.slice(0, 200).includes(handoverFormat) ? 'rusak' : 'bukan_berkas' });
  }
}

/** Reads what should be a hand-over file; nothing in it is trusted before the server has opened it. */
export function parseHandover(value: unknown): Result<HandoverFile, HandoverFault> {
  const format = formatSchema.safeParse(value);
  if (!format.success) return fail({ kind: 'bukan_berkas' });
  if (format.data.header.version !== handoverVersion) return fail({ kind: 'versi_lain' });
  const file = handoverFileSchema.safeParse(value);
  return file.success ? succeed(file.data) : fail({ kind: 'rusak' });
}

/**
 * What became of a hand-over. `results`, in the order of the file, are for the owner of the decisions alone; whoever
 * only carries the file gets null. Handing over again answers the same. `epoch` (since 8): as in the feed, for
 * a revoked PC, which has no other way to learn that the server went back in time. `waiting` (since 9): how many of those
 * that are `refused` wait for BKPSDM to release or refuse them, because PC or account had ended when they arrived.
 */
export const handoverReceiptSchema = z.object({
  count: z.int().min(0),
  accepted: z.int().min(0),
  refused: z.int().min(0),
  results: z.array(commandResultSchema).max(maxHandoverDecisions).nullable(),
  epoch: z.string().max(100).exactOptional(),
  waiting: z.int().min(0).exactOptional(),
});
/** What became of a hand-over. */
export type HandoverReceipt = z.infer<typeof handoverReceiptSchema>;

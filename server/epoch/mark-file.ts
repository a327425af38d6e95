import { rename } from 'node:fs/promises';
import { z } from 'zod';
import type { Ended } from '#server/epoch/epochs.ts';
import { parseJson, readIfThere, writeBeside } from '#server/store/kept-files.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

const markSchema = z.object({
  version: z.literal(1),
  number: z.int().positive(),
  token: z.string().min(1).max(64),
  epoch: z.int().positive(),
  at: z.iso.datetime(),
  ended: z.object({
    devices: z.array(z.guid()),
    accounts: z.array(z.guid()),
    appointments: z.array(z.guid()).exactOptional(),
  }),
});
/**
 * How far the database had come: `number` and `token` of its newest mark, its epoch, and who had ended by then. `at`:
 * ISO 8601 UTC, the server's clock.
 */
export type Mark = Omit<z.infer<typeof markSchema>, 'version' | 'ended'> & {
  readonly ended: Ended;
};

/** Reads the mark; null when there is no file. Fails when what lies there is no mark, or cannot be read. */
export async function readMarkFile(
  file: string,
): Promise<Result<Mark | null, { readonly kind: 'tak_terbaca' }>> {
  let kept: Buffer | undefined;
  try {
    kept = await readIfThere(file);
  } catch {
    return fail({ kind: 'tak_terbaca' });
  }
  if (!kept) return succeed(null);
  const parsed = markSchema.safeParse(parseJson(kept.toString('utf8')));
  if (!parsed.success) return fail({ kind: 'tak_terbaca' });
  const { version: _version, ...mark } = parsed.data;
  return succeed(mark);
}

/** Puts the mark on the disk: at every moment the file is the old one or the new one, whole. */
export async function writeMarkFile(file: string, mark: Mark): Promise<void> {
  const fresh = await writeBeside(file, `${JSON.stringify({ version: 1, ...mark })}\n`);
  await rename(fresh, file);
}

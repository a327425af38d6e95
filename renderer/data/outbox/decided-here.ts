import { z } from 'zod';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

const decidedSchema = z.object({
  state: z.enum(['menunggu', 'mengirim', 'terkirim']),
  version: z.number(),
});

/** Whether this version of an usul was decided on this PC; a refused decision does not count. */
export async function isDecidedHere(
  database: AccountDatabase,
  usulId: string,
  version: number,
): Promise<boolean> {
  const rows = await database.outbox.where('usulId').equals(usulId).toArray();
  return rows.some((row) => decidedSchema.safeParse(row).data?.version === version);
}

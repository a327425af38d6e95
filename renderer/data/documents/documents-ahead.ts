import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { documentRowSchema, usulRowSchema } from '#renderer/data/schema/stored-rows.ts';

/** A document of an usul that comes up, and whether its bytes are on this PC. */
export interface DocumentAhead {
  readonly sha256: string;
  readonly usulId: string;
  readonly isHere: boolean;
}

/** The documents of these usul, each once, in their order, at most so many. Opens nothing. */
export async function listDocumentsAhead(
  database: AccountDatabase,
  usulIds: readonly string[],
  limit: number,
): Promise<readonly DocumentAhead[]> {
  const owners = new Map<string, string>();
  for (const stored of await database.usul.bulkGet([...usulIds])) {
    const row = usulRowSchema.safeParse(stored).data;
    for (const sha256 of row?.shas ?? []) {
      if (row && !owners.has(sha256)) owners.set(sha256, row.id);
    }
  }
  const wanted = [...owners].slice(0, limit);
  const rows = await database.documents.bulkGet(wanted.map(([sha256]) => sha256));
  return wanted.map(([sha256, usulId], index) => {
    const row = documentRowSchema.safeParse(rows[index]).data;
    return { sha256, usulId, isHere: row?.state === 'ada' };
  });
}

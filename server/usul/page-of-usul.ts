import type { Tx } from '#server/store/database.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import type { Usul } from '#shared/records/usul.ts';

/** How much a page may hold. */
export interface PageLimits {
  /** Usul that are read at once; more than a client usually asks for. */
  readonly atOnce: number;
  /** Characters of all texts; the last usul may pass it. */
  readonly characters: number;
}

const usualLimits: PageLimits = { atOnce: 250, characters: 4_000_000 };

/**
 * The first of these usul, as many as a page may hold, and one at least: somebody's note or a long history must not make a
 * page of hundreds larger than memory. In the order of the ids; `next` is the id that the page has no more room for. `add` adds
 * to usul what their reader is told besides; it takes room as well.
 */
export async function readPageOfUsul(
  tx: Tx,
  ids: readonly string[],
  { atOnce, characters }: PageLimits = usualLimits,
  add: (usuls: readonly Usul[]) => Promise<readonly Usul[]> = (usuls) => Promise.resolve(usuls),
): Promise<{ readonly usuls: readonly Usul[]; readonly next: string | undefined }> {
  const usuls: Usul[] = [];
  let left = characters;
  for (let at = 0; at < ids.length; at += atOnce) {
    const some = ids.slice(at, at + atOnce);
    const read = await add(await readUsulByIds(tx, some));
    const byId = new Map(read.map((usul) => [usul.id, usul]));
    for (const id of some) {
      if (left <= 0) return { usuls, next: id };
      const usul = byId.get(id);
      if (!usul) continue;
      usuls.push(usul);
      left -= charactersIn(usul);
    }
  }
  return { usuls, next: undefined };
}

function charactersIn(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const member of Object.values(value)) sum += charactersIn(member);
  return sum;
}

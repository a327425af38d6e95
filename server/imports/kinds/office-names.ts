import type { Db, Tx } from '#server/store/database.ts';
import type { RowProblem } from '#server/imports/rows/row-problem.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** A name as it is compared: in lower case, without punctuation, one gap between words. */
export function comparedName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The ids of offices by their compared names. */
export function namesOf(
  offices: Iterable<{ readonly id: string; readonly name: string }>,
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { id, name } of offices) {
    const key = comparedName(name);
    const ids = names.get(key);
    if (ids) ids.push(id);
    else names.set(key, [id]);
  }
  return names;
}

/** The OPD of an instansi, by code and by compared name. */
export interface KnownOpd {
  readonly opd: ReadonlyMap<string, string>;
  readonly opdNames: ReadonlyMap<string, readonly string[]>;
}

/** Reads the OPD of an instansi. */
export async function loadOpd(db: Db | Tx, instansiId: string): Promise<KnownOpd> {
  const opd = await db
    .selectFrom('opd')
    .select(['id', 'name'])
    .where('instansi_id', '=', instansiId)
    .execute();
  return { opd: new Map(opd.map(({ id }) => [id, id])), opdNames: namesOf(opd) };
}

/** The one office of a name; two of one name are not guessed between. */
export function findByName(
  names: ReadonlyMap<string, readonly string[]>,
  text: string,
  label: string,
  source: string,
): Result<string, RowProblem> {
  const [id, ...others] = names.get(comparedName(text)) ?? [];
  if (id === undefined) return fail({ kind: 'tidak_ada', label, text, source });
  return others.length === 0 ? succeed(id) : fail({ kind: 'lebih_dari_satu', label, text });
}

/** The office of a code; one that lost the noughts before it is named, never taken for it. */
export function findByCode<T>(
  offices: ReadonlyMap<string, T>,
  text: string,
  label: string,
  source: string,
): Result<T, RowProblem> {
  const found = offices.get(text);
  if (found !== undefined) return succeed(found);
  if (/^\d+$/.test(text)) {
    for (let meant = `0${text}`; meant.length <= text.length + 6; meant = `0${meant}`) {
      if (offices.has(meant)) return fail({ kind: 'nol_hilang', label, text, meant });
    }
  }
  return fail({ kind: 'tidak_ada', label, text, source });
}

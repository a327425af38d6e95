import { entriesOf, entryOf } from '#shared/reference/reference-data.ts';
import type { ReferenceTableId } from '#shared/reference/reference-table-ids.ts';

/** One code of a reference table; ids are text and keep their leading zeros. */
export interface ReferenceCode {
  readonly id: string;
  readonly label: string;
}

/** A golongan ruang of a PNS with its pangkat, for instance `III/d` and `Penata Tingkat I`. */
export interface GolonganCode extends ReferenceCode {
  readonly golongan: string;
  readonly pangkat: string;
}

/** All codes of a table that are in force, in its own order. */
export function listCodes(table: ReferenceTableId): readonly ReferenceCode[] {
  return entriesOf(table);
}

/** Name of a code, also of one that is in force no more; undefined when the table never had it. */
export function codeLabel(table: ReferenceTableId, id: string): string | undefined {
  return entryOf(table, id)?.label;
}

/** Golongan ruang and pangkat of a PNS code; undefined when the table does not have it. */
export function golonganOf(id: string): GolonganCode | undefined {
  const entry = entryOf('golonganPns', id);
  const golongan = entry?.['golongan'];
  const pangkat = entry?.['pangkat'];
  if (!entry || typeof golongan !== 'string' || typeof pangkat !== 'string') return undefined;
  return { id, label: entry.label, golongan, pangkat };
}

/** Kind of certificate (T, F, P) that belongs to a jenis diklat (domain.md 2.4). */
export function sertipikatOf(jenisDiklatId: string): string | undefined {
  const sertipikat = entryOf('jenisDiklat', jenisDiklatId)?.['sertipikat'];
  return typeof sertipikat === 'string' ? sertipikat : undefined;
}

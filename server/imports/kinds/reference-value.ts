import { comparedName } from '#server/imports/kinds/office-names.ts';
import type { RowReader } from '#server/imports/rows/row-reader.ts';
import type { ReferenceTableId } from '#shared/reference/reference-table-ids.ts';
import { listCodes, type ReferenceCode } from '#shared/reference/reference-tables.ts';

/**
 * The code of a reference table, from a column with codes or one with names; the code counts where both say something.
 * Names are those of the table, whole or one of the parts that a dash divides (`III/a` of `III/a – Penata Muda`).
 */
export function referenceValue<Field extends string>(
  row: RowReader<Field>,
  table: ReferenceTableId,
  fields: { readonly id: Field; readonly name: Field },
): string | undefined {
  const codes = listCodes(table);
  const id = row.code(fields.id);
  if (id !== undefined) return codeOf(row, codes, fields.id, id);
  const text = row.text(fields.name);
  if (text === undefined) return undefined;
  // Many write the code into the column of the name.
  if (codes.some((code) => code.id === text)) return text;
  const found = codesByName(codes).get(comparedName(text)) ?? [];
  if (found.length === 1) return found[0]!;
  const label = row.label(fields.name);
  if (found.length > 1) return row.refuse({ kind: 'lebih_dari_satu', label, text });
  return row.refuse({ kind: 'pilihan', label, text, known: examplesOf(codes) });
}

function codeOf<Field extends string>(
  row: RowReader<Field>,
  codes: readonly ReferenceCode[],
  field: Field,
  text: string,
): string | undefined {
  if (codes.some(({ id }) => id === text)) return text;
  const label = row.label(field);
  const meant = codes.find(({ id }) => id.startsWith('0') && id.replace(/^0+/, '') === text)?.id;
  if (meant !== undefined) return row.refuse({ kind: 'nol_hilang', label, text, meant });
  return row.refuse({ kind: 'pilihan', label, text, known: examplesOf(codes) });
}

const namedTables = new WeakMap<readonly ReferenceCode[], ReadonlyMap<string, readonly string[]>>();

/** Ids by every name that a code has; made once for what is in force, for thousands of rows ask. */
function codesByName(codes: readonly ReferenceCode[]): ReadonlyMap<string, readonly string[]> {
  const known = namedTables.get(codes);
  if (known) return known;
  const names = new Map<string, string[]>();
  for (const { id, label } of codes) {
    for (const name of new Set([label, ...label.split(' – ')].map(comparedName))) {
      names.set(name, [...(names.get(name) ?? []), id]);
    }
  }
  namedTables.set(codes, names);
  return names;
}

function examplesOf(codes: readonly ReferenceCode[]): string {
  const examples = codes.slice(0, 2).map(({ id, label }) => `${id} (${label})`);
  return `Isi menurut tabel BKN, misalnya ${examples.join(', ')}.`;
}

import type { FieldFormat, FieldSpec } from '#shared/records/record-type.ts';

/** How a field stands among its neighbours. */
export interface FieldPlace {
  /** As the group's heading and the field above make it clear; the full label is in `FieldSpec`. */
  readonly label: string;
  /** Belongs to the field above: number and day of one letter, years and months, first and last day, name and titles. */
  readonly bound: boolean;
  /** Several scores below one another: read as a column of numbers. */
  readonly column: boolean;
}

/** What a group's heading says already; its labels go without. */
const saidByHeading: Readonly<Record<string, RegExp>> = {
  'Pejabat penilai': / penilai$/,
  'Atasan pejabat penilai': / atasan penilai$/,
  'Instansi asal': / lama$/,
  'Instansi tujuan': / baru$/,
};

/** Labels that continue the label above them. `$1` of both must be the same. */
const continuations: readonly (readonly [RegExp, RegExp])[] = [
  [/^Nomor (.+)$/, /^Tanggal (.+)$/],
  [/^(.+) \(tahun\)$/, /^(.+) \(bulan\)$/],
  [/^(Tanggal) (?:awal|mulai)$/, /^(Tanggal) (?:akhir|selesai)$/],
  [/^(?:Bulan|Tahun) (mulai|selesai)$/, /^(?:Bulan|Tahun) (mulai|selesai)$/],
  [/^(?:Nama|Gelar depan)()$/, /^Gelar (?:depan|belakang)()$/],
  [/^Tanggal (lulus)$/, /^Tahun (lulus)$/],
  [/^Unit organisasi()$/, /^Unit organisasi induk()$/],
];

/** How the fields of a group stand on the paper; one place for each, in their order. */
export function placeFields(
  heading: string,
  fields: readonly Pick<FieldSpec, 'label' | 'format'>[],
): readonly FieldPlace[] {
  return fields.map(({ label, format }, index) => {
    const above = fields[index - 1]?.label;
    return {
      label: shorten(heading, label),
      bound: above !== undefined && continues(above, label),
      column: isScore(format) && [index - 1, index + 1].some((at) => isScore(fields[at]?.format)),
    };
  });
}

function shorten(heading: string, label: string): string {
  const said = saidByHeading[heading];
  const own = said ? label.replace(said, '') : label;
  // The value says its unit.
  return own.replace(/ \(tahun\)$/, '').replace(/^.+ \(bulan\)$/, 'Bulan');
}

function continues(above: string, label: string): boolean {
  return continuations.some(([first, second]) => {
    const start = first.exec(above)?.[1];
    return start !== undefined && start === second.exec(label)?.[1];
  });
}

function isScore(format: FieldFormat | undefined): boolean {
  return format?.kind === 'decimal';
}

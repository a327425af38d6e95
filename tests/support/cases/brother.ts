import {
  firstObject,
  madePdf,
  type MadeObject,
  type MadePage,
} from '#tests/support/cases/made-pdf.ts';
import { inDecree, lineAt } from '#tests/support/cases/decree-page.ts';
import type { CaseDocument, CaseStatus, EvidenceCase } from '#tests/support/cases/case-file.ts';

/** A document of the kind of a case that went wrong, and what is right for it. */
export interface Brother {
  readonly name: string;
  readonly make: () => Promise<CaseDocument>;
}

/** What may be said of a value that the page shows. */
export const green: readonly CaseStatus[] = ['ditemukan'];
/** The same where a person has to look. */
export const located: readonly CaseStatus[] = ['ditemukan', 'mirip'];
/** What may be said of a value that it does not show. */
export const notGreen: readonly CaseStatus[] = ['mirip', 'berbeda', 'tidak_ditemukan'];

type Right = Partial<Record<keyof typeof inDecree, readonly CaseStatus[]>>;

interface Told extends Omit<Partial<EvidenceCase>, 'values'> {
  /** What may be said of the values that the decree has; those not named are not asked for. */
  readonly right: Right;
  /** Values that it does not have. */
  readonly others?: EvidenceCase['values'];
}

/** A document of these contents, and what is right for it. */
export function brother(
  name: string,
  { right, others = [], ...told }: Told,
  make: () => MadePage | Promise<MadePage>,
): Brother {
  const values = Object.entries(right).map(([field, statuses]) => ({
    field,
    value: Object.entries(inDecree).find(([known]) => known === field)?.[1] ?? '',
    right: [...statuses],
  }));
  const of: EvidenceCase = {
    case: name,
    file: '',
    recordType: 'golongan',
    person: { nama: inDecree.nama, nip: inDecree.nip },
    values: [...values, ...others],
    ...told,
  };
  return { name, make: async () => ({ of, bytes: madePdf(await make()) }) };
}

/** Every value of the decree. */
export const all: Right = { skNomor: green, nip: green, nama: green, tmtGolongan: green };
/** Nothing is said against the page. */
export const readable = {
  flawsAbsent: ['kosong', 'resolusi_rendah', 'tidak_terbaca'],
  pageLeftOut: false,
};
/** A value that the decree does not have. */
export const other = (field: string, value: string, right: readonly CaseStatus[]) => ({
  field,
  value,
  right: [...right],
});

/** Draws the object of that number as the whole page. */
export const wholePage = (name: string): string => `q 595 0 0 842 0 0 cm /${name} Do Q`;
/** Names of the first objects that a page brings along. */
export const asImages = (...names: readonly string[]): string =>
  `/XObject<<${names.map((name, at) => `/${name} ${firstObject + at} 0 R`).join('')}>>`;

/** Lines of the decree over which something is laid. */
export const nipLine = lineAt('NIP');
export const numberLine = lineAt('NOMOR');
/** A number that the decree does not have. */
export const otherNumber = '821.2/999/BKPSDM/2023';

/** An annotation over the number of the decree with an appearance of its own, which is the next object. */
export function noteOver(head: string, appearance: string): readonly MadeObject[] {
  const { left, baseline } = numberLine;
  const rect = `[${left + 54} ${baseline - 6} ${left + 294} ${baseline + 16}]`;
  return [
    { head: `/Type/Annot${head}/F 4/Rect${rect}/AP<</N ${firstObject + 1} 0 R>>` },
    {
      head: `/Type/XObject/Subtype/Form/BBox[0 0 240 22]/Resources<</Font<</F1 5 0 R>>>>`,
      data: appearance,
    },
  ];
}

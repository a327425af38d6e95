/** Why a number cannot be one of its kind; the sentence carries the offending digits. */
export interface IdentityProblem {
  readonly kind:
    | 'bukan_angka'
    | 'panjang'
    | 'tanggal_lahir'
    | 'pengangkatan'
    | 'jenis_kelamin'
    | 'nomor_urut';
  readonly sentence: string;
}

/** BKN codes of the sexes: M pria, F wanita. */
export type Sex = 'M' | 'F';

/** The digits of a number as people write it, grouped with spaces, dots or hyphens; other characters stay. */
export function stripGrouping(text: string): string {
  return text.replaceAll(/[\s.\-‐–]/gu, '');
}

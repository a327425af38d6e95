/** Differences that the eye easily misses, each with what makes two values equal when only that differs. */
const subtle = {
  spasi: (text: string) => text.replaceAll(/\s+/gu, ''),
  besar_kecil: (text: string) => text.toLowerCase(),
  tanda_hubung: (text: string) => text.replaceAll(/[‐‑‒–—−-]/gu, '-'),
  tanda_baca_akhir: (text: string) => text.replace(/[\s.,;:]+$/u, ''),
  nol_depan: (text: string) => text.replaceAll(/(?<!\d)0+(?=\d)/gu, ''),
  huruf_mirip: (text: string) => text.replaceAll(/[Il1|]/gu, '1').replaceAll(/[O0]/gu, '0'),
} as const;

/** A difference that the eye easily misses. */
export type SubtleDifference = keyof typeof subtle;

const kinds = [
  'spasi',
  'besar_kecil',
  'tanda_hubung',
  'tanda_baca_akhir',
  'nol_depan',
  'huruf_mirip',
] as const satisfies readonly SubtleDifference[];

/** What sets two values apart when it is only something that the eye easily misses; null for equal or plainly different ones. */
export function differenceHint(old: string, proposed: string): SubtleDifference | null {
  if (old === proposed || old === '' || proposed === '') return null;
  return kinds.find((kind) => subtle[kind](old) === subtle[kind](proposed)) ?? null;
}

import {
  type ValueFinder,
  type ValueSpan,
  span,
} from '#renderer/evidence/matching/values/value-span.ts';

/** Golongan of PPPK in their order: I to XVII, without a letter (Perpres 98/2020). */
export const pppkGolongan: readonly string[] = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
];

const numeral = /(?<![\p{L}\p{N}/.\-–])([IVX]{1,5})(?![\p{L}\p{N}])(?!\s?[/.\-–]\s?[\p{L}\p{N}])/gu;
const said = /gol(?:ongan)?\.?\s*(?:ruang|gaji|pppk|[/:.,()-]|\s)*$/iu;
/** What else a roman numeral counts. */
const counted =
  /(?:angkatan|bab|pasal|ayat|kelas|tingkat|tk\.?|semester|jilid|bagian|lampiran|periode|tahap|eselon|wilayah|regional|kelompok|gelombang|buku|ke-?|nomor|no\.?|cabang|daerah|diploma|d|strata|termin|triwulan|tahun|paus|romawi)[\s:.,-]*$/iu;

/**
 * Golongan of a PPPK: a roman numeral by itself, which counts many other things too. A single letter is one only where it is
 * said to be a golongan.
 */
export const findPppkGolongan: ValueFinder = (query, stream) => {
  const wanted = query.value.trim().toUpperCase();
  if (!pppkGolongan.includes(wanted)) return [];
  return Array.from(stream.raw.matchAll(numeral)).flatMap((match): ValueSpan[] => {
    const read = match[1]!;
    const [start, end] = [match.index, match.index + read.length];
    const before = stream.raw.slice(Math.max(0, start - 30), start);
    const isSaid = said.test(before);
    if (!pppkGolongan.includes(read) || (!isSaid && !mayStandAlone(stream.raw, before, end, read)))
      return [];
    const plain = { wanted, read };
    if (read === wanted) return [span(start, end, 'sama', 0, plain)];
    return [span(start, end, 'beda', 0.3, plain, isSaid ? read : null)];
  });
};

function mayStandAlone(raw: string, before: string, end: number, read: string): boolean {
  if (read.length < 2 || counted.test(before)) return false;
  // "IX. KETENTUAN PENUTUP": a heading's number.
  const begins = /(?:^|\n)\s*$/.test(before);
  return !(begins && /^\s*[.)]?\s+\p{L}/u.test(raw.slice(end)));
}

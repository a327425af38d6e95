import { foldLetters } from '#renderer/evidence/matching/document/letters.ts';

/** Kinds of paper that records are proven with (domain.md 2.11, 6.3), and those that are mistaken for them. */
export const documentKinds = [
  'sk_kenaikan_pangkat',
  'sk_cpns',
  'sk_pns',
  'sk_pppk',
  'sk_jabatan',
  'sk_kgb',
  'sk_pmk',
  'sk_cltn',
  'sk_tugas_belajar',
  'sk_pengaktifan',
  'sk_pindah',
  'sk_gelar',
  'sk_pensiun',
  'sk_hukuman',
  'sk_organisasi',
  'nota_nip',
  'pertek',
  'pak',
  'surat_pelantikan',
  'spmt',
  'surat_pindah',
  'surat_dokter',
  'ijazah',
  'transkrip',
  'keterangan_lulus',
  'sertifikat',
  'piagam',
  'skp_evaluasi',
  'skp_prestasi',
  'dp3',
  'kartu_keluarga',
  'akta_kelahiran',
  'akta_nikah',
  'akta_cerai',
  'akta_kematian',
  'ktp',
  'npwp',
  'bpjs',
  'taspen',
  'karis_karsu',
  'karpeg',
] as const;
/** Kind of paper. */
export type DocumentKind = (typeof documentKinds)[number];

/** What tells a kind of paper, phrases folded. */
export interface KindClues {
  readonly kind: DocumentKind;
  /** Name of the kind as a person would say it. */
  readonly label: string;
  /** A decree: without MEMUTUSKAN or KEPUTUSAN only half as likely. */
  readonly decree: boolean;
  /** Phrases of which one in the title is enough. */
  readonly titles: readonly string[];
  /** Further things that the paper says, each with its weight: 4 nearly only this kind says, 1 some say. */
  readonly says: readonly (readonly [phrase: string, weight: number])[];
  /** In the title of a paper that only resembles this kind. */
  readonly never: readonly string[];
}

/** Clues of a kind, written as plain text. */
export function clues(
  kind: DocumentKind,
  label: string,
  given: {
    readonly decree?: boolean;
    readonly titles: readonly string[];
    readonly says?: Readonly<Record<string, number>>;
    readonly never?: readonly string[];
  },
): KindClues {
  return {
    kind,
    label,
    decree: given.decree ?? false,
    titles: given.titles.map(foldLetters),
    says: Object.entries(given.says ?? {}).map(([phrase, weight]) => [foldLetters(phrase), weight]),
    never: (given.never ?? []).map(foldLetters),
  };
}

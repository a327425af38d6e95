/** What the documents of an usul say against passing it. */
const openWarningKinds = [
  'dokumen_orang_lain',
  'dokumen_dua_orang',
  'dokumen_jenis_lain',
  'dokumen_kosong',
  'dokumen_tidak_terbaca',
  'dokumen_tidak_lengkap',
  'dokumen_dipakai_ulang',
  'isian_berbeda',
] as const;
/** What the documents of an usul say against passing it. */
export type OpenWarningKind = (typeof openWarningKinds)[number];

/** Sentences of open warnings; `label` names the document or field, `detail` what was found there (may be empty). */
export const warningSentences: Readonly<
  Record<OpenWarningKind, (label: string, detail: string) => string>
> = {
  dokumen_orang_lain: (label, name) =>
    name === ''
      ? `${label} tampaknya milik orang lain.`
      : `${label} tampaknya milik orang lain: ${name}.`,
  dokumen_dua_orang: (label, name) =>
    name === '' ? `${label} memuat juga orang lain.` : `${label} memuat juga orang lain: ${name}.`,
  dokumen_jenis_lain: (label, kind) => `${label} tampaknya berisi ${kind}.`,
  dokumen_kosong: (label) => `${label} kosong.`,
  dokumen_tidak_terbaca: (label) => `${label} tidak terbaca.`,
  dokumen_tidak_lengkap: (label) => `${label} tidak lengkap.`,
  dokumen_dipakai_ulang: (label, name) =>
    name === ''
      ? `${label} dipakai juga pada usul lain.`
      : `${label} dipakai juga pada usul lain: ${name}.`,
  isian_berbeda: (label, printed) => `${label}: di dokumen tertulis "${printed}".`,
};

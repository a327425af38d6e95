import { z } from 'zod';
import { codeText, lineText, longText } from '#shared/kernel/bounded.ts';

/** Every kind of error that the server answers with. */
export const apiErrorKinds = [
  'tidak_sah',
  'belum_masuk',
  'sandi_salah',
  'terlalu_sering',
  'tidak_berwenang',
  'tidak_ditemukan',
  'perlu_sinkron_ulang',
  'usul_berubah',
  'keputusan_tidak_lengkap',
  'id_bentrok',
  'aplikasi_usang',
  'perangkat_dicabut',
  'tanpa_penunjukan',
  'penunjukan_berakhir',
  'rentang_tidak_sah',
  'terlalu_besar',
  'gangguan_server',
  'ditugaskan_kepada_lain',
  'kode_diperlukan',
  'kode_salah',
  'faktor_wajib',
  'sandi_baru_diperlukan',
] as const;
/** Kind of a server error. */
export type ApiErrorKind = (typeof apiErrorKinds)[number];

/** The one shape of an error: its kind for programs, a sentence and what to do for people (Bahasa Indonesia). */
export const apiErrorSchema = z.object({
  kind: z.enum(apiErrorKinds),
  message: longText,
  action: lineText,
});
/** The one shape of an error. */
export type ApiError = z.infer<typeof apiErrorSchema>;

/**
 * An error as a client reads it: a newer server may name a kind that this client does not know. It keeps the server's
 * sentence and what to do, under a kind that says no more than that it was refused (`tidak_sah`).
 */
export const receivedErrorSchema = z.object({
  kind: z.union([z.enum(apiErrorKinds), codeText.transform(() => 'tidak_sah' as const)]),
  message: longText,
  action: lineText,
});

/** Body of every answer with a status of 400 or more. */
export const apiErrorBodySchema = z.object({ error: apiErrorSchema });

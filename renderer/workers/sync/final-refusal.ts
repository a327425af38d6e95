import type { Trouble } from '#renderer/workers/sync/sync-ports.ts';
import type { ApiErrorKind } from '#shared/contract/api-error.ts';

/** Refusals of the caller, not of what was asked: they wait until the session, the application or the server is right. */
export const aboutTheCaller: readonly ApiErrorKind[] = [
  'belum_masuk',
  'sandi_salah',
  'terlalu_sering',
  'aplikasi_usang',
  'perangkat_dicabut',
  'penunjukan_berakhir',
  'gangguan_server',
];
const worthRetrying = [401, 408, 425, 429];

/** The server's last word on what was asked: asking again would not change it. Null for every other trouble. */
export function finalRefusal(trouble: Trouble): Extract<Trouble, { kind: 'server' }> | null {
  if (trouble.kind !== 'server') return null;
  const { status, error } = trouble;
  const final = status >= 400 && status < 500 && !worthRetrying.includes(status);
  return final && !aboutTheCaller.includes(error.kind) ? trouble : null;
}

/** A server that is still of an older contract does not know the route: that says nothing of what was sent. */
export function isRouteMissing(trouble: Trouble): boolean {
  if (trouble.kind !== 'server') return false;
  const { status, error } = trouble;
  return status === 404 && error.kind === 'tidak_ditemukan';
}

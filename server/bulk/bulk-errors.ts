import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';

const nothingToDo = 'Buka Setujui Massal untuk melihat keadaannya.';

/** Why a command about a batch is not taken in, and what to do. */
export const bulkErrors = {
  nothingFits: makeApiError('tidak_sah', {
    message: 'Tidak satu pun usul pilihan dapat disetujui massal.',
    action: 'Putuskan usul itu satu per satu.',
  }),
  otherOpen: makeApiError('tidak_sah', {
    message: 'Persetujuan massal Anda sebelumnya belum selesai.',
    action: 'Selesaikan atau batalkan dahulu, lalu pilih lagi.',
  }),
  noBatch: makeApiError('tidak_ditemukan', { action: nothingToDo }),
  stopped: makeApiError('tidak_sah', {
    message: 'Persetujuan massal ini berhenti: ada kesalahan dalam sampel.',
    action: 'Putuskan sisanya satu per satu, atau pilih lagi.',
  }),
  cancelled: makeApiError('tidak_sah', {
    message: 'Persetujuan massal ini sudah dibatalkan.',
    action: nothingToDo,
  }),
  approved: makeApiError('tidak_sah', {
    message: 'Persetujuan massal ini sudah disahkan.',
    action: nothingToDo,
  }),
} as const satisfies Readonly<Record<string, ApiError>>;

/** That so many of the sample were not looked at. */
export function sampleLeft(count: number): ApiError {
  return makeApiError('keputusan_tidak_lengkap', {
    message: `${count} usul sampel belum diperiksa.`,
    action: 'Buka dan putuskan setiap usul sampel, lalu sahkan lagi.',
  });
}

/**
 * How a batch stands: its sample is looked at (`terbuka`); a fault was found in it, and the rest was left alone
 * (`berhenti`); the rest was approved, as far as it could be (`disahkan`); or it was given up (`dibatalkan`).
 */
export const bulkStates = ['terbuka', 'berhenti', 'disahkan', 'dibatalkan'] as const;
/** How a batch stands. */
export type BulkState = (typeof bulkStates)[number];

/**
 * What became of an usul of a batch: nothing yet; approved, singly as a sample or with the rest; found at fault as a sample;
 * gone from the sample because somebody else decided it or it changed (another is drawn); or not approved, for a reason.
 */
export const bulkFates = ['menunggu', 'disetujui', 'kesalahan', 'hilang', 'ditolak'] as const;
/** What became of an usul of a batch. */
export type BulkFate = (typeof bulkFates)[number];

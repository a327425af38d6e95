import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/** What this PC notes about itself, append-only; ids only, never a person's data. */
export type AuditEvent =
  | 'keputusan_disimpan'
  | 'keputusan_dipulihkan'
  | 'keputusan_ditarik_kembali'
  | 'keputusan_terkirim'
  | 'keputusan_ditolak'
  | 'keputusan_diulang'
  | 'keputusan_dilepas'
  | 'keputusan_diperiksa_ulang'
  | 'sinkron_ulang'
  | 'baris_tak_terbaca'
  | 'masuk'
  | 'keluar';

/** Adds a line to the account's audit; call it inside the transaction whose change it records. */
export async function appendAudit(
  database: AccountDatabase,
  line: { readonly event: AuditEvent; readonly at: Date; readonly subject: string },
): Promise<void> {
  await database.audit.add({ event: line.event, at: line.at.toISOString(), subject: line.subject });
}

import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/** What can become of a command. */
export type CommandEvent =
  | 'disimpan'
  | 'dipulihkan'
  | 'ditarik_kembali'
  | 'terkirim'
  | 'ditolak'
  | 'diulang'
  | 'dilepas'
  | 'diperiksa_ulang'
  | 'dikirim_ulang';

/**
 * What this PC notes about itself, append-only; ids only, never a person's data. Of a command its kind's `auditName` and
 * what became of it (`keputusan_terkirim`).
 */
export type AuditEvent =
  | `${string}_${CommandEvent}`
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

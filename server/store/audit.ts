import type { Db, Tx } from '#server/store/database.ts';

/** What is kept of an act; `details` never holds personal data. */
export interface AuditEntry {
  readonly accountId: string | null;
  readonly deviceId: string | null;
  readonly action:
    | 'masuk'
    | 'masuk_gagal'
    | 'keluar'
    | 'token_dipakai_ulang'
    | 'keputusan'
    | 'serah_terima'
    | 'dokumen_rusak'
    | 'zaman_baru';
  readonly details: Readonly<Record<string, string | number>>;
}

/** Writes an audit entry; entries are never changed or removed (trigger). */
export async function writeAudit(db: Db | Tx, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      account_id: entry.accountId,
      device_id: entry.deviceId,
      action: entry.action,
      details: JSON.stringify(entry.details),
    })
    .execute();
}

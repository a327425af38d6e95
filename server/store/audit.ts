import { sql, type RawBuilder } from 'kysely';
import { inChunks } from '#server/store/chunks.ts';
import { deleteInPieces } from '#server/store/delete-in-pieces.ts';
import type { Db, Tx } from '#server/store/database.ts';
import type { TicketAct } from '#shared/workflow/helpdesk/ticket.ts';

/** Who acts over the network: an account at a PC, under an appointment. */
export interface Acting {
  readonly accountId: string;
  readonly deviceId: string;
  readonly appointmentId: string;
}

/** What is kept of an act; `details` never holds personal data. */
export interface AuditEntry {
  readonly accountId: string | null;
  readonly deviceId: string | null;
  readonly action:
    | 'masuk'
    | 'masuk_gagal'
    | 'keluar'
    | 'penunjukan_dipilih'
    | 'penunjukan_diberikan'
    | 'penunjukan_diakhiri'
    | 'akun_dibuat'
    | 'akun_digabung'
    | 'token_dipakai_ulang'
    | 'sandi_diganti'
    | 'keputusan'
    | 'pesan'
    | 'utas_ditangani'
    | 'utas_dilepas'
    | 'tiket_dibuka'
    | 'tiket_pesan'
    | `tiket_${TicketAct}`
    | 'kode_diterbitkan'
    | 'kode_dipakai'
    | 'serah_terima'
    | 'serah_terima_diputus'
    | 'dokumen_rusak'
    | 'catatan_dipangkas'
    | 'zaman_baru'
    | 'perangkat_menunggu'
    | 'perangkat_disetujui'
    | 'perangkat_ditolak'
    | 'perangkat_dicabut'
    | 'kunci_perangkat'
    | 'impor'
    | 'akun_diaktifkan'
    | 'jadwal'
    | 'slip_aktivasi'
    | 'kebijakan_koreksi'
    | 'referensi'
    | 'aturan_penugasan'
    | 'penugasan'
    | 'penugasan_diambil'
    | 'usul_diajukan_ulang'
    | 'usul_ditarik'
    | 'cuti'
    | 'cuti_diakhiri'
    | 'penggantian'
    | 'penggantian_diakhiri'
    | 'massal_dipilih'
    | 'massal_berhenti'
    | 'massal_disahkan'
    | 'massal_dibatalkan'
    | 'kebijakan_massal'
    | 'akun_diatur_ulang'
    | 'aktivasi_gagal'
    | 'akun_ditutup'
    | 'akun_dibuka'
    | 'kode_salah'
    | 'kode_cadangan_dipakai'
    | 'faktor_ditawarkan'
    | 'faktor_dipasang'
    | 'faktor_dilepas'
    | 'faktor_diatur_ulang'
    | 'kebijakan_faktor'
    | 'jejak_diekspor';
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/**
 * An entry of what somebody does; null: at the server's command line. The appointment stands in the details (`sebagai`), which
 * what watches over the audit covers.
 */
export function actOf(
  acting: Acting | null,
  action: AuditEntry['action'],
  details: AuditEntry['details'],
): AuditEntry {
  if (!acting) return { accountId: null, deviceId: null, action, details };
  const { accountId, deviceId, appointmentId } = acting;
  return { accountId, deviceId, action, details: { ...details, sebagai: appointmentId } };
}

/** Under which appointment, as the details of an entry name it; of an account without one nothing. */
export function underAppointment(appointmentId: string | undefined): AuditEntry['details'] {
  return appointmentId === undefined ? {} : { sebagai: appointmentId };
}

/** Entries that are younger can be removed by nobody (trigger). */
export const shortestAuditDays = 365;

/** Writes an audit entry; it is never changed, and removed only when it is very old (trigger). */
export async function writeAudit(db: Db | Tx, entry: AuditEntry): Promise<void> {
  await writeAudits(db, [entry]);
}

/** Writes audit entries, thousands at a time. */
export async function writeAudits(db: Db | Tx, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    account_id: entry.accountId,
    device_id: entry.deviceId,
    action: entry.action,
    details: JSON.stringify(entry.details),
    realm: realmOf(entry),
  }));
  for (const chunk of inChunks(rows)) await db.insertInto('audit').values(chunk).execute();
}

/** Where an entry belongs, by what the database knows of it now. */
function realmOf({ accountId, details }: AuditEntry): RawBuilder<string> {
  return sql<string>`realm_of_entry(${accountId}::uuid, ${JSON.stringify(details)}::jsonb)`;
}

/** Removes entries of before a moment, and writes down how many. Fails for entries younger than `shortestAuditDays`. */
export async function pruneAudit(db: Db, before: Date): Promise<void> {
  const removed = await deleteInPieces((limit) =>
    sql`DELETE FROM audit WHERE id IN
      (SELECT id FROM audit WHERE at < ${before} ORDER BY id LIMIT ${limit})`.execute(db),
  );
  if (removed === 0) return;
  await sql`DELETE FROM audit_also AS also WHERE NOT EXISTS
    (SELECT FROM audit WHERE audit.id = also.audit_id AND audit.realm = also.audit_realm)`.execute(
    db,
  );
  const details = { removed, before: before.toISOString() };
  await writeAudit(db, { accountId: null, deviceId: null, action: 'catatan_dipangkas', details });
}

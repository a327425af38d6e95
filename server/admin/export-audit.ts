import type { Admin } from '#server/accounts/administered.ts';
import { pageOfAudit } from '#server/admin/list-audit.ts';
import { byteOrderMark, csvLines } from '#server/imports/table/write-table.ts';
import { actOf, writeAudit } from '#server/store/audit.ts';
import type { Db } from '#server/store/database.ts';
import {
  auditPieceRows,
  type auditPieceSchema,
  type auditQuerySchema,
  type AuditRow,
} from '#shared/contract/admin/audit.ts';
import type { z } from 'zod';

/** Names of the columns, which stay: whoever works with such files goes by them. */
const head = [
  'waktu',
  'nama_pengguna',
  'nama',
  'kejadian',
  'atas_nama_pengguna',
  'atas_nama',
  'pc',
  'id_pc',
  'id_penunjukan',
  'rincian',
] as const;
/** What Excel takes for a list in Indonesian. */
const separator = ';';

/**
 * A piece of what an admin sees of the audit as CSV text. Each piece is an entry of its own, so that nobody exports past the
 * audit by beginning in the middle; it holds none of what was searched for but the days and the kind. Undefined: the key is none.
 */
export async function exportAudit(
  db: Db,
  admin: Admin,
  query: z.output<typeof auditQuerySchema>,
): Promise<z.output<typeof auditPieceSchema> | undefined> {
  const page = await pageOfAudit(db, admin, query, auditPieceRows);
  if (!page) return undefined;
  const { action, from, until, after, who, deviceId, appointmentId } = query;
  await writeAudit(
    db,
    actOf(admin.acting, 'jejak_diekspor', {
      baris: page.rows.length,
      kejadian: action ?? '',
      sejak: from ?? '',
      sampai: until ?? '',
      dicari: [who, deviceId, appointmentId].some((text) => text !== undefined && text !== ''),
      lanjutan: after !== undefined,
    }),
  );
  const rows = page.rows.map(cellsOf);
  const lines = csvLines(after === undefined ? [head, ...rows] : rows, separator);
  const mark = after === undefined ? byteOrderMark : '';
  return {
    name: `jejak-audit-${admin.today}.csv`,
    text: mark + [...lines].join(''),
    rows: rows.length,
    next: page.next,
  };
}

function cellsOf(entry: AuditRow): readonly string[] {
  const { at, by, action, about, deviceName, deviceId, appointmentId, details } = entry;
  return [
    at,
    by?.username ?? '',
    by?.displayName ?? '',
    action,
    about?.username ?? '',
    about?.displayName ?? '',
    deviceName ?? '',
    deviceId ?? '',
    appointmentId ?? '',
    Object.entries(details)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', '),
  ];
}

import { sql, type RawBuilder } from 'kysely';
import type { Admin } from '#server/accounts/administered.ts';
import { realmKey } from '#server/accounts/realm.ts';
import type { Db } from '#server/store/database.ts';
import { likePart, pageOf, readPageKey } from '#server/store/page-key.ts';
import type { auditQuerySchema, AuditRow } from '#shared/contract/admin/audit.ts';
import { adminPageRows } from '#shared/contract/admin/page.ts';
import { beginOfDay, endOfDay } from '#shared/kernel/time-zone.ts';
import type { z } from 'zod';

interface EntryRow {
  readonly id: number;
  readonly at: Date;
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly username: string | null;
  readonly display_name: string | null;
  readonly holder_username: string | null;
  readonly holder_name: string | null;
  readonly device_id: string | null;
  readonly device_name: string | null;
}

/**
 * A page of what was done by or to accounts of an admin's own, the newest first: each entry belongs to the realm of the
 * appointment under which it was done, and of another account that it was done to. Undefined: the key is none.
 */
export async function pageOfAudit(
  db: Db,
  { realm, timeZone }: Pick<Admin, 'realm' | 'timeZone'>,
  query: z.output<typeof auditQuerySchema>,
  most: number = adminPageRows,
): Promise<{ rows: AuditRow[]; next: string | null } | undefined> {
  const { who = '', action, from, until, deviceId, appointmentId, after } = query;
  const [before = ''] = after === undefined ? ['9'.repeat(15)] : (readPageKey(after, 1) ?? []);
  if (!/^\d{1,15}$/u.test(before)) return undefined;
  const part = likePart(who);
  const key = realmKey(realm);
  const matching = sql`
      (${who} = '' OR account.display_name ILIKE ${part} OR account.username LIKE ${part.toLowerCase()})
      AND (${action ?? null}::text IS NULL OR entry.action = ${action ?? null})
      AND (${from ? beginOfDay(timeZone, from) : null}::timestamptz IS NULL
        OR entry.at >= ${from ? beginOfDay(timeZone, from) : null}::timestamptz)
      AND (${until ? endOfDay(timeZone, until) : null}::timestamptz IS NULL
        OR entry.at < ${until ? endOfDay(timeZone, until) : null}::timestamptz)
      AND (${deviceId ?? null}::uuid IS NULL OR entry.device_id = ${deviceId ?? null}::uuid)
      AND (${appointmentId ?? null}::text IS NULL
        OR ${appointmentId ?? null} IN (entry.details ->> 'sebagai', entry.details ->> 'appointmentId'))`;
  const own = sql`audit AS entry`;
  // One by one: they lie in whichever parts.
  const others = sql`audit_also AS also CROSS JOIN LATERAL
    (SELECT * FROM audit WHERE audit.id = also.audit_id AND audit.realm = also.audit_realm OFFSET 0) AS entry`;
  const { rows } = await sql<EntryRow>`
    (${newest(own, sql`entry.realm = ${key} AND entry.id < ${before}::bigint AND ${matching}`, most)})
    UNION ALL (${newest(others, sql`also.realm = ${key} AND also.audit_id < ${before}::bigint AND ${matching}`, most)})
    ORDER BY id DESC LIMIT ${most + 1}`.execute(db);
  const page = pageOf(rows, most, ({ id }) => [String(id)]);
  return { rows: page.rows.map(toRow), next: page.next };
}

/** The newest entries of a page, with who did each, to whom and where. */
function newest(
  entries: RawBuilder<unknown>,
  condition: RawBuilder<unknown>,
  most: number,
): RawBuilder<unknown> {
  return sql`
    SELECT entry.id, entry.at, entry.action, entry.details, account.username, account.display_name,
      holder.username AS holder_username, holder.display_name AS holder_name, entry.device_id, device.name AS device_name
    FROM ${entries}
      LEFT JOIN account ON account.id = entry.account_id
      LEFT JOIN account AS holder ON holder.id = id_in(entry.details, 'holder')
      LEFT JOIN device ON device.id = entry.device_id
    WHERE ${condition} ORDER BY entry.id DESC LIMIT ${most + 1}`;
}

function toRow(row: EntryRow): AuditRow {
  const { sebagai, ...details } = row.details;
  return {
    id: String(row.id),
    at: row.at.toISOString(),
    action: row.action,
    by: person(row.username, row.display_name),
    about: person(row.holder_username, row.holder_name),
    deviceName: row.device_name,
    deviceId: row.device_id,
    appointmentId: typeof sebagai === 'string' ? sebagai : null,
    details: Object.fromEntries(
      Object.entries(details)
        .slice(0, 40)
        .map(([name, value]) => [name.slice(0, 200), textOf(value).slice(0, 2_000)]),
    ),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function person(username: string | null, displayName: string | null): AuditRow['by'] {
  return username === null || displayName === null ? null : { username, displayName };
}

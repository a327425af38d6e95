import { sql } from 'kysely';
import { nipAsTyped } from '#server/accounts/accounts.ts';
import type { Admin } from '#server/accounts/administered.ts';
import { appointmentsOf } from '#server/accounts/realm.ts';
import type { Db } from '#server/store/database.ts';
import { likePart, pageOf, readPageKey } from '#server/store/page-key.ts';
import type {
  appointmentsQuerySchema,
  ManagedAppointment,
  Office,
} from '#shared/contract/admin/appointments.ts';
import { adminPageRows } from '#shared/contract/admin/page.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import type { Role, ScopeKind } from '#shared/workflow/authority/roles.ts';
import type { z } from 'zod';

interface AppointmentRow {
  readonly id: string;
  readonly account_id: string;
  readonly username: string;
  readonly nip: string | null;
  readonly display_name: string;
  readonly role: Role;
  readonly scope_kind: ScopeKind;
  readonly scope_id: string;
  readonly scope_name: string | null;
  readonly valid_from: string;
  readonly valid_until: string | null;
  readonly letter_number: string | null;
  readonly letter_date: string | null;
  readonly ended_at: Date | null;
  readonly reason: string | null;
  readonly standing: ManagedAppointment['standing'];
}

/** A page of the appointments over offices of an admin's own, by the name of their holder. Undefined: the key is none. */
export async function pageOfAppointments(
  db: Db,
  { realm, today, now }: Admin,
  { search = '', role, standing, after }: z.output<typeof appointmentsQuerySchema>,
): Promise<{ rows: ManagedAppointment[]; next: string | null } | undefined> {
  const key = after === undefined ? ['', '', ''] : readPageKey(after, 3);
  if (!key) return undefined;
  const part = likePart(search);
  const { rows } = await sql<AppointmentRow>`
    SELECT * FROM (
      SELECT held.id, account.id AS account_id, account.username, account.nip, account.display_name, held.role,
        held.scope_kind, held.scope_id, held.valid_from::text, held.valid_until::text, held.letter_number,
        held.letter_date::text, held.ended_at, ending.reason,
        CASE held.scope_kind
          WHEN 'opd' THEN (SELECT name FROM opd WHERE opd.id = held.scope_id)
          WHEN 'instansi' THEN (SELECT name FROM instansi WHERE instansi.id = held.scope_id)
          WHEN 'kanreg' THEN (SELECT name FROM kanreg WHERE kanreg.id = held.scope_id)
          WHEN 'employee' THEN (SELECT data ->> 'nama' FROM employee WHERE employee.id = held.scope_id)
          ELSE 'BKN Pusat' END AS scope_name,
        CASE WHEN held.ended_at <= ${now} OR held.valid_until < ${today}::date THEN 'berakhir'
          WHEN held.valid_from > ${today}::date THEN 'belum' ELSE 'berlaku' END AS standing
      FROM appointment AS held JOIN account ON account.id = held.account_id
        LEFT JOIN appointment_end AS ending ON ending.appointment_id = held.id
      WHERE held.id IN (${appointmentsOf(realm)})
        AND (${role ?? null}::text IS NULL OR held.role = ${role ?? null})
        AND (account.display_name ILIKE ${part} OR account.username LIKE ${part.toLowerCase()}
          OR account.nip LIKE ${likePart(nipAsTyped(search))})
        AND (account.display_name, held.valid_from::text, held.id::text) > (${key[0]}, ${key[1]}, ${key[2]})
    ) AS found
    WHERE ${standing ?? null}::text IS NULL OR standing = ${standing ?? null}
    ORDER BY display_name, valid_from, id::text LIMIT ${adminPageRows + 1}`.execute(db);
  const page = pageOf(rows, adminPageRows, (row) => [row.display_name, row.valid_from, row.id]);
  return { rows: page.rows.map(toManaged), next: page.next };
}

/** What appointments of this admin may be over: the instansi and its OPD, or the offices of BKN. */
export async function listOffices(db: Db, { realm }: Pick<Admin, 'realm'>): Promise<Office[]> {
  if (realm.kind === 'bkn_pusat') {
    const kanreg = await db.selectFrom('kanreg').selectAll().orderBy('name').execute();
    return [
      { scope: { kind: 'bkn_pusat' }, name: 'BKN Pusat', parentId: null },
      ...kanreg.map(({ id, name }) => ({
        scope: { kind: 'kanreg' as const, id },
        name,
        parentId: null,
      })),
    ];
  }
  const { id: instansiId } = realm;
  const instansi = await db
    .selectFrom('instansi')
    .select('name')
    .where('id', '=', instansiId)
    .executeTakeFirst();
  const opd = await db
    .selectFrom('opd')
    .select(['id', 'name', 'parent_id'])
    .where('instansi_id', '=', instansiId)
    .orderBy('name')
    .limit(4_900)
    .execute();
  return [
    {
      scope: { kind: 'instansi', id: instansiId },
      name: instansi?.name ?? instansiId,
      parentId: null,
    },
    ...opd.map((one) => ({
      scope: { kind: 'opd' as const, id: one.id },
      name: one.name,
      parentId: one.parent_id,
    })),
  ];
}

function toManaged(row: AppointmentRow): ManagedAppointment {
  const { scope_kind: kind, scope_id: id } = row;
  return {
    id: row.id,
    accountId: row.account_id,
    username: row.username,
    nip: row.nip,
    displayName: row.display_name,
    role: row.role,
    scope: kind === 'bkn_pusat' ? { kind } : { kind, id },
    scopeName: row.scope_name ?? id,
    validFrom: localDateSchema.parse(row.valid_from),
    validUntil: row.valid_until === null ? null : localDateSchema.parse(row.valid_until),
    letter:
      row.letter_number === null || row.letter_date === null
        ? null
        : { number: row.letter_number, date: localDateSchema.parse(row.letter_date) },
    standing: row.standing,
    endedAt: row.ended_at?.toISOString() ?? null,
    endReason: row.reason,
  };
}

import { sql } from 'kysely';
import { activationDays, makeActivationCodes } from '#server/accounts/activation.ts';
import { accountActsOutside } from '#server/accounts/realm.ts';
import type { Admin } from '#server/accounts/administered.ts';
import { actOf, writeAudit } from '#server/store/audit.ts';
import { inTransaction, type Db } from '#server/store/database.ts';

/** What one person is handed: the account and the code that opens it once. */
export interface Slip {
  readonly name: string;
  readonly nip: string;
  readonly username: string;
  readonly code: string;
}

/** The slips of one office. */
export interface OfficeSlips {
  /** Empty: of those who work in none. */
  readonly office: string;
  readonly slips: readonly Slip[];
}

/** Slips as they were made; their codes stand nowhere else. */
export interface MadeSlips {
  readonly offices: readonly OfficeSlips[];
  readonly count: number;
  readonly expiresAt: Date;
}

/** Whose slips are made; `most`: of more than so many none is. */
export interface SlipsWanted {
  readonly instansiId: string;
  readonly opdId: string | undefined;
  readonly most?: number;
}

/**
 * Makes a new code for every account of an instansi that waits to be activated, of one OPD and what is under it where that
 * is named; slips of before work no longer. `admin`: who does it over the network, and gets none of an account that acts
 * elsewhere as well. Where there are too many, their count alone is told, and nothing is made.
 */
export async function makeSlips(
  db: Db,
  { instansiId, opdId, most = Infinity }: SlipsWanted,
  now: Date,
  admin: Admin | null = null,
): Promise<MadeSlips> {
  const isOthers = admin ? accountActsOutside(admin.realm, admin.today) : sql<boolean>`false`;
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<Omit<Slip, 'code'> & { id: string; office: string }>`
      WITH RECURSIVE chosen AS (
        SELECT id FROM opd WHERE instansi_id = ${instansiId} AND (${opdId ?? null}::text IS NULL OR id = ${opdId ?? null})
        UNION SELECT opd.id FROM opd JOIN chosen ON opd.parent_id = chosen.id
      )
      SELECT DISTINCT ON (opd.name, account.display_name, account.id)
        account.id, account.display_name AS name, account.username, account.nip, opd.name AS office
      FROM activation
        JOIN account ON account.id = activation.account_id
        JOIN employee ON employee.nip = account.nip
        JOIN opd ON opd.id = employee.opd_id
      WHERE activation.used_at IS NULL AND account.password_hash = activation.waiting_hash AND account.active AND opd.id IN (SELECT id FROM chosen)
        AND NOT ${isOthers}
      ORDER BY opd.name, account.display_name, account.id
    `.execute(tx);
    const expiresAt = new Date(now.getTime() + activationDays * 86_400_000);
    if (rows.length > most) return { offices: [], count: rows.length, expiresAt };
    const codes = await makeActivationCodes(
      tx,
      rows.map(({ id }) => id),
      now,
    );
    const offices = new Map<string, Slip[]>();
    for (const { id, office, ...person } of rows) {
      const code = codes.get(id);
      if (code === undefined) continue;
      const slips = offices.get(office) ?? [];
      slips.push({ ...person, code });
      offices.set(office, slips);
    }
    const details = { instansiId, opdId: opdId ?? '', jumlah: codes.size };
    await writeAudit(tx, actOf(admin?.acting ?? null, 'slip_aktivasi', details));
    return {
      offices: [...offices].map(([office, slips]) => ({ office, slips })),
      count: codes.size,
      expiresAt,
    };
  });
}

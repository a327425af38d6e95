import { sql, type Kysely } from 'kysely';

/**
 * Whose admin added an account: it belongs there also before it has an appointment, and without a NIP of the instansi. And
 * the audit is asked by account.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- instansi:ID or bkn_pusat; null: it came from elsewhere, and its NIP or appointments say where it belongs.
    ALTER TABLE account ADD COLUMN realm text;
    CREATE INDEX audit_account ON audit (account_id, id);
    CREATE INDEX appointment_scope ON appointment (scope_kind, scope_id);
  `.execute(db);
}

import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#server/store/database.ts';

/** Of Kysely; whoever may write here makes a server take tables for what they are not. */
const ownersAlone = ['kysely_migration', 'kysely_migration_lock'] as const;

/** The role as which a server works. */
export interface ServerRole {
  readonly name: string;
  /** With it the role is made, or gets this password; without it the role is somebody else's care. */
  readonly password?: string;
}

/**
 * Lets a role that owns nothing do what a running server does, and no more: as the owner, after every migration. It
 * cannot change tables, switch triggers off or take the place of another role.
 */
export async function prepareServerRole(db: Db, { name, password }: ServerRole): Promise<void> {
  const role = sql.id(name);
  if (password !== undefined) await makeRole(db, name, password);
  await sql`GRANT USAGE ON SCHEMA public TO ${role}`.execute(db);
  await sql`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`.execute(
    db,
  );
  await revokeKept(db, role);
  await sql`REVOKE INSERT, UPDATE, DELETE ON ${names(ownersAlone)} FROM ${role}`.execute(db);
  await sql`REVOKE UPDATE ON ${names(await withPartitions(db, ['audit']))} FROM ${role}`.execute(
    db,
  );
  await letAnalyse(db, role);
}

/** What a trigger refuses to everybody, the server has no right to either: only the owner could switch the trigger off. */
async function revokeKept(db: Db, role: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string; updates: boolean; deletes: boolean }>`
    SELECT relname AS name, tgtype & 16 <> 0 AS updates, tgtype & 8 <> 0 AS deletes
    FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE tgfoid = 'refuse_change'::regproc AND tgname = 'append_only' AND tgqual IS NULL`.execute(
    db,
  );
  for (const { name, updates, deletes } of rows) {
    if (updates) await sql`REVOKE UPDATE ON ${sql.id(name)} FROM ${role}`.execute(db);
    if (deletes) await sql`REVOKE DELETE ON ${sql.id(name)} FROM ${role}`.execute(db);
  }
}

/** After a load of thousands of rows the planner must be told; before PostgreSQL 17 only the owner could. */
async function letAnalyse(db: Db, role: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<{ can: boolean }>`
    SELECT current_setting('server_version_num')::integer >= 170000 AS can`.execute(db);
  if (rows[0]?.can) {
    await sql`GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO ${role}`.execute(db);
  }
}

/** Tables with those that they are parted into: rights on the whole are none on its parts, and the other way round. */
async function withPartitions(db: Db, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT part.relname AS name FROM pg_inherits
      JOIN pg_class AS part ON part.oid = inhrelid JOIN pg_class AS whole ON whole.oid = inhparent
    WHERE whole.relname = ANY(${[...tables]}::text[])`.execute(db);
  return [...tables, ...rows.map(({ name }) => name)];
}

function names(tables: readonly string[]): RawBuilder<unknown> {
  return sql.join(tables.map((table) => sql.id(table)));
}

async function makeRole(db: Db, name: string, password: string): Promise<void> {
  const { rows } = await sql`SELECT 1 FROM pg_roles WHERE rolname = ${name}`.execute(db);
  if (rows.length === 0) await sql`CREATE ROLE ${sql.id(name)}`.execute(db);
  await sql`ALTER ROLE ${sql.id(name)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION
    NOBYPASSRLS PASSWORD ${sql.lit(password)}`.execute(db);
}

/** Whether whoever is connected could change tables and switch triggers off: a superuser, an owner, or a member of it. */
export async function mayChangeTables(db: Db): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    SELECT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) OR EXISTS (
      SELECT FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname = 'public' AND relkind = 'r' AND pg_has_role(current_user, relowner, 'MEMBER')
    ) AS may`.execute(db);
  return rows[0]?.may ?? false;
}

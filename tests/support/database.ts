import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Db } from '#server/store/database.ts';
import { makeKeyRing } from '#server/store/key-ring.ts';
import { giveKeys } from '#server/store/secrets.ts';
import { prepareServerRole } from '#server/store/server-role.ts';
import { migrateToLatest } from '#server/store/migrate.ts';
import { copyStatement } from '#tests/support/copy-statement.ts';
import { testPartitions } from '#tests/support/partitions.ts';

/** A database of a test's own on the run's PostgreSQL. */
export interface TestDatabase {
  readonly url: string;
  /** The same database as a server serves it: as a role that owns nothing. */
  readonly servingUrl: string;
  readonly db: Db;
  /** Closes the pool and drops the database. */
  drop(): Promise<void>;
}

/** Key under which servers of tests keep their secrets, as `MEJA_SERVER_KEY` takes it. */
export const testServerKey = Buffer.alloc(32, 'kunci uji').toString('base64');
/** The same as a ring. */
export const testKeys = makeKeyRing([Buffer.from(testServerKey, 'base64')]);

/** The role as which servers of tests work. */
export const serverRole = 'meja_server';
const template = 'meja_template';
/** Any number: the key of the lock under which the template is made once. */
const templateLock = 7_301_001;

/**
 * A fresh database with all tables, copied from a template that the first caller makes (files of a run share it).
 * `empty: true` gives one without tables.
 */
export async function makeTestDatabase(
  options: { readonly empty?: boolean; readonly maxConnections?: number } = {},
): Promise<TestDatabase> {
  const adminUrl = inject('postgresAdminUrl');
  const name = `uji_${randomUUID().replaceAll('-', '')}`;
  await withAdmin(adminUrl, async (admin) => {
    if (options.empty) {
      await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`);
      return;
    }
    // The lock also keeps two copies of the template from being taken at the same moment, which PostgreSQL refuses.
    await admin.query('SELECT pg_advisory_lock($1)', [templateLock]);
    await ensureTemplate(admin, adminUrl);
    await admin.query(copyStatement(name, template));
  });
  const url = withDatabase(adminUrl, name);
  const db = openDatabase(url, { maxConnections: options.maxConnections ?? 10 });
  giveKeys(db, testKeys);
  const drop = async () => {
    await db.destroy();
    await withAdmin(adminUrl, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
  };
  return { url, servingUrl: asServer(url), db, drop };
}

/** A copy of a database as it is now, in the same PostgreSQL; whoever is connected to it is cut off first. */
export async function copyDatabase(url: string): Promise<string> {
  const name = `uji_${randomUUID().replaceAll('-', '')}`;
  const copied = nameIn(url);
  await withAdmin(inject('postgresAdminUrl'), async (admin) => {
    await cutOff(admin, copied);
    await admin.query(copyStatement(name, copied));
  });
  return withDatabase(url, name);
}

/** Puts a copy in the place of a database; the copy stays. */
export async function restoreDatabase(url: string, copyUrl: string): Promise<void> {
  const [name, copy] = [nameIn(url), nameIn(copyUrl)];
  await withAdmin(inject('postgresAdminUrl'), async (admin) => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.query(copyStatement(name, copy));
  });
}

/** Drops a copy. */
export async function dropCopy(copyUrl: string): Promise<void> {
  const name = nameIn(copyUrl);
  await withAdmin(inject('postgresAdminUrl'), (admin) =>
    admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  );
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1);
}

/** PostgreSQL copies a database only while nobody is connected to it. */
async function cutOff(admin: Client, name: string): Promise<void> {
  const others = 'SELECT pid FROM pg_stat_activity WHERE datname = $1';
  await admin.query(`SELECT pg_terminate_backend(pid) FROM (${others}) AS other`, [name]);
  for (;;) {
    const { rowCount } = await admin.query(others, [name]);
    if (rowCount === 0) return;
  }
}

/** Runs a statement on a connection of its own. */
export async function runStatement(url: string, statement: string): Promise<void> {
  await withAdmin(url, (client) => client.query(statement));
}

/** Runs statements as superuser with every trigger off: what an attacker with access to the machine could do. */
export async function tamper(url: string, statement: string): Promise<void> {
  await withAdmin(url, async (client) => {
    await client.query("SET session_replication_role = 'replica'");
    await client.query(statement);
  });
}

/** What a start does: migrations, and what a running server may do in their tables. */
export async function migrateAsAtStart(db: Db): Promise<void> {
  await migrateToLatest(db, { partitions: testPartitions });
  await prepareServerRole(db, { name: serverRole, password: serverRole });
}

async function ensureTemplate(admin: Client, adminUrl: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [
    template,
  ]);
  if (rowCount !== 0) return;
  const building = `${template}_baru`;
  await admin.query(`DROP DATABASE IF EXISTS ${building}`);
  await admin.query(`CREATE DATABASE ${building}`);
  const db = openDatabase(withDatabase(adminUrl, building));
  await migrateAsAtStart(db);
  await db.destroy();
  await admin.query(`ALTER DATABASE ${building} RENAME TO ${template}`);
}

async function withAdmin(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function asServer(url: string): string {
  const changed = new URL(url);
  [changed.username, changed.password] = [serverRole, serverRole];
  return changed.href;
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

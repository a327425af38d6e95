import { DEFAULT_MIGRATION_TABLE, Migrator, sql, type Migration } from 'kysely';
import * as organisation from '#server/store/migrations/0001-organisation.ts';
import * as usul from '#server/store/migrations/0002-usul.ts';
import * as decision from '#server/store/migrations/0003-decision.ts';
import * as session from '#server/store/migrations/0004-session.ts';
import * as deviceSecret from '#server/store/migrations/0005-device-secret.ts';
import * as handover from '#server/store/migrations/0006-handover.ts';
import * as queues from '#server/store/migrations/0007-queues.ts';
import * as acknowledged from '#server/store/migrations/0008-acknowledged.ts';
import * as employeeFacts from '#server/store/migrations/0009-employee-facts.ts';
import * as epoch from '#server/store/migrations/0010-epoch.ts';
import * as keptFor from '#server/store/migrations/0012-kept-for.ts';
import * as deletionReason from '#server/store/migrations/0013-deletion-reason.ts';
import * as stated from '#server/store/migrations/0014-stated.ts';
import * as devices from '#server/store/migrations/0015-devices.ts';
import * as signInAttempts from '#server/store/migrations/0016-sign-in-attempts.ts';
import * as tamperEvidence from '#server/store/migrations/0017-tamper-evidence.ts';
import * as shownKeys from '#server/store/migrations/0018-shown-keys.ts';
import * as passwordGood from '#server/store/migrations/0019-password-good.ts';
import * as sealedHistory from '#server/store/migrations/0020-sealed-history.ts';
import * as sealedEpochs from '#server/store/migrations/0021-sealed-epochs.ts';
import * as appointments from '#server/store/migrations/0022-appointments.ts';
import * as schedule from '#server/store/migrations/0023-schedule.ts';
import * as activation from '#server/store/migrations/0025-activation.ts';
import * as assignment from '#server/store/migrations/0031-assignment.ts';
import * as substitution from '#server/store/migrations/0032-substitution.ts';
import * as bulk from '#server/store/migrations/0026-bulk.ts';
import * as threads from '#server/store/migrations/0029-threads.ts';
import * as accountRealm from '#server/store/migrations/0033-account-realm.ts';
import * as accountMerge from '#server/store/migrations/0035-account-merge.ts';
import * as appointmentEnd from '#server/store/migrations/0034-appointment-end.ts';
import * as givenAssignments from '#server/store/migrations/0036-given-assignments.ts';
import * as batchOfInstansi from '#server/store/migrations/0043-batch-of-instansi.ts';
import * as reference from '#server/store/migrations/0045-reference.ts';
import * as employeeActs from '#server/store/migrations/0044-employee-acts.ts';
import * as tickets from '#server/store/migrations/0030-tickets.ts';
import * as imports from '#server/store/migrations/0039-imports.ts';
import { makeHistoryPartitions } from '#server/store/migrations/0046-history-partitions.ts';
import { makePartitions } from '#server/store/migrations/0038-partitions.ts';
import * as correctionPolicy from '#server/store/migrations/0027-correction-policy.ts';
import * as secondFactor from '#server/store/migrations/0040-second-factor.ts';
import * as passwordDue from '#server/store/migrations/0041-password-due.ts';
import type { Db } from '#server/store/database.ts';

/** Into how many tables each of those is parted that are: some 20 million usul then share them by little more than a million. */
const usualPartitions = 16;

const unparted: Readonly<Record<string, Migration>> = {
  '0001-organisation': organisation,
  '0002-usul': usul,
  '0003-decision': decision,
  '0004-session': session,
  '0005-device-secret': deviceSecret,
  '0006-handover': handover,
  '0007-queues': queues,
  '0008-acknowledged': acknowledged,
  '0009-employee-facts': employeeFacts,
  '0010-epoch': epoch,
  '0012-kept-for': keptFor,
  '0013-deletion-reason': deletionReason,
  '0014-stated': stated,
  '0015-devices': devices,
  '0016-sign-in-attempts': signInAttempts,
  '0017-tamper-evidence': tamperEvidence,
  '0018-shown-keys': shownKeys,
  '0019-password-good': passwordGood,
  '0020-sealed-history': sealedHistory,
  '0021-sealed-epochs': sealedEpochs,
  '0022-appointments': appointments,
  '0023-schedule': schedule,
  '0025-activation': activation,
  '0031-assignment': assignment,
  '0032-substitution': substitution,
  '0026-bulk': bulk,
  '0029-threads': threads,
  '0033-account-realm': accountRealm,
  '0034-appointment-end': appointmentEnd,
  '0035-account-merge': accountMerge,
  '0036-given-assignments': givenAssignments,
  '0043-batch-of-instansi': batchOfInstansi,
  '0044-employee-acts': employeeActs,
  '0045-reference': reference,
  '0030-tickets': tickets,
  '0027-correction-policy': correctionPolicy,
  '0040-second-factor': secondFactor,
  '0041-password-due': passwordDue,
};

/** Every migration by its number; a released one is never edited, only followed by another. */
export const migrations = migrationsFor(usualPartitions);

function migrationsFor(partitions: number): Readonly<Record<string, Migration>> {
  return {
    ...unparted,
    '0038-partitions': makePartitions(partitions),
    '0039-imports': imports,
    '0046-history-partitions': makeHistoryPartitions(partitions),
  };
}

/** Whether a newer server has migrated this database: it then has tables that this one does not understand. */
export async function hasUnknownMigrations(db: Db): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === DEFAULT_MIGRATION_TABLE)) return false;
  const { rows } = await sql<{
    name: string;
  }>`SELECT name FROM ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.some((row) => !Object.hasOwn(migrations, row.name));
}

/**
 * Brings the database to the latest migration and names those that ran; nothing to do is an empty list. Two starts at
 * the same time do not clash: Kysely holds an advisory lock and runs all of it in one transaction. Throws when a
 * migration fails; the database then is as before. `partitions`: of each table that is parted, in a new database.
 */
export async function migrateToLatest(
  db: Db,
  { partitions = usualPartitions }: { readonly partitions?: number } = {},
): Promise<readonly string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrationsFor(partitions) }) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? [])
    .filter((result) => result.status === 'Success')
    .map((result) => result.migrationName);
}

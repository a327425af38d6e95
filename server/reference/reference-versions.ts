import { sql } from 'kysely';
import { writeAudit } from '#server/store/audit.ts';
import type { Db, Tx } from '#server/store/database.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import { useDelivered } from '#shared/reference/reference-data.ts';
import type {
  ReferenceEntry,
  ReferenceSetId,
  ReferenceVersion,
} from '#shared/reference/reference-version.ts';

/** So much of them goes with one page, in bytes; what is left goes with the next pull. */
const mostBytes = 500_000;
/** So many of them at most. */
const mostVersions = 100;

/**
 * What a PC does not have of the versions that were taken in, in that order: as many as fit, one at least. All of them where it
 * names one that is not there (a server that went back in time); none where it does not ask.
 */
export async function newReference(db: Db, after: number | undefined): Promise<ReferenceVersion[]> {
  if (after === undefined) return [];
  const newest = await newestVersion(db);
  return newest === after ? [] : readVersionsAfter(db, newest < after ? 0 : after);
}

async function newestVersion(db: Db): Promise<number> {
  const { newest } = await db
    .selectFrom('reference_version')
    .select(({ fn }) => fn.max('seq').as('newest'))
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}

async function readVersionsAfter(db: Db, after: number): Promise<ReferenceVersion[]> {
  const rows = await versions(db).where('seq', '>', after).limit(mostVersions).execute();
  const fitting: ReferenceVersion[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += Buffer.byteLength(JSON.stringify(row));
    if (fitting.length > 0 && bytes > mostBytes) break;
    fitting.push(row);
  }
  return fitting;
}

/** Every version of one set, or of all. */
export async function listVersions(db: Db, set?: ReferenceSetId): Promise<ReferenceVersion[]> {
  const all = versions(db);
  return (set === undefined ? all : all.where('set_id', '=', set)).execute();
}

function versions(db: Db) {
  return db
    .selectFrom('reference_version')
    .select(['seq', 'set_id as set', 'version', 'valid_from as validFrom', 'entries'])
    .orderBy('seq');
}

/** A set as it is to be in force from a day on. */
export interface NewVersion {
  readonly set: ReferenceSetId;
  readonly validFrom: LocalDate;
  readonly entries: readonly ReferenceEntry[];
}

/** Takes a version in, and answers its number. Two at the same moment wait for each other. */
export async function addVersion(
  tx: Tx,
  { set, validFrom, entries }: NewVersion,
  now: Date,
): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('referensi'))`.execute(tx);
  const { newest } = await tx
    .selectFrom('reference_version')
    .select(({ fn }) => fn.max('version').as('newest'))
    .where('set_id', '=', set)
    .executeTakeFirstOrThrow();
  // The first is the one that comes with the program.
  const version = (newest ?? 1) + 1;
  await tx
    .insertInto('reference_version')
    .values({
      set_id: set,
      version,
      valid_from: validFrom,
      entries: JSON.stringify(entries),
      at: now,
    })
    .execute();
  await writeAudit(tx, {
    accountId: null,
    deviceId: null,
    action: 'referensi',
    details: { himpunan: set, versi: version, mulai: validFrom, butir: entries.length },
  });
  return version;
}

/** Up to which version this process knows them. */
let knownUpTo = 0;
let knownOn: LocalDate | null = null;

/**
 * What the database has, also by another server or the command line, is what this process judges by. BKN's codes are for all
 * instansi: their days are those of Jakarta.
 */
export async function refreshReference(db: Db, now: Date): Promise<void> {
  const upTo = await newestVersion(db);
  const today = localDateIn('WIB', now);
  if (upTo === knownUpTo && (upTo === 0 || today === knownOn)) return;
  useDelivered(upTo === 0 ? [] : await listVersions(db), today);
  [knownUpTo, knownOn] = [upTo, today];
}

import { randomUUID } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import { noFates, type FatedRow } from '#server/imports/rows/fate.ts';
import { importTexts as texts } from '#server/imports/texts.ts';
import { inChunks } from '#server/store/chunks.ts';
import { inTransaction, isUniqueViolation, type Db, type Tx } from '#server/store/database.ts';
import type { ImportCourse, ImportJobTable } from '#server/store/import-tables.ts';
import type { ImportRow, ImportState } from '#shared/contract/admin/imports.ts';

/** Whose import it is, and over what. */
export interface ImportOwner {
  readonly accountId: string;
  readonly deviceId: string;
  readonly appointmentId: string;
  readonly instansiId: string;
}

/** An import as it lies in the database. */
export type ImportJob = Selectable<ImportJobTable>;

/** So many are at one server at once: each may hold a whole file in its memory. */
const mostAtOnce = 3;
/** Who looks no more is no longer waited for. */
const forgottenMs = 30 * 60_000;
/** A server that is at work on one says so much more often. */
const silentMs = 60_000;

/** Phases in which a server is at work on it. */
export const busyPhases = ['membaca', 'menilai', 'mengambil'] as const;

const noCourse: ImportCourse = {
  done: 0,
  total: 0,
  secondsLeft: null,
  counts: noFates,
  fault: null,
  notes: [],
  form: null,
};

/** How it stands, for its owner. */
export function stateOf({ id, kind, phase, course }: ImportJob): ImportState {
  const { form: _form, ...told } = course;
  return { id, kind, phase, ...told };
}

/** Begins one, in the place of an earlier one of the same admin; undefined: too many go on, or the earlier one does. */
export async function beginJob(
  db: Db,
  owner: ImportOwner,
  { kind, bytes, serverId }: Pick<ImportJob, 'kind' | 'bytes'> & { readonly serverId: string },
  now: Date,
): Promise<ImportJob | undefined> {
  const begin = () =>
    inTransaction(db, async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(hashtext('impor di meja'), hashtext(${serverId}))`.execute(
        tx,
      );
      await pruneJobs(tx, now, owner.accountId);
      const { rows } = await sql<{ occupied: boolean }>`
        SELECT EXISTS (SELECT FROM import_job WHERE account_id = ${owner.accountId})
          OR count(*) >= ${mostAtOnce} AS occupied FROM import_job WHERE server_id = ${serverId}`.execute(
        tx,
      );
      if (rows[0]?.occupied) return undefined;
      return tx
        .insertInto('import_job')
        .values({
          id: randomUUID(),
          account_id: owner.accountId,
          device_id: owner.deviceId,
          appointment_id: owner.appointmentId,
          instansi_id: owner.instansiId,
          server_id: serverId,
          kind,
          bytes,
          phase: 'menerima',
          course: JSON.stringify(noCourse),
          touched_at: now,
        })
        .returningAll()
        .executeTakeFirst();
    });
  return begin().catch((error: unknown) => {
    // At the same moment at another server.
    if (isUniqueViolation(error)) return undefined;
    throw error;
  });
}

/** Forgets imports that nobody looks at any more, and what this account has that does not take rows just now. */
export async function pruneJobs(db: Db | Tx, now: Date, accountId?: string): Promise<void> {
  const [forgotten, silent] = [forgottenMs, silentMs].map((ms) => new Date(now.getTime() - ms));
  const isAtWork = sql<boolean>`(phase = ANY(${[...busyPhases]}::text[]) AND beat_at > ${silent})`;
  await sql`
    DELETE FROM import_job WHERE (touched_at < ${forgotten} AND NOT ${isAtWork})
      OR (account_id = ${accountId ?? null}::uuid AND NOT (phase = 'mengambil' AND ${isAtWork}))`.execute(
    db,
  );
}

/** The import of that id, where it is this owner's, under the same appointment. One whose server is silent has failed. */
export async function findJob(
  db: Db,
  { accountId, appointmentId }: ImportOwner,
  id: string,
  now: Date,
): Promise<ImportJob | undefined> {
  const job = await db
    .updateTable('import_job')
    .set({ touched_at: now })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('appointment_id', '=', appointmentId)
    .returningAll()
    .executeTakeFirst();
  if (!job || !isBusy(job)) return job;
  const silent = new Date(now.getTime() - silentMs);
  const failed = await db
    .updateTable('import_job')
    .set({ phase: 'gagal', course: JSON.stringify({ ...job.course, fault: texts.failed }) })
    .where('id', '=', id)
    .where('phase', 'in', [...busyPhases])
    .where('beat_at', '<', silent)
    .returningAll()
    .executeTakeFirst();
  return failed ?? job;
}

/** Whether a server is at work on it. */
export function isBusy({ phase }: Pick<ImportJob, 'phase'>): boolean {
  return busyPhases.some((one) => one === phase);
}

/** Takes a piece; one that came already is not written twice. Undefined: it is not the next one, or more than was said. */
export async function takePiece(
  db: Db,
  id: string,
  offset: number,
  piece: Buffer,
): Promise<number | undefined> {
  return inTransaction(db, async (tx) => {
    const job = await tx
      .selectFrom('import_job')
      .select(['received', 'bytes', 'phase'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!job) return undefined;
    const end = offset + piece.length;
    const isNext = job.phase === 'menerima' && offset === job.received && end <= job.bytes;
    if (!isNext) return end <= job.received ? job.received : undefined;
    await tx
      .insertInto('import_piece')
      .values({ import_id: id, from_byte: offset, bytes: piece })
      .execute();
    await tx.updateTable('import_job').set({ received: end }).where('id', '=', id).execute();
    return end;
  });
}

/** The pieces of a file, in their order. */
export async function* piecesOf(db: Db, id: string): AsyncGenerator<Buffer> {
  for (let from = 0; ;) {
    const piece = await db
      .selectFrom('import_piece')
      .select('bytes')
      .where('import_id', '=', id)
      .where('from_byte', '=', from)
      .executeTakeFirst();
    if (!piece) return;
    yield piece.bytes;
    from += piece.bytes.length;
  }
}

/** Takes an import on for work, if it is in one of these phases; false: it is not, or another server was faster. */
export async function claimJob(
  db: Db,
  { id, course }: ImportJob,
  from: readonly ImportState['phase'][],
  to: ImportState['phase'],
  now: Date,
): Promise<ImportJob | undefined> {
  return db
    .updateTable('import_job')
    .set({
      phase: to,
      stopping: false,
      beat_at: now,
      course: JSON.stringify({
        ...course,
        done: 0,
        secondsLeft: null,
        counts: noFates,
        fault: null,
      }),
    })
    .where('id', '=', id)
    .where('phase', 'in', [...from])
    .whereRef('received', '>=', 'bytes')
    .returningAll()
    .executeTakeFirst();
}

/** Says that this server is at work on it; true: it is to end. */
export async function beat(
  db: Db,
  id: string,
  now: Date,
  change: { readonly phase?: ImportState['phase']; readonly course?: ImportCourse } = {},
): Promise<boolean> {
  const row = await db
    .updateTable('import_job')
    .set({
      beat_at: now,
      ...(change.phase && { phase: change.phase }),
      ...(change.course && { course: JSON.stringify(change.course) }),
    })
    .where('id', '=', id)
    .returning('stopping')
    .executeTakeFirst();
  return row?.stopping ?? true;
}

/** Wants an import to end, whichever server is at work on it. */
export async function stopJob(db: Db, id: string): Promise<void> {
  await db.updateTable('import_job').set({ stopping: true }).where('id', '=', id).execute();
}

/** Keeps what became of rows, as people read it; nothing where the import is gone meanwhile. */
export async function keepRows(db: Db, id: string, rows: readonly FatedRow[]): Promise<void> {
  const told = rows.map(({ number, title, fate }) => ({
    import_id: id,
    number,
    title: storable(title, 2_000),
    fate: fate.kind,
    why: storable(texts.why(fate), 100_000),
  }));
  await inTransaction(db, async (tx) => {
    const job = tx.selectFrom('import_job').select('id').where('id', '=', id).forKeyShare();
    if (!(await job.executeTakeFirst())) return;
    for (const chunk of inChunks(told)) await tx.insertInto('import_row').values(chunk).execute();
  });
}

/** A file may hold what no text of a database can. */
function storable(text: string, most: number): string {
  return text.replaceAll('\0', '').slice(0, most);
}

/** Forgets what became of rows, before they are judged anew. */
export async function forgetRows(db: Db, id: string): Promise<void> {
  await db.deleteFrom('import_row').where('import_id', '=', id).execute();
  await db.deleteFrom('import_rejected').where('import_id', '=', id).execute();
}

/** Rows of a file in their order, behind a number. */
export async function readRows(
  db: Db,
  id: string,
  {
    fate,
    after,
    limit,
  }: {
    readonly fate: FatedRow['fate']['kind'] | undefined;
    readonly after: number;
    readonly limit: number;
  },
): Promise<ImportRow[]> {
  return db
    .selectFrom('import_row')
    .select(['number', 'title', 'fate', 'why'])
    .where('import_id', '=', id)
    .where('number', '>', after)
    .$if(fate !== undefined, (some) => some.where('fate', '=', fate!))
    .orderBy('number')
    .limit(limit)
    .execute();
}

/** Keeps the refused rows as a file. */
export async function keepRejected(db: Db, id: string, bytes: Buffer): Promise<void> {
  await db.insertInto('import_rejected').values({ import_id: id, bytes }).execute();
}

/** The refused rows as a file of the form that they came in; undefined: nothing was refused yet, or it is judged just now. */
export async function readRejected(db: Db, job: ImportJob): Promise<Buffer | undefined> {
  if (isBusy(job)) return undefined;
  const row = await db
    .selectFrom('import_rejected')
    .select('bytes')
    .where('import_id', '=', job.id)
    .executeTakeFirst();
  return row?.bytes;
}

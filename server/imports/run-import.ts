import { sql } from 'kysely';
import type { HeaderFault } from '#server/imports/columns/find-header.ts';
import { importKinds, type ImportKindName } from '#server/imports/kinds/import-kinds.ts';
import type { ImportPlace } from '#server/imports/kinds/import-kind.ts';
import type { OpenedImport } from '#server/imports/open-import.ts';
import { countFates, noFates, type FateCounts, type FatedRow } from '#server/imports/rows/fate.ts';
import { readTable } from '#server/imports/table/read-table.ts';
import type { TableFault } from '#server/imports/table/table.ts';
import { writeAudit } from '#server/store/audit.ts';
import { inTransaction, type Db } from '#server/store/database.ts';
import { fail, type Result } from '#shared/kernel/result.ts';

/** Why nothing of a file is imported. */
export type ImportFault =
  | { readonly kind: 'berkas'; readonly fault: TableFault }
  | { readonly kind: 'kepala'; readonly fault: HeaderFault };

/** Reads a file as one kind of import; the database is not asked yet. */
export async function openImportFile(
  path: string,
  kind: ImportKindName,
): Promise<Result<OpenedImport, ImportFault>> {
  const table = await readTable(path);
  if (!table.ok) return fail({ kind: 'berkas', fault: table.error });
  const opened = await importKinds[kind](table.value);
  return opened.ok ? opened : fail({ kind: 'kepala', fault: opened.error });
}

/** How far an import came. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  /** By the pace so far; null: not known yet. */
  readonly secondsLeft: number | null;
  /** The rows that were judged since the last time. */
  readonly rows: readonly FatedRow[];
  readonly counts: FateCounts;
}

/** An import that goes on. */
export interface ImportRun {
  readonly db: Db;
  readonly opened: OpenedImport;
  readonly instansiId: string;
  /** The account that imports; null: at the command line. */
  readonly by: string | null;
  readonly now: () => Date;
  /** Ends it after the piece that is under way; what was done stays done. */
  readonly signal?: AbortSignal | undefined;
}

/** What the audit says besides. */
export interface ImportNote {
  readonly kind: ImportKindName;
  /** The PC from which it is done; null: at the command line. */
  readonly deviceId: string | null;
}

/** Says of every row what would become of it; nothing is changed. */
export async function* previewImport(run: ImportRun): AsyncGenerator<ImportProgress, FateCounts> {
  return yield* goThrough(run, (chunk, place) => chunk.judge(run.db, place));
}

/**
 * Takes the good rows, a piece in a transaction each, so that who is stopped or killed goes on by beginning again: what was
 * taken is the same then. Two imports into one instansi take turns, piece by piece.
 */
export async function* applyImport(
  run: ImportRun,
  note: ImportNote,
): AsyncGenerator<ImportProgress, FateCounts> {
  const { db, opened, instansiId } = run;
  const audit = (state: 'mulai' | 'selesai' | 'dihentikan', counts: FateCounts) =>
    writeAudit(db, {
      accountId: run.by,
      deviceId: note.deviceId,
      action: 'impor',
      details: {
        jenis: note.kind,
        instansiId,
        sha256: opened.sha256,
        keadaan: state,
        baris: opened.total,
        ...counts,
      },
    });
  await audit('mulai', noFates);
  let counts = noFates;
  let isWhole = false;
  try {
    const steps = goThrough(run, (chunk, place) =>
      inTransaction(db, async (tx) => {
        await sql`SELECT pg_advisory_xact_lock(hashtext('impor'), hashtext(${instansiId}))`.execute(
          tx,
        );
        return chunk.apply(tx, place);
      }),
    );
    for await (const progress of steps) {
      ({ counts } = progress);
      yield progress;
    }
    isWhole = sumOf(counts) === opened.total;
  } finally {
    await audit(isWhole ? 'selesai' : 'dihentikan', counts);
  }
  return counts;
}

/** How many rows counts are of. */
export function sumOf(counts: FateCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

type Chunk = OpenedImport['chunks'][number];

async function* goThrough(
  { opened, instansiId, by, now, signal }: ImportRun,
  work: (chunk: Chunk, place: ImportPlace) => Promise<readonly FatedRow[]>,
): AsyncGenerator<ImportProgress, FateCounts> {
  const startedAt = now().getTime();
  const { total, refused, chunks } = opened;
  let counts = countFates(noFates, refused);
  let done = refused.length;
  yield { done, total, secondsLeft: null, rows: refused, counts };
  for (const chunk of chunks) {
    if (signal?.aborted) break;
    const at = now();
    const rows = await work(chunk, { instansiId, by, now: at });
    counts = countFates(counts, rows);
    done += rows.length;
    const seconds = (now().getTime() - startedAt) / 1_000;
    const worked = done - refused.length;
    const secondsLeft = Math.ceil((seconds * (total - done)) / worked);
    yield { done, total, secondsLeft, rows, counts };
  }
  return counts;
}

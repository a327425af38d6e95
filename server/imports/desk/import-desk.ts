import { randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  beat,
  beginJob,
  claimJob,
  forgetRows,
  keepRejected,
  keepRows,
  piecesOf,
  stopJob,
  type ImportJob,
  type ImportOwner,
} from '#server/imports/desk/import-jobs.ts';
import { importKinds } from '#server/imports/kinds/import-kinds.ts';
import type { OpenedImport } from '#server/imports/open-import.ts';
import { writeRejected } from '#server/imports/rejected-file.ts';
import type { FatedRow } from '#server/imports/rows/fate.ts';
import { applyImport, previewImport, type ImportProgress } from '#server/imports/run-import.ts';
import { readTableApart } from '#server/imports/table/read-table-apart.ts';
import { importTexts as texts } from '#server/imports/texts.ts';
import type { Db } from '#server/store/database.ts';
import type { ImportKindId } from '#shared/contract/admin/imports.ts';

/** What imports at a desk stand on. */
export interface ImportDeskPorts {
  readonly db: Db;
  readonly now: () => Date;
  readonly onBug: (cause: unknown) => void;
}

/** How often a server says that it is at work, and looks whether it is to end. */
const beatEveryMs = 1_000;

/** Work that goes on at this server. */
interface Work {
  readonly stop: AbortController;
  readonly end: Promise<void>;
}

/**
 * Imports that admins do at their desks: one each. All of it lies in the database, so that any server answers; the one that was told
 * to does the work.
 */
export class ImportDesk {
  readonly #ports: ImportDeskPorts;
  readonly #serverId = randomUUID();
  readonly #work = new Map<string, Work>();
  /** Files that this server has read; another one reads them again. */
  readonly #opened = new Map<string, OpenedImport>();

  constructor(ports: ImportDeskPorts) {
    this.#ports = ports;
  }

  /** Begins one, in the place of an earlier one of the same admin; undefined: too many go on, or the earlier one does. */
  begin(owner: ImportOwner, kind: ImportKindId, bytes: number): Promise<ImportJob | undefined> {
    const { db, now } = this.#ports;
    return beginJob(db, owner, { kind, bytes, serverId: this.#serverId }, now());
  }

  /** Says what would become of each row, beside the requests. Undefined: the file is not whole, or something goes on. */
  async preview(job: ImportJob): Promise<ImportJob | undefined> {
    const isRead = job.course.form !== null;
    const from = isRead ? rested : (['menerima'] as const);
    return this.#beside(job, from, 'membaca', (stop) => this.#preview(job, stop));
  }

  /** Takes the good rows, beside the requests. Undefined: it was not looked at, or something goes on. */
  async apply(job: ImportJob): Promise<ImportJob | undefined> {
    if (job.course.form === null) return undefined;
    return this.#beside(job, ['dinilai', 'dihentikan'], 'mengambil', (stop) =>
      this.#apply(job, stop),
    );
  }

  /** Ends what goes on after the piece that is under way; what was taken stays taken. */
  async stop({ id }: ImportJob): Promise<void> {
    await stopJob(this.#ports.db, id);
    this.#work.get(id)?.stop.abort();
  }

  /** Ends what goes on at this server, and leaves nothing behind. */
  async close(): Promise<void> {
    for (const { stop } of this.#work.values()) stop.abort();
    await Promise.all([...this.#work.values()].map(({ end }) => end));
    this.#opened.clear();
  }

  async #beside(
    job: ImportJob,
    from: readonly ImportJob['phase'][],
    to: ImportJob['phase'],
    work: (stop: AbortSignal) => Promise<void>,
  ): Promise<ImportJob | undefined> {
    const { db, now, onBug } = this.#ports;
    const claimed = await claimJob(db, job, from, to, now());
    if (!claimed) return undefined;
    const { id } = job;
    const stop = new AbortController();
    const look = () => {
      beat(db, id, now()).then((ends) => ends && stop.abort(), onBug);
    };
    const beating = setInterval(look, beatEveryMs);
    const end = work(stop.signal)
      .catch(async (cause: unknown) => {
        onBug(cause);
        const course = { ...claimed.course, fault: texts.failed };
        await beat(db, id, now(), { phase: 'gagal', course });
      })
      .catch(onBug)
      .finally(() => {
        clearInterval(beating);
        this.#work.delete(id);
      });
    this.#work.set(id, { stop, end });
    return claimed;
  }

  async #preview(job: ImportJob, stop: AbortSignal): Promise<void> {
    const opened = await this.#open(job, stop);
    if (!opened) return;
    await this.#say(job, { phase: 'menilai' });
    const course = await this.#go(job, opened, previewImport(this.#runOf(job, opened, stop)));
    const isGivenUp = stop.aborted;
    await this.#say(job, {
      phase: isGivenUp ? 'gagal' : 'dinilai',
      course: isGivenUp ? { ...course, fault: texts.givenUp } : course,
    });
  }

  async #apply(job: ImportJob, stop: AbortSignal): Promise<void> {
    const opened = await this.#open(job, stop);
    if (!opened) return;
    const run = this.#runOf(job, opened, stop);
    const { kind, device_id: deviceId } = job;
    const course = await this.#go(job, opened, applyImport(run, { kind, deviceId }));
    if (!stop.aborted) this.#opened.delete(job.id);
    await this.#say(job, { phase: stop.aborted ? 'dihentikan' : 'selesai', course });
  }

  /** The file, read; undefined: it cannot be, and its import says why. */
  async #open(job: ImportJob, stop: AbortSignal): Promise<OpenedImport | undefined> {
    const known = this.#opened.get(job.id);
    if (known) return known;
    const table = await this.#withFile(job, (file) => readTableApart(file, stop));
    const opened = table.ok ? await importKinds[job.kind](table.value) : null;
    if (opened?.ok) {
      this.#opened.set(job.id, opened.value);
      return opened.value;
    }
    const fault = table.ok
      ? opened && texts.fault({ kind: 'kepala', fault: opened.error })
      : texts.fault({ kind: 'berkas', fault: table.error });
    await this.#say(job, { phase: 'gagal', course: { ...job.course, fault } });
    return undefined;
  }

  /** The file on this server's disk, from where it then is gone. */
  #withFile<T>({ id }: ImportJob, work: (file: string) => Promise<T>): Promise<T> {
    return withFolder(async (folder) => {
      const file = path.join(folder, 'berkas');
      for await (const piece of piecesOf(this.#ports.db, id)) {
        await appendFile(file, piece, { mode: 0o600 });
      }
      return work(file);
    });
  }

  #runOf(job: ImportJob, opened: OpenedImport, signal: AbortSignal) {
    const { db, now } = this.#ports;
    return { db, opened, instansiId: job.instansi_id, by: job.account_id, now, signal };
  }

  /** Goes through the rows and keeps what becomes of each; answers how it stands at the end. */
  async #go(
    job: ImportJob,
    opened: OpenedImport,
    steps: AsyncGenerator<ImportProgress, unknown>,
  ): Promise<ImportJob['course']> {
    const { db } = this.#ports;
    const { form, total } = opened;
    await forgetRows(db, job.id);
    const notes = [...texts.notes(opened)];
    let course = { ...job.course, form: form.kind, notes, total, fault: null };
    const refused: FatedRow[] = [];
    for await (const { done, secondsLeft, rows, counts } of steps) {
      course = { ...course, done, secondsLeft, counts };
      refused.push(...rows.filter(({ fate }) => fate.kind === 'ditolak'));
      await keepRows(db, job.id, rows);
      await this.#say(job, { course });
    }
    if (refused.length > 0) await this.#keepRejected(job, opened, refused);
    return { ...course, secondsLeft: null };
  }

  async #keepRejected(job: ImportJob, opened: OpenedImport, rows: readonly FatedRow[]) {
    const bytes = await withFolder(async (folder) => {
      const file = path.join(folder, 'ditolak');
      await writeRejected(file, opened, rows);
      return readFile(file);
    });
    await keepRejected(this.#ports.db, job.id, bytes);
  }

  async #say({ id }: ImportJob, change: Parameters<typeof beat>[3]): Promise<void> {
    const { db, now } = this.#ports;
    if (await beat(db, id, now(), change)) this.#work.get(id)?.stop.abort();
  }
}

const rested = ['dinilai', 'selesai', 'dihentikan', 'gagal'] as const;

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'meja-impor-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

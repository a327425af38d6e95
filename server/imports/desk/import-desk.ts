import { randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  isBusy,
  makeKeptImport,
  type ImportOwner,
  type KeptImport,
} from '#server/imports/desk/kept-import.ts';
import { importKinds } from '#server/imports/kinds/import-kinds.ts';
import { writeRejected } from '#server/imports/rejected-file.ts';
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

/** So many go on at once in one server: each may hold a whole file. */
const mostAtOnce = 3;
/** Who looks no more is no longer waited for. */
const forgottenMs = 30 * 60_000;

/** Imports that admins do at their desks: one each, in the memory of this server. */
export class ImportDesk {
  readonly #ports: ImportDeskPorts;
  readonly #kept = new Map<string, KeptImport>();
  #folder: Promise<string> | null = null;

  constructor(ports: ImportDeskPorts) {
    this.#ports = ports;
  }

  /** Begins one, in the place of an earlier one of the same admin; undefined: too many go on, or the earlier one does. */
  async begin(
    owner: ImportOwner,
    kind: ImportKindId,
    bytes: number,
  ): Promise<KeptImport | undefined> {
    const touchedAt = this.#ports.now().getTime();
    for (const one of this.#kept.values()) {
      const isOwn = one.owner.accountId === owner.accountId && one.phase !== 'mengambil';
      if (isOwn || touchedAt - one.touchedAt > forgottenMs) await this.#drop(one);
    }
    const isOccupied = [...this.#kept.values()].some(
      (one) => one.owner.accountId === owner.accountId,
    );
    if (isOccupied || this.#kept.size >= mostAtOnce) return undefined;
    const id = randomUUID();
    this.#folder ??= mkdtemp(path.join(tmpdir(), 'meja-impor-'));
    const file = path.join(await this.#folder, id);
    const kept = makeKeptImport({ id, owner, kind, file, bytes, touchedAt });
    this.#kept.set(id, kept);
    return kept;
  }

  /** The import of that id, where it is this owner's, under the same appointment. */
  find(owner: ImportOwner, id: string): KeptImport | undefined {
    const kept = this.#kept.get(id);
    if (kept?.owner.accountId !== owner.accountId) return undefined;
    if (kept.owner.appointmentId !== owner.appointmentId) return undefined;
    kept.touchedAt = this.#ports.now().getTime();
    return kept;
  }

  /** Takes a piece; one that came already is not written twice. False: it is not the next one, or more than was said. */
  async take(kept: KeptImport, offset: number, piece: Buffer): Promise<boolean> {
    if (kept.phase !== 'menerima' || kept.received + piece.length > kept.bytes) {
      return offset + piece.length <= kept.received;
    }
    if (offset !== kept.received) return offset + piece.length <= kept.received;
    kept.received += piece.length;
    await appendFile(kept.file, piece, { mode: 0o600 });
    return true;
  }

  /** Says what would become of each row, beside the requests. False: the file is not whole, or something goes on. */
  preview(kept: KeptImport): boolean {
    if (kept.received < kept.bytes || isBusy(kept)) return false;
    if (!kept.opened && kept.phase !== 'menerima') return false;
    this.#beside(kept, () => this.#preview(kept));
    return true;
  }

  /** Takes the good rows, beside the requests. False: it was not looked at, or something goes on. */
  apply(kept: KeptImport): boolean {
    if (!kept.opened || !['dinilai', 'dihentikan'].includes(kept.phase)) return false;
    this.#beside(kept, () => this.#apply(kept));
    return true;
  }

  /** Ends what goes on after the piece that is under way; what was taken stays taken. */
  stop(kept: KeptImport): void {
    kept.stop.abort();
  }

  /** The refused rows as a file of the form that they came in; undefined: nothing was refused yet. */
  async rejected(kept: KeptImport): Promise<Buffer | undefined> {
    if (!kept.opened || isBusy(kept) || kept.counts.ditolak === 0) return undefined;
    const file = `${kept.file}-ditolak`;
    try {
      await writeRejected(file, kept.opened, kept.rows);
      return await readFile(file);
    } finally {
      await rm(file, { force: true });
    }
  }

  /** Ends all of them, and leaves nothing behind. */
  async close(): Promise<void> {
    for (const one of this.#kept.values()) one.stop.abort();
    this.#kept.clear();
    if (this.#folder) await rm(await this.#folder, { recursive: true, force: true });
  }

  #beside(kept: KeptImport, work: () => Promise<void>): void {
    kept.stop = new AbortController();
    work().catch((cause: unknown) => {
      this.#ports.onBug(cause);
      kept.phase = 'gagal';
      kept.fault = texts.failed;
    });
  }

  async #preview(kept: KeptImport): Promise<void> {
    kept.phase = 'membaca';
    if (!kept.opened && !(await this.#open(kept))) return;
    kept.phase = 'menilai';
    await this.#go(kept, previewImport(this.#runOf(kept)));
    kept.phase = kept.stop.signal.aborted ? 'gagal' : 'dinilai';
    if (kept.phase === 'gagal') kept.fault = texts.givenUp;
  }

  async #open(kept: KeptImport): Promise<boolean> {
    const table = await readTableApart(kept.file, kept.stop.signal);
    await rm(kept.file, { force: true });
    const opened = table.ok ? await importKinds[kept.kind](table.value) : null;
    if (!table.ok) kept.fault = texts.fault({ kind: 'berkas', fault: table.error });
    else if (opened && !opened.ok) {
      kept.fault = texts.fault({ kind: 'kepala', fault: opened.error });
    }
    if (!opened?.ok) {
      kept.phase = 'gagal';
      return false;
    }
    kept.opened = opened.value;
    kept.notes = texts.notes(opened.value);
    return true;
  }

  async #apply(kept: KeptImport): Promise<void> {
    kept.phase = 'mengambil';
    const { deviceId } = kept.owner;
    await this.#go(kept, applyImport(this.#runOf(kept), { kind: kept.kind, deviceId }));
    kept.phase = kept.stop.signal.aborted ? 'dihentikan' : 'selesai';
  }

  #runOf(kept: KeptImport) {
    const { db, now } = this.#ports;
    const { owner, opened } = kept;
    if (!opened) throw new Error('A file that was not read cannot be imported.');
    const place = { instansiId: owner.instansiId, by: owner.accountId };
    return { db, opened, ...place, now, signal: kept.stop.signal };
  }

  async #go(kept: KeptImport, steps: AsyncGenerator<ImportProgress, unknown>): Promise<void> {
    kept.rows = [];
    for await (const { done, secondsLeft, rows, counts } of steps) {
      kept.touchedAt = this.#ports.now().getTime();
      kept.done = done;
      kept.secondsLeft = secondsLeft;
      kept.counts = counts;
      kept.rows.push(...rows);
    }
    kept.secondsLeft = null;
    kept.rows.sort((a, b) => a.number - b.number);
  }

  async #drop(kept: KeptImport): Promise<void> {
    kept.stop.abort();
    this.#kept.delete(kept.id);
    await rm(kept.file, { force: true });
  }
}

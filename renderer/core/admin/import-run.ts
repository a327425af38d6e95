import { createStore, type StoreApi } from 'zustand/vanilla';
import { toBase64 } from '#renderer/data/sealing/base64.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { shownError, type ShownError } from '#renderer/core/shown-error.ts';
import {
  importPieceBytes,
  mostImportBytes,
  type ImportKindId,
  type ImportState,
} from '#shared/contract/admin/imports.ts';

/** A file on its way to the server, and what the server makes of it. Nothing of it is kept on this PC. */
export interface ImportRun {
  /** How far the file was sent, in parts of it (0 to 1); null: nothing is being sent. */
  readonly sent: number | null;
  /** Null: no file yet. */
  readonly state: ImportState | null;
  readonly failure: ShownError | null;
  /** Sends a file and lets every row be judged; nothing is changed by that. */
  send: (kind: ImportKindId, file: Blob) => Promise<void>;
  /** Takes the good rows. */
  take: () => Promise<void>;
  /** Asks again how far it came, after no answer was got. */
  look: () => Promise<void>;
  /** Ends what goes on; what was taken stays taken. */
  stop: () => Promise<void>;
  /** Nobody looks any more. */
  leave: () => void;
}

const unfit = {
  empty: shownError('kosong', 'Berkas ini kosong.', 'Pilih berkas lain.'),
  large: shownError(
    'terlalu_besar',
    'Berkas ini lebih besar dari 50 MB.',
    'Bagi berkasnya, lalu impor satu per satu.',
  ),
};

/** How often the server is asked how far it came, in milliseconds. */
const lookEveryMs = 500;
const restingPhases: readonly ImportState['phase'][] = [
  'dinilai',
  'selesai',
  'dihentikan',
  'gagal',
];

/** The import of one screen. */
export function makeImportRun(query: QueryDesk): StoreApi<ImportRun> {
  return new ImportAtDesk(query).store;
}

class ImportAtDesk {
  readonly #query: QueryDesk;
  // Of what goes on now: the next step gives it up.
  #stop = new AbortController();
  readonly store = createStore<ImportRun>()(() => ({
    sent: null,
    state: null,
    failure: null,
    send: (kind, file) => this.#send(kind, file),
    take: async () => {
      const { state } = this.store.getState();
      if (state) await this.#obey('ambil', state.id);
    },
    look: async () => {
      const { state } = this.store.getState();
      this.store.setState({ failure: null });
      if (state) await this.#follow(state.id, this.#begin());
    },
    stop: () => this.#end(),
    leave: () => void this.#begin(),
  }));

  constructor(query: QueryDesk) {
    this.#query = query;
  }

  async #send(kind: ImportKindId, file: Blob): Promise<void> {
    const isLarge = file.size > mostImportBytes;
    if (file.size === 0 || isLarge) {
      this.store.setState({ failure: isLarge ? unfit.large : unfit.empty, state: null });
      return;
    }
    this.store.setState({ sent: 0, state: null, failure: null });
    const id = await this.#upload(kind, file);
    if (id === null) return;
    this.store.setState({ sent: null });
    await this.#obey('lihat', id);
  }

  /** Null: it did not come through, or nobody waits for it any more. */
  async #upload(kind: ImportKindId, file: Blob): Promise<string | null> {
    const signal = this.#begin();
    const body = { kind, bytes: file.size };
    const begun = await this.#query.ask('adminImportBegin', { body }, signal);
    if (signal.aborted) return null;
    if (!begun.ok) return this.#failed(begun.error);
    const { id } = begun.value;
    for (let offset = 0; offset < file.size; offset += importPieceBytes) {
      const slice = file.slice(offset, offset + importPieceBytes);
      const bytes = toBase64(new Uint8Array(await slice.arrayBuffer()));
      const taken = await this.#query.ask(
        'adminImportPiece',
        { body: { id, offset, bytes } },
        signal,
      );
      if (signal.aborted) return null;
      if (!taken.ok) return this.#failed(taken.error);
      this.store.setState({ sent: Math.min(1, (offset + slice.size) / file.size) });
    }
    return id;
  }

  async #obey(order: 'lihat' | 'ambil', id: string): Promise<void> {
    const signal = this.#begin();
    this.store.setState({ failure: null });
    const answer = await this.#query.ask('adminImportOrder', { body: { id, order } }, signal);
    if (signal.aborted) return;
    if (answer.ok) {
      this.store.setState({ state: answer.value });
      await this.#follow(id, signal);
    } else this.#failed(answer.error);
  }

  /** Asks until it rests. */
  async #follow(id: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      const answer = await this.#query.ask('adminImport', { query: { id } }, signal);
      if (signal.aborted) return;
      if (!answer.ok) {
        this.#failed(answer.error);
        return;
      }
      this.store.setState({ state: answer.value });
      if (restingPhases.includes(answer.value.phase)) return;
      await new Promise((over) => {
        setTimeout(over, lookEveryMs);
      });
    }
  }

  async #end(): Promise<void> {
    const { state } = this.store.getState();
    if (!state) return;
    const body = { id: state.id, order: 'hentikan' } as const;
    const answer = await this.#query.ask('adminImportOrder', { body });
    if (!answer.ok) this.#failed(answer.error);
  }

  #begin(): AbortSignal {
    this.#stop.abort();
    this.#stop = new AbortController();
    return this.#stop.signal;
  }

  #failed(failure: ShownError): null {
    this.store.setState({ failure, sent: null });
    return null;
  }
}

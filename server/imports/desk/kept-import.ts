import type { OpenedImport } from '#server/imports/open-import.ts';
import { noFates, type FateCounts, type FatedRow } from '#server/imports/rows/fate.ts';
import type { ImportKindId, ImportState } from '#shared/contract/admin/imports.ts';

/** Whose import it is, and over what. */
export interface ImportOwner {
  readonly accountId: string;
  readonly deviceId: string;
  readonly appointmentId: string;
  readonly instansiId: string;
}

/** An import that goes on at this server, in its memory alone; its file is gone as soon as it was read. */
export interface KeptImport {
  readonly id: string;
  readonly owner: ImportOwner;
  readonly kind: ImportKindId;
  readonly file: string;
  readonly bytes: number;
  /** Of what goes on now, or went on last. */
  stop: AbortController;
  received: number;
  touchedAt: number;
  phase: ImportState['phase'];
  opened: OpenedImport | null;
  rows: FatedRow[];
  done: number;
  secondsLeft: number | null;
  counts: FateCounts;
  fault: string | null;
  notes: readonly string[];
}

/** A file of which nothing has come yet. */
export function makeKeptImport(
  of: Pick<KeptImport, 'id' | 'owner' | 'kind' | 'file' | 'bytes' | 'touchedAt'>,
): KeptImport {
  return {
    ...of,
    stop: new AbortController(),
    received: 0,
    phase: 'menerima',
    opened: null,
    rows: [],
    done: 0,
    secondsLeft: null,
    counts: noFates,
    fault: null,
    notes: [],
  };
}

/** How it stands, for its owner. */
export function stateOf(kept: KeptImport): ImportState {
  const { id, kind, phase, done, secondsLeft, counts, fault, notes } = kept;
  const total = kept.opened?.total ?? 0;
  return { id, kind, phase, done, total, secondsLeft, counts, fault, notes: [...notes] };
}

/** Whether something goes on with it now. */
export function isBusy({ phase }: KeptImport): boolean {
  return phase === 'membaca' || phase === 'menilai' || phase === 'mengambil';
}

import type { CommandMark } from '#renderer/data/schema/stored-rows.ts';
import type { TableChange } from '#renderer/data/live/follow-table.ts';
import type { BulkStore } from '#renderer/core/bulk/bulk-contract.ts';
import type { ToldBatch } from '#shared/contract/bulk.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import { bulkKindNames, type BulkCommand } from '#shared/workflow/bulk/bulk-commands.ts';

type Mark = Pick<
  CommandMark,
  'id' | 'kind' | 'usulId' | 'version' | 'state' | 'progress' | 'heldUntil'
>;

/** How far the commands of this PC are, as far as it concerns batches. */
export class BulkMarks {
  readonly #marks = new Map<string, Mark>();

  /** The database tells; answers the ids of those that the server has just answered. */
  change({ rows, removed }: TableChange<CommandMark>): readonly string[] {
    for (const id of removed) this.#marks.delete(id);
    const settled: string[] = [];
    for (const row of rows) {
      const before = this.#marks.get(row.id);
      if (before && isOnItsWay(before) && !isOnItsWay(row)) settled.push(row.id);
      this.#marks.set(row.id, row);
    }
    return settled;
  }

  /** An usul was just decided here: the database tells of it a moment later. */
  decided(decision: Pick<Decision, 'id' | 'usulId' | 'version'>, heldUntil: number): void {
    const { id, usulId, version } = decision;
    const waits = { state: 'menunggu', progress: { kind: 'menunggu' } } as const;
    this.#marks.set(id, { id, kind: 'putusan', usulId, version, ...waits, heldUntil });
  }

  /** A command about a batch was just made here. */
  made({ id, kind }: Pick<BulkCommand, 'id' | 'kind'>, heldUntil: number): void {
    const waits = { state: 'menunggu', progress: { kind: 'menunggu' } } as const;
    const mark = { id, kind, usulId: null, version: null, ...waits, heldUntil };
    if (!this.#marks.has(id)) this.#marks.set(id, mark);
  }

  /** A decision was just taken back here. */
  takenBack(id: string): void {
    this.#marks.delete(id);
  }

  /** What waits to be sent about batches, and what was refused last. */
  summary(): Pick<BulkStore, 'onItsWay' | 'refused'> {
    const newest = this.#newest();
    const kind = newest && kindOf(newest);
    if (!newest || !kind) return { onItsWay: null, refused: null };
    const { id: commandId, progress } = newest;
    const isOpen = progress.kind === 'ditolak' && progress.handled.kind === 'belum';
    return {
      onItsWay: isOnItsWay(newest) ? kind : null,
      refused: isOpen ? { commandId, error: progress.error } : null,
    };
  }

  /** Of these usul those that were decided here as they were selected. */
  decidedOf(batch: ToldBatch | null): ReadonlySet<string> {
    const versions = new Map(batch?.items.map(({ usulId, version }) => [usulId, version]));
    const decided = [...this.#marks.values()].filter(
      ({ usulId, version, state }) =>
        usulId !== null && state !== 'ditolak' && versions.get(usulId) === version,
    );
    return new Set(decided.flatMap(({ usulId }) => usulId ?? []));
  }

  /** Until when the last of the sample is held (ms epoch) that waits to be sent; 0: none does. */
  sampleHeldUntil(batch: ToldBatch): number {
    const drawn = drawnIn(batch);
    const held = [...this.#marks.values()].filter(
      (mark) => isOnItsWay(mark) && drawn.has(mark.usulId),
    );
    return held.reduce((last, { heldUntil }) => Math.max(last, heldUntil), 0);
  }

  /** Whether one of these commands is about a batch, or settles the last of its sample that was on its way. */
  concerns(ids: readonly string[], batch: ToldBatch | null): boolean {
    const drawn = drawnIn(batch);
    const isOfSample = ({ usulId }: Mark) => drawn.has(usulId);
    const settled = ids.flatMap((id) => this.#marks.get(id) ?? []);
    if (settled.some((mark) => kindOf(mark) !== null)) return true;
    const waiting = [...this.#marks.values()].some((mark) => isOfSample(mark) && isOnItsWay(mark));
    return settled.some(isOfSample) && !waiting;
  }

  /** Id of the newest selection that the server took in; null: none is known. */
  newestTaken(): string | null {
    const taken = [...this.#marks.values()].filter(
      (mark) => mark.kind === 'setujuiMassal' && mark.state === 'terkirim',
    );
    return taken.reduce<string | null>(
      (last, { id }) => (last === null || id > last ? id : last),
      null,
    );
  }

  #newest(): Mark | undefined {
    // Ids are made in the order of time.
    return [...this.#marks.values()]
      .filter((mark) => kindOf(mark) !== null)
      .toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
  }
}

function drawnIn(batch: ToldBatch | null): ReadonlySet<string | null> {
  return new Set(batch?.items.filter((item) => item.drawn).map(({ usulId }) => usulId));
}

function kindOf({ kind }: Mark): (typeof bulkKindNames)[number] | null {
  return bulkKindNames.find((name) => name === kind) ?? null;
}

function isOnItsWay({ state }: Mark): boolean {
  return state === 'menunggu' || state === 'mengirim';
}

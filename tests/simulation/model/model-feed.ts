import type { Change, ChangesPage } from '#shared/contract/changes.ts';
import type { Usul } from '#shared/records/usul.ts';
import { queueOf } from '#shared/workflow/queues.ts';

/** An entry: an usul that lies in the queue, or left it. */
interface Entry {
  readonly seq: number;
  readonly present: boolean;
}

/** A feed as a backup has it. */
export interface SavedFeed {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly epoch: number;
  readonly head: number;
}

/** A cursor in plain text: `epoch.seq.liveUpTo`. */
const cursorForm = /^(\d+)\.(\d+)\.(\d+)$/;

/**
 * The change feed of an OPD's verifikator as design.md section 5 tells it: a counter, and the latest entry of every usul
 * that ever lay in the queue. A reader without cursor is told what lies there; what left reaches only readers who may have
 * it, with its position while the OPD may know that.
 */
export class ModelFeed {
  readonly #entries = new Map<string, Entry>();
  readonly #opdId: string;
  #epoch = 1;
  #head = 0;

  constructor(opdId: string, saved?: SavedFeed) {
    this.#opdId = opdId;
    if (!saved) return;
    for (const [id, entry] of saved.entries) this.#entries.set(id, entry);
    this.#epoch = saved.epoch;
    this.#head = saved.head;
  }

  save(): SavedFeed {
    return { entries: new Map(this.#entries), epoch: this.#epoch, head: this.#head };
  }

  /** An usul changed, or went to another OPD: whether it lies in the queue follows from where it is now. */
  tell(usul: Usul): void {
    this.#head += 1;
    this.#entries.set(usul.id, { seq: this.#head, present: this.#lies(usul) });
  }

  /** No cursor that was given out is known any more; `epoch` was never used. */
  beginAnew(epoch: number): void {
    this.#epoch = epoch;
  }

  /** The changes after a cursor; null when the cursor is not known. */
  page(
    cursor: string | undefined,
    limit: number,
    read: (usulId: string) => Usul,
  ): Pick<ChangesPage, 'changes' | 'cursor' | 'remaining'> | null {
    const from = this.#start(cursor);
    if (!from) return null;
    const after = [...this.#entries]
      .map(([usulId, entry]) => ({ ...entry, usul: read(usulId) }))
      .filter(({ seq, present }) => seq > from.seq && (present || seq > from.liveUpTo))
      .toSorted((a, b) => a.seq - b.seq);
    const told = after.slice(0, limit);
    const remaining = after.length - told.length;
    const seq = remaining > 0 ? told.at(-1)!.seq : this.#head;
    const changes = told.map((entry): Change => {
      if (entry.present) return { kind: 'usul', seq: entry.seq, usul: entry.usul };
      const position = entry.usul.opdId === this.#opdId ? entry.usul.position : null;
      return { kind: 'keluar', seq: entry.seq, usulId: entry.usul.id, position };
    });
    return { changes, cursor: `${this.#epoch}.${seq}.${from.liveUpTo}`, remaining };
  }

  #lies({ opdId, position }: Usul): boolean {
    const scope = { kind: 'opd', id: this.#opdId } as const;
    return opdId === this.#opdId && queueOf('verifikator', scope, position) !== null;
  }

  #start(cursor: string | undefined): { readonly seq: number; readonly liveUpTo: number } | null {
    if (cursor === undefined) return { seq: 0, liveUpTo: this.#head };
    const [, epoch, seq, liveUpTo] = cursorForm.exec(cursor)?.map(Number) ?? [];
    if (epoch !== this.#epoch || Math.max(seq ?? 0, liveUpTo ?? 0) > this.#head) return null;
    return { seq: seq ?? 0, liveUpTo: liveUpTo ?? 0 };
  }
}

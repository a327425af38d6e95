import type { Change, ChangesPage } from '#shared/contract/changes.ts';
import type { Usul } from '#shared/records/usul.ts';

/** A cursor in plain text: `epoch.seq.liveUpTo`. */
const cursorForm = /^(\d+)\.(\d+)\.(\d+)$/;

/**
 * The change feed of one OPD as design.md section 5 tells it: a counter, and the latest entry of every usul that was
 * ever seen there. A reader without cursor is told what lives; settled usul and those that left reach only readers who
 * may have them.
 */
export class ModelFeed {
  readonly #entries = new Map<string, { readonly seq: number; readonly present: boolean }>();
  #epoch = 1;
  #head = 0;

  /** An usul changed, or (`present` false) left this OPD. */
  tell(usulId: string, present: boolean): void {
    this.#head += 1;
    this.#entries.set(usulId, { seq: this.#head, present });
  }

  /** No cursor that was given out is known any more. */
  beginAnew(): void {
    this.#epoch += 1;
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
      .map((entry) => ({ ...entry, lives: entry.present && !isSettled(entry.usul) }))
      .filter(({ seq, lives }) => seq > from.seq && (lives || seq > from.liveUpTo))
      .toSorted((a, b) => a.seq - b.seq);
    const told = after.slice(0, limit);
    const remaining = after.length - told.length;
    const seq = remaining > 0 ? told.at(-1)!.seq : this.#head;
    const changes = told.map((entry): Change => {
      if (entry.lives) return { kind: 'usul', seq: entry.seq, usul: entry.usul };
      const position = entry.present ? entry.usul.position : null;
      return { kind: 'keluar', seq: entry.seq, usulId: entry.usul.id, position };
    });
    return { changes, cursor: `${this.#epoch}.${seq}.${from.liveUpTo}`, remaining };
  }

  #start(cursor: string | undefined): { readonly seq: number; readonly liveUpTo: number } | null {
    if (cursor === undefined) return { seq: 0, liveUpTo: this.#head };
    const [, epoch, seq, liveUpTo] = cursorForm.exec(cursor)?.map(Number) ?? [];
    if (epoch !== this.#epoch) return null;
    return { seq: seq ?? 0, liveUpTo: liveUpTo ?? 0 };
  }
}

function isSettled({ position }: Usul): boolean {
  return position.kind === 'selesai';
}
